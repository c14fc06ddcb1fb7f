/** A page for linking out of marked texts: each text is one article, its marks are the mentions. */
import type { Mention } from '../../server/src/annotation/record/mention.ts'
import type { LinkedPage } from '../../server/src/entity/link.ts'
import type { Article } from '../../server/src/page/model.ts'
import { lexicon } from '../lexicon.ts'
import { parseMarked } from '../marked.ts'

export interface MarkedPageOptions {
  readonly path?: string
  readonly newspaper?: string
  /** Authors of the first article. */
  readonly byline?: readonly string[]
}

export function markedPage(
  articles: string | readonly string[],
  { path = '1.txt', newspaper, byline = [] }: MarkedPageOptions = {},
): LinkedPage {
  const mentions: Mention[] = []
  const made: Article[] = []
  let text = ''
  for (const [index, marked] of [articles].flat().entries()) {
    const { text: source, spans } = parseMarked(marked)
    const start = text.length
    text += `${source}\n`
    for (const span of spans) {
      mentions.push({
        spans: [{ start: start + span.start, end: start + span.end }],
        type: span.type,
        status: 'suggested',
        text: source.slice(span.start, span.end).replace(/\n/g, ''),
        article: index,
        source: 'test',
        confidence: 1,
      })
    }
    made.push(articleOf(source, start, index === 0 ? byline : []))
  }
  const page = { blocks: [], articles: made, loose: [], unsureJoins: [], data: {} }
  return { path, text, page, mentions, newspaper, lexicon }
}

/** Its line breaks are left out of the logical text, as where a column break was joined. */
function articleOf(source: string, start: number, byline: readonly string[]): Article {
  const lines = [...source.matchAll(/[^\n]+/g)]
  let length = 0
  const pieces = lines.map((line) => {
    const piece = { logical: length, source: start + line.index, length: line[0].length }
    length += piece.length
    return piece
  })
  const span = { start, end: start + source.length }
  return {
    kind: 'article',
    blocks: [{ kind: 'paragraph', span }],
    joints: ['break'],
    span,
    titleLines: [],
    headline: undefined,
    byline: byline.map((name) => ({ name, span })),
    logical: { text: lines.map((line) => line[0]).join(''), map: { pieces } },
  }
}
