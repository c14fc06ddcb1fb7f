/** A selection over a caption that cuts through an article: what of it belongs to the article. */

import type { Document } from '../../corpus/snapshot/model.ts'
import type { Block, Page } from '../../page/model.ts'
import { spanToRange } from '../../text/lines.ts'
import { overlaps, type Span, sliceSpan } from '../../text/span.ts'
import type { Action } from './action.ts'
import { page, range } from './parameters.ts'
import { wholeSpans } from './reading.ts'

export const fragmentsOf: Action<'fragmentsOf'> = {
  asks: 'always',
  description:
    'A question: the pieces of the selection `range` that belong to one article, where a caption or another article cuts through it. `mark` takes them as `ranges`.',
  parameters: { place: page, range: range() },
  answer:
    '`{ "ranges": […], "texts": […], "whole": true }`; `whole` where the selection belongs to the article as it is.',
  run(_, { place: { document }, range: span }) {
    const fragments = fragmentsIn(document, span)
    const ranges = fragments.map((each) => spanToRange(document.lines, each))
    const texts = fragments.map((each) => sliceSpan(document.text, each))
    const [only, ...more] = wholeSpans(document, [span])
    const [first, ...rest] = fragments
    const whole =
      more.length + rest.length === 0 && first?.start === only?.start && first?.end === only?.end
    return { kind: 'answer', answer: { ranges, texts, whole } }
  },
}

/**
 * The pieces of a span that belong to the article in which it begins, or to that in which it ends
 * where it begins in no article (a caption, a section name); in reading order.
 */
export function fragmentsIn(document: Document, span: Span): readonly Span[] {
  const { page } = document
  const [whole] = wholeSpans(document, [span])
  if (whole === undefined) return []
  const blocks = page.blocks.filter((block) => overlaps(block.span, whole))
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (first === undefined || last === undefined) return [whole]
  const ownerOf = owners(page)
  const [from, to] = [ownerOf(first), ownerOf(last)]
  const owner = from.isArticle || !to.isArticle ? from : to
  const pieces = blocks
    .filter((block) => ownerOf(block).blocks === owner.blocks)
    .map((block) => ({
      start: Math.max(block.span.start, whole.start),
      end: Math.min(block.span.end, whole.end),
    }))
  return wholeSpans(document, pieces)
}

interface Owner {
  readonly blocks: readonly Block[]
  readonly isArticle: boolean
}

function owners({ articles }: Page): (block: Block) => Owner {
  const known = new Map<Block, Owner>()
  for (const { kind, blocks } of articles) {
    for (const block of blocks) known.set(block, { blocks, isArticle: kind === 'article' })
  }
  return (block) => {
    const owner = known.get(block) ?? { blocks: [block], isArticle: false }
    known.set(block, owner)
    return owner
  }
}
