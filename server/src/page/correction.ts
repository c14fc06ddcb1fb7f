/** People's corrections of a page's structure: what they may say of it. */
import type { Span } from '../text/span.ts'
import type { BlockKind } from './model.ts'

/**
 * Places are UTF-16 spans of the page's text. A place means the blocks of which it covers at least
 * half, else the one that it covers most of; an article is given by any place in it.
 */
export type Correction =
  /** A block begins where `at` begins; `block` is its kind, else that of the block it was cut from. */
  | { readonly kind: 'split'; readonly at: Span; readonly block?: BlockKind }
  | { readonly kind: 'kind'; readonly block: Span; readonly value: BlockKind }
  /** The passage that ends at `from` goes on at `to`, or (`false`) it does not. */
  | { readonly kind: 'join'; readonly from: Span; readonly to: Span; readonly value: boolean }
  /** Blocks belong to an article. If `article` is one of them, they become an article of their own. */
  | { readonly kind: 'article'; readonly article: Span; readonly blocks: readonly Span[] }
  /** All title lines of an article in their order; a span over several lines is one title line. */
  | { readonly kind: 'titles'; readonly article: Span; readonly lines: readonly Span[] }
  /** All names in an article's byline. */
  | { readonly kind: 'byline'; readonly article: Span; readonly names: readonly Span[] }

export const blockKinds: readonly BlockKind[] = [
  'masthead',
  'section',
  'kicker',
  'headline',
  'subhead',
  'byline',
  'crosshead',
  'paragraph',
  'caption',
  'contact',
  'note',
]

/** Corrections with their spans inside `text`; what has no place in it is left out. */
export function soundCorrections(
  text: string,
  corrections: readonly Correction[],
): readonly Correction[] {
  const sound = (span: Span): Span[] => soundSpan(text, span)
  return corrections.flatMap((one): Correction[] => {
    if (one.kind === 'split') return sound(one.at).map((at) => ({ ...one, at }))
    if (one.kind === 'kind') return sound(one.block).map((block) => ({ ...one, block }))
    if (one.kind === 'join') {
      const [from] = sound(one.from)
      const [to] = sound(one.to)
      return from === undefined || to === undefined ? [] : [{ ...one, from, to }]
    }
    const [article] = sound(one.article)
    if (article === undefined) return []
    if (one.kind === 'article') return [{ ...one, article, blocks: one.blocks.flatMap(sound) }]
    if (one.kind === 'titles') return [{ ...one, article, lines: one.lines.flatMap(sound) }]
    return [{ ...one, article, names: one.names.flatMap(sound) }]
  })
}

function soundSpan(text: string, { start, end }: Span): Span[] {
  const from = Math.max(0, Math.floor(start))
  const to = Math.min(text.length, Math.ceil(end))
  // Also false for what is no number.
  return from <= to ? [{ start: from, end: to }] : []
}
