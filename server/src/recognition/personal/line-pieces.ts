/** A line of a unit as a unit of its own, and what of the unit lies in it. */
import type { Chain, Unit } from '../reading/recogniser.ts'

export function lineOf(text: string, tokens: Unit['tokens'], chains: readonly Chain[]): Unit {
  return { text, tokens, blocks: [], byline: [], chains }
}

/** Hands out the items of one line after the other, with offsets in the line. */
export function piecesOf<T extends { readonly start: number; readonly end: number }>(
  items: readonly T[],
): (start: number, end: number) => readonly T[] {
  let next = 0
  return (start, end) => {
    const first = next
    while ((items[next]?.start ?? end) < end) next++
    return items.slice(first, next).map((item) => moved(item, -start))
  }
}

function moved<T extends { readonly start: number; readonly end: number }>(item: T, by: number): T {
  return { ...item, start: item.start + by, end: item.end + by }
}
