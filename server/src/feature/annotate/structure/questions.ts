/** Questions about a page's structure, for pickers: its articles, and the blocks at a place. */

import type { Document } from '../../../corpus/snapshot/model.ts'
import { setKind } from '../../../page/corrected/make-correction.ts'
import { blockAt } from '../../../page/lookup.ts'
import type { Block } from '../../../page/model.ts'
import type { BlockInfo } from '../../../protocol.ts'
import { spanToRange } from '../../../text/lines.ts'
import { overlaps, type Span } from '../../../text/span.ts'
import { defined } from '../../../values/defined.ts'
import { articleName, firstWordsOf } from '../../wording/article-name.ts'
import { kindLabel, kindLabels } from '../../wording/block-kinds.ts'
import type { Action } from '../action.ts'
import { optional, page, position, range } from '../parameters.ts'
import { earlierRecords } from './page-record.ts'

export const articlesOf: Action<'articlesOf'> = {
  asks: 'always',
  description: 'A question: the articles of the page, photos with a title of their own among them.',
  parameters: { place: page },
  answer:
    '`{ "articles": [{ "index", "title", "kind": "article" or "photo", "range", "titles", "byline" }] }`; `titles` and `byline` are ranges.',
  run(_, { place: { document } }) {
    const { lines } = document
    return {
      kind: 'answer',
      answer: {
        articles: document.page.articles.map((article, index) => ({
          index,
          title: articleName(article),
          kind: article.kind,
          range: spanToRange(lines, article.span),
          titles: article.blocks
            .filter(({ kind }) => kind === 'kicker' || kind === 'headline' || kind === 'subhead')
            .map(({ span }) => spanToRange(lines, span)),
          byline: article.byline.map(({ span }) => spanToRange(lines, span)),
        })),
      },
    }
  },
}

export const blocksAt: Action<'blocksAt'> = {
  asks: 'always',
  description:
    'A question: the block at `position`, or all blocks that `range` touches, and the kinds that there are.',
  parameters: { place: page, position: optional(position()), range: optional(range()) },
  answer:
    '`{ "blocks": [{ "kind", "label", "range", "text", "article", "said" }], "kinds": [{ "kind", "label" }] }`; `text` are its first words, `article` is the index of its article and absent where it has none, `said` are `{ "id", "what" }` of what people said of its beginning (`split`) and kind (`kind`), which `drop` takes away.',
  run(_, params) {
    const { document } = params.place
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
            range: spanToRange(document.lines, span),
            text: firstWordsOf(document.text.slice(span.start, span.end)),
            ...defined({ article }),
            said: saidOf(document, block),
          }
        }),
        kinds: kindLabels(),
      },
    }
  },
}

/** What people said of the beginning and the kind of a block. */
function saidOf(document: Document, block: Block): BlockInfo['said'] {
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
  { page: known }: Document,
  { range: span, position: offset }: { readonly range?: Span; readonly position?: number },
): readonly Block[] {
  if (span !== undefined && span.start < span.end) {
    return known.blocks.filter((block) => overlaps(block.span, span))
  }
  const at = offset ?? span?.start
  const block = at === undefined ? undefined : blockAt(known, at)
  return block === undefined ? [] : [block]
}
