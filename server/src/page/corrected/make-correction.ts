/** Corrections of a page's structure as people ask for them: from blocks and offsets to places. */
import type { Span } from '../../text/span.ts'
import { isBlank, isBreak } from '../lines/lines.ts'
import { blockAt } from '../lookup.ts'
import type { Article, Block, BlockKind, Page } from '../model.ts'
import type { Correction } from './correction.ts'

/** Units of a block by which its beginning or end is known: a quote of all of it would be long. */
const few = 12

/**
 * A block begins at a UTF-16 offset, or behind the blanks there. `undefined` where one begins or
 * ends already, and outside of blocks.
 */
export function splitAt(
  text: string,
  page: Page,
  offset: number,
  kind?: BlockKind,
): Correction | undefined {
  const block = blockAt(page, offset)
  if (block === undefined) return undefined
  let start = offset
  while (start < block.span.end && isBlank(text.charCodeAt(start))) start++
  const isInside = start < block.span.end && text.slice(block.span.start, offset).trim() !== ''
  if (!isInside) return undefined
  const at = beginning(text, { start, end: block.span.end })
  const isOther = kind !== undefined && kind !== block.kind
  return { kind: 'split', at, ...(isOther ? { block: kind } : {}) }
}

export function setKind({ span }: Block, value: BlockKind): Correction {
  return { kind: 'kind', block: span, value }
}

/** The passage that ends with `from` goes on with `to`; with `value` false it does not. */
export function continuesAt(text: string, from: Block, to: Block, value: boolean): Correction {
  return { kind: 'join', from: ending(text, from.span), to: beginning(text, to.span), value }
}

/** `undefined` when the article would keep no block by which it is known. */
export function moveToArticle(
  text: string,
  article: Article,
  blocks: readonly Block[],
): Correction | undefined {
  const moved = new Set(blocks)
  const place = placeIn(text, article, (block) => !moved.has(block))
  if (place === undefined || blocks.length === 0) return undefined
  return { kind: 'article', article: place, blocks: blocks.map(({ span }) => span) }
}

/** Blocks that become an article of their own; `undefined` for none. */
export function ownArticle(text: string, blocks: readonly Block[]): Correction | undefined {
  const [first] = blocks
  if (first === undefined) return undefined
  const article = beginning(text, first.span)
  return { kind: 'article', article, blocks: blocks.map(({ span }) => span) }
}

/** All title lines in their order; none takes the article's titles away. */
export function setTitles(
  text: string,
  article: Article,
  lines: readonly Span[],
): Correction | undefined {
  const isFree = ({ span }: Block): boolean =>
    lines.every((line) => line.end <= span.start || span.end <= line.start)
  const place = placeIn(text, article, isFree) ?? lines[0]
  return place === undefined ? undefined : { kind: 'titles', article: place, lines }
}

/** All names in their order; none says that the article has no byline. */
export function setByline(
  text: string,
  article: Article,
  names: readonly Span[],
): Correction | undefined {
  const isOther = ({ kind }: Block): boolean => kind !== 'byline'
  const place = placeIn(text, article, isOther) ?? placeIn(text, article, () => true)
  return place === undefined ? undefined : { kind: 'byline', article: place, names }
}

/** The beginning of its first paragraph, else of its first block, that may stand for it. */
function placeIn(
  text: string,
  { blocks }: Article,
  mayBe: (block: Block) => boolean,
): Span | undefined {
  const free = blocks.filter(mayBe)
  const block = free.find(({ kind }) => kind === 'paragraph') ?? free[0]
  return block === undefined ? undefined : beginning(text, block.span)
}

/** Its first characters, of its first line only. */
function beginning(text: string, { start, end }: Span): Span {
  let to = start
  while (to < end && to - start < few && !isBreak(text.charCodeAt(to))) to++
  return { start, end: isInPair(text, to) ? to + 1 : to }
}

function ending(text: string, { start, end }: Span): Span {
  let from = end
  while (from > start && end - from < few && !isBreak(text.charCodeAt(from - 1))) from--
  return { start: isInPair(text, from) ? from - 1 : from, end }
}

function isInPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1))
}
