/** The units of a page from the visible part outwards. */
import type { PlacedUnit } from './reading/units.ts'

/** Sorted by their distance from the source offset `around`. */
export function nearestFirst(placed: readonly PlacedUnit[], around: number): readonly PlacedUnit[] {
  return placed
    .map((unit) => ({ unit, distance: distanceOf(unit, around) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ unit }) => unit)
}

/** Source units from `around` to the nearest piece; 0 inside one. */
function distanceOf({ map }: PlacedUnit, around: number): number {
  return map.pieces.reduce(
    (least, { source, length }) =>
      Math.min(least, Math.max(0, source - around, around - source - length)),
    Number.POSITIVE_INFINITY,
  )
}
