/** Long units in parts: an article of many pages, or a line that never ends, is read and remembered part by part. */
import type { OffsetMap, Piece } from '../../text/offset-map.ts'
import { firstIndex } from '../../values/sorted.ts'
import { printedText } from './recogniser.ts'
import type { PlacedUnit, UnitDraft } from './units.ts'

/** UTF-16 units: a unit up to the first is read whole, a part has between the other two of them. */
const [longest, shortestPart, longestPart] = [6000, 1500, 4000]

/** One in so many ends of sentences is a place to cut. */
const cutEvery = 8

/**
 * The unit, or its parts in order. Where it is cut is said by the text before the cut, so that an edit makes new the
 * part that it is in, and seldom the one behind it: at ends of lines or sentences where there are any.
 */
export function partsOfUnit(unit: PlacedUnit): readonly PlacedUnit[] {
  const { text } = unit.draft
  if (text.length <= longest) return [unit]
  const parts: PlacedUnit[] = []
  for (let start = 0; start < text.length; ) {
    const end = cutBehind(text, start)
    parts.push(partOf(unit, start, end))
    start = end
  }
  return parts
}

function cutBehind(text: string, start: number): number {
  if (text.length - start <= longestPart) return text.length
  let last: number | undefined
  const reach = text.slice(start, start + longestPart)
  for (const { index, 0: found } of reach.matchAll(endOfSentence)) {
    const end = start + index + found.length
    if (end - start < shortestPart) continue
    if (isCut(text, end)) return end
    last = end
  }
  return last ?? wholeCharacter(text, start + longestPart)
}

/** With the brackets and quotes that close behind it, in folded text. */
const endOfSentence = /(?:[。!?][”’)》]*)?\n|[。!?][”’)》]*/g

/** By a hash of the characters before the place. */
function isCut(text: string, at: number): boolean {
  let hash = 0
  for (let i = at - 12; i < at; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1)
  return ((hash >>> 16) ^ (hash & 0xffff)) % cutEvery === 0
}

function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1)
  return unit >= 0xd800 && unit < 0xdc00 ? at - 1 : at
}

function partOf({ draft, map, article }: PlacedUnit, start: number, end: number): PlacedUnit {
  return { draft: draftBetween(draft, start, end), map: mapBetween(map, start, end), article }
}

function draftBetween(draft: UnitDraft, start: number, end: number): UnitDraft {
  const { blocks, byline } = draft
  const text = draft.text.slice(start, end)
  const printed = printedText(draft).slice(start, end)
  return {
    text,
    ...(text === printed ? {} : { printed }),
    blocks: between(blocks, start, end, ({ span }) => span.end).flatMap(({ kind, span }) => {
      const from = Math.max(span.start, start)
      const to = Math.min(span.end, end)
      return from < to ? [{ kind, span: { start: from - start, end: to - start } }] : []
    }),
    byline: byline.flatMap(({ name, span }) =>
      span.start >= start && span.end <= end
        ? [{ name, span: { start: span.start - start, end: span.end - start } }]
        : [],
    ),
  }
}

function mapBetween({ pieces }: OffsetMap, start: number, end: number): OffsetMap {
  return {
    pieces: between(pieces, start, end, endOfPiece).flatMap(({ logical, source, length }) => {
      const from = Math.max(logical, start)
      const to = Math.min(logical + length, end)
      if (from >= to) return []
      return [{ logical: from - start, source: source + from - logical, length: to - from }]
    }),
  }
}

function endOfPiece({ logical, length }: Piece): number {
  return logical + length
}

/** Those of the ascending `items` that may reach into `start` to `end`. */
function between<T>(
  items: readonly T[],
  start: number,
  end: number,
  endOf: (item: T) => number,
): readonly T[] {
  const at = (index: number): number => {
    const item = items[index]
    return item === undefined ? 0 : endOf(item)
  }
  const first = firstIndex(items.length, (index) => at(index) > start)
  return items.slice(first, firstIndex(items.length, (index) => at(index) >= end) + 1)
}
