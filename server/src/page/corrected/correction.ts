/** People's corrections of a page's structure: what they may say of it. */
import type { Span } from '../../text/span.ts'
import type { BlockKind } from '../model.ts'

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

/**
 * Corrections with their spans inside `text`. A block or name of which nothing is left, because its
 * text was deleted or never was there, is left out, and so is a correction that says nothing then.
 */
export function soundCorrections(
  text: string,
  corrections: readonly Correction[],
): readonly Correction[] {
  return corrections.flatMap((one) => soundCorrection(text, one) ?? [])
}

function soundCorrection(text: string, one: Correction): Correction | undefined {
  if (one.kind === 'split') {
    const at = inside(text, one.at)
    return at === undefined ? undefined : { ...one, at }
  }
  if (one.kind === 'kind') {
    const [block] = filled(text, [one.block])
    return block === undefined ? undefined : { ...one, block }
  }
  if (one.kind === 'join') {
    const [from, to] = filled(text, [one.from, one.to])
    return from === undefined || to === undefined ? undefined : { ...one, from, to }
  }
  const article = inside(text, one.article)
  const given = one.kind === 'article' ? one.blocks : one.kind === 'titles' ? one.lines : one.names
  const spans = filled(text, given)
  if (article === undefined || (spans.length === 0 && given.length > 0)) return undefined
  if (one.kind === 'article') return { ...one, article, blocks: spans }
  return one.kind === 'titles'
    ? { ...one, article, lines: spans }
    : { ...one, article, names: spans }
}

function filled(text: string, spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((span) => {
    const found = inside(text, span)
    return found !== undefined && found.start < found.end ? [found] : []
  })
}

function inside(text: string, { start, end }: Span): Span | undefined {
  const from = Math.max(0, Math.floor(start))
  const to = Math.min(text.length, Math.ceil(end))
  // Also false for what is no number.
  return from <= to ? { start: from, end: to } : undefined
}
