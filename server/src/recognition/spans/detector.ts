/** A quick look at places: most of them are neither the beginning nor the end of any name. */
import { of1, of2 } from './edge-features.ts'
import { addRows, sumOf } from './feature-table.ts'
import { mix } from './hash.ts'
import { type LineReader, margin } from './line.ts'
import type { TaggerModel } from './tagger-model.ts'

export const detectorFeatures = 11

/** Writes what is seen of the boundary `at`; gives the number of features. */
export function placeFeatures(line: LineReader, at: number, out: Int32Array): number {
  const { units, kinds, wordAt, wordHash, wordTag, wordStart, begins, ends, closing } = line
  const k = at + margin
  const b1 = units[k - 1] ?? 0
  const a1 = units[k] ?? 0
  const after = wordAt[k] ?? 0
  const isInside = (wordStart[after] ?? 0) < at ? 1 : 0
  const before = after - 1 + isInside
  const enclosed = (closing[k] ?? -1) < 0 ? 0 : 1
  out[0] = of2(320, b1, a1)
  out[1] = of2(322, a1, units[k + 1] ?? 0)
  out[2] = of2(323, wordHash[before] ?? 0, isInside)
  out[3] = of2(324, wordHash[after] ?? 0, isInside)
  out[4] = of2(325, mix(wordTag[before] ?? 0, isInside), wordTag[after] ?? 0)
  out[5] = of2(326, wordTag[after] ?? 0, wordTag[after + 1] ?? 0)
  out[6] = of2(328, begins[at] ?? 0, isInside)
  out[7] = of2(329, ends[at] ?? 0, isInside)
  out[8] = of2(321, units[k - 2] ?? 0, b1)
  out[9] = of2(327, wordTag[before - 1] ?? 0, wordTag[before] ?? 0)
  out[10] = of1(
    330,
    ((kinds[k - 2] ?? 0) << 13) |
      ((kinds[k - 1] ?? 0) << 9) |
      ((kinds[k] ?? 0) << 5) |
      ((kinds[k + 1] ?? 0) << 1) |
      enclosed,
  )
  return detectorFeatures
}

/** Leaves of the line's edges those where a name may begin (1), may end (2), or both; what rules propose stays. */
export function detector({
  detector: table,
  limits,
}: Pick<TaggerModel, 'detector' | 'limits'>): (line: LineReader) => void {
  const features = new Int32Array(detectorFeatures)
  const sums = new Int32Array(table.lanes)
  const [begin = 0, end = 0] = limits
  return (line) => {
    const { isEdge, length, proposals } = line
    for (let at = 0; at <= length; at++) {
      if (isEdge[at] === 0) continue
      sums.fill(0)
      addRows(table, features, placeFeatures(line, at, features), sums, 0)
      const pair = sums[0] ?? 0
      isEdge[at] = (sumOf(pair, 0) >= begin ? 1 : 0) | (sumOf(pair, 1) >= end ? 2 : 0)
    }
    for (const { start, end: behind } of proposals) {
      isEdge[start] = (isEdge[start] ?? 0) | 1
      isEdge[behind] = (isEdge[behind] ?? 0) | 2
    }
  }
}
