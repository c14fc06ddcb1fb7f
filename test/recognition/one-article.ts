/** A page that is one article of the whole text: what recognisers see without page analysis. */
import type { Page } from '../../server/src/page/model.ts'

export function oneArticlePage(text: string): Page {
  const span = { start: 0, end: text.length }
  const map = { pieces: [{ logical: 0, source: 0, length: text.length }] }
  const block = { kind: 'paragraph', span } as const
  return {
    blocks: [block],
    articles: [
      {
        kind: 'article',
        blocks: [block],
        joints: ['break'],
        span,
        titleLines: [],
        headline: undefined,
        byline: [],
        logical: { text, map },
      },
    ],
    loose: [],
    unsureJoins: [],
    data: {},
  }
}
