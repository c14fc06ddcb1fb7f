/** Which marks of a page lie in which of its units, and where there. */

import type { Span } from '../../text/span.ts'
import { oncePer } from '../../values/once-per.ts'
import { firstIndex } from '../../values/sorted.ts'
import { trim } from '../reading/trim.ts'
import type { PlacedUnit } from '../reading/units.ts'
import { type Marks, spansOf } from './decisions.ts'

/** What people decided in one unit, in offsets of its text. */
export interface UnitMarks {
  /** What no candidate may touch. */
  readonly taken: readonly Span[]
  /** Accepted marks that the unit holds whole. */
  readonly accepted: readonly TypedSpan[]
  /** As `refusalOf` writes them. */
  readonly refused: readonly string[]
}

export interface TypedSpan extends Span {
  readonly type: string
}

/** A candidate that was rejected in its place. */
export function refusalOf({ start, end, type }: TypedSpan): string {
  return `${start} ${end} ${type}`
}

/** One for each of `placed`. Takes time for each mark once, however many units there are. */
export function marksByUnit(
  placed: readonly PlacedUnit[],
  { fixed, rejected = [] }: Marks,
): readonly UnitMarks[] {
  const pieces = piecesOf(placed)
  const units = placed.map(() => ({
    taken: [] as Span[],
    accepted: [] as TypedSpan[],
    refused: [] as string[],
  }))
  for (const mark of fixed) {
    const places = spansOf(mark).flatMap((span) => placesIn(pieces, span))
    const whole = wholePlace(placed, places)
    const accepted = whole === undefined ? undefined : typed(whole, mark.type)
    if (whole !== undefined && accepted !== undefined) units[whole.unit]?.accepted.push(accepted)
    for (const place of places) {
      const isAll = place.start === accepted?.start && place.end === accepted.end
      // There may be very many: what is the same is one object.
      units[place.unit]?.taken.push(isAll ? accepted : { start: place.start, end: place.end })
    }
  }
  for (const mark of rejected) {
    const whole = wholePlace(
      placed,
      spansOf(mark).flatMap((span) => placesIn(pieces, span)),
    )
    if (whole !== undefined) units[whole.unit]?.refused.push(refusalOf(typed(whole, mark.type)))
  }
  return units
}

function typed({ start, end }: Span, type: string): TypedSpan {
  return { start, end, type }
}

interface UnitSpan extends Span {
  readonly unit: number
}

interface UnitPiece {
  readonly unit: number
  readonly logical: number
  readonly source: number
  readonly length: number
}

const piecesOf = oncePer((placed: readonly PlacedUnit[]): readonly UnitPiece[] =>
  placed
    .flatMap(({ map }, unit) => map.pieces.map((piece) => ({ unit, ...piece })))
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.source - b.source),
)

/** Where the parts of a source span stand in units. Pieces do not overlap in the source. */
function placesIn(pieces: readonly UnitPiece[], { start, end }: Span): UnitSpan[] {
  const places: UnitSpan[] = []
  for (let at = firstEndingAfter(pieces, start); at < pieces.length; at++) {
    const piece = pieces[at]
    if (piece === undefined || piece.source >= end) break
    const by = piece.logical - piece.source
    const from = Math.max(start, piece.source) + by
    const to = Math.min(end, piece.source + piece.length) + by
    if (from < to) places.push({ unit: piece.unit, start: from, end: to })
  }
  return places
}

function firstEndingAfter(pieces: readonly UnitPiece[], offset: number): number {
  return firstIndex(pieces.length, (middle) => {
    const piece = pieces[middle]
    return piece === undefined || piece.source + piece.length > offset
  })
}

/** Where one unit holds all the places, with nothing but blanks between them. */
function wholePlace(
  placed: readonly PlacedUnit[],
  places: readonly UnitSpan[],
): UnitSpan | undefined {
  const [first] = places
  const text = first === undefined ? undefined : placed[first.unit]?.draft.text
  if (first === undefined || text === undefined) return undefined
  let { end } = first
  for (const place of places.slice(1)) {
    if (place.unit !== first.unit || place.start < end) return undefined
    if (/\S/.test(text.slice(end, place.start))) return undefined
    end = place.end
  }
  return { unit: first.unit, ...trim(text, { start: first.start, end }) }
}
