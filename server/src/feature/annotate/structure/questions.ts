/** Questions about a page's structure, for pickers: its articles, and the blocks at a place. */

import type { Document } from '../../../corpus/snapshot/model.ts'
import { setKind } from '../../../page/corrected/make-correction.ts'
import { blockAt } from '../../../page/lookup.ts'
import type { Block } from '../../../page/model.ts'
import { overlaps } from '../../../text/span.ts'
import { defined } from '../../../values/defined.ts'
import type { JsonObject } from '../../../values/json.ts'
import { articleName, firstWordsOf } from '../../wording/article-name.ts'
import { kindLabel, kindLabels } from '../../wording/block-kinds.ts'
import type { Action, ActionParams } from '../action.ts'
import { rangeOf } from '../fragments.ts'
import { wrong } from '../result.ts'
import { earlierRecords } from './page-record.ts'

export const articlesOf: Action = {
  name: 'articlesOf',
  description: 'A question: the articles of the page, photos with a title of their own among them.',
  answer:
    '`{ "articles": [{ "index", "title", "kind": "article" or "photo", "range", "titles", "byline" }] }`; `titles` and `byline` are ranges.',
  run(_, { place }) {
    if (place === undefined) return wrong('uri')
    const { document } = place
    return {
      kind: 'answer',
      answer: {
        articles: document.page.articles.map((article, index) => ({
          index,
          title: articleName(article),
          kind: article.kind,
          range: rangeOf(document, article.span),
          titles: article.blocks
            .filter(({ kind }) => kind === 'kicker' || kind === 'headline' || kind === 'subhead')
            .map(({ span }) => rangeOf(document, span)),
          byline: article.byline.map(({ span }) => rangeOf(document, span)),
        })),
      },
    }
  },
}

export const blocksAt: Action = {
  name: 'blocksAt',
  description:
    'A question: the block at `position`, or all blocks that `range` touches, and the kinds that there are.',
  answer:
    '`{ "blocks": [{ "kind", "label", "range", "text", "article", "said" }], "kinds": [{ "kind", "label" }] }`; `text` are its first words, `article` is the index of its article and absent where it has none, `said` are `{ "id", "what" }` of what people said of its beginning (`split`) and kind (`kind`), which `drop` takes away.',
  run(_, params) {
    const { place } = params
    if (place === undefined) return wrong('uri')
    const { document } = place
    const owners = new Map(
      document.page.articles.flatMap(({ blocks }, i) => blocks.map((block) => [block, i] as const)),
    )
    return {
      kind: 'answer',
      answer: {
        blocks: blocksIn(document, params).map((block) => {
          const { kind, span } = block
          const article = owners.get(block)
          return {
            kind,
            label: kindLabel(kind),
            range: rangeOf(document, span),
            text: firstWordsOf(document.text.slice(span.start, span.end)),
            ...defined({ article }),
            said: saidOf(document, block),
          }
        }),
        kinds: kindLabels().map((each) => ({ ...each })),
      },
    }
  },
}

function saidOf(document: Document, block: Block): readonly JsonObject[] {
  const { start } = block.span
  const corrections = [
    { kind: 'split', at: { start, end: start } } as const,
    setKind(block, block.kind),
  ]
  return corrections.flatMap((each) =>
    earlierRecords(document, each).map(({ id, what }) => ({ id, what })),
  )
}

/** The blocks that a selection touches, else the one at the cursor. */
export function blocksIn(
  { page }: Document,
  { span, offset }: Pick<ActionParams, 'span' | 'offset'>,
): readonly Block[] {
  if (span !== undefined && span.start < span.end) {
    return page.blocks.filter((block) => overlaps(block.span, span))
  }
  const at = offset ?? span?.start
  const block = at === undefined ? undefined : blockAt(page, at)
  return block === undefined ? [] : [block]
}
