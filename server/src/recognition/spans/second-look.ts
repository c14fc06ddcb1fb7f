/** Features of a span that only its page shows: names elsewhere, longer names, neighbours in a list. */
import { firstIndex } from '../../values/sorted.ts'
import { of1, of2 } from './edge-features.ts'
import { mix } from './hash.ts'
import type { WeighedLine } from './line-decider.ts'
import {
  type NameHit,
  type PageName,
  type PageNames,
  placeOf,
  type ReadLine,
} from './page-names.ts'

/** No span has more. */
export const mostSecondFeatures = 160

/** Log weight of a span that the first reading passed over. */
export const passedOver = -6

/** A line's spans for the second reading, and how to ask for their features. */
export interface SecondReading {
  readonly line: WeighedLine
  features(span: number, out: Int32Array): number
}

/** `index` is that of the line on its page, `width` the number of types. */
export function secondReading(
  read: ReadLine,
  index: number,
  names: PageNames,
  width: number,
): SecondReading {
  const hits = names.hitsOf(index).filter((hit) => isKnownElsewhere(hit, index, width))
  const line = withHits(read, hits, width)
  const longest = hits.reduce((most, hit) => Math.max(most, hit.end - hit.start), 0)
  const endsAt = new Map(read.names.map(({ end, type }) => [end, type]))
  const startsAt = new Map(read.names.map(({ start, type }) => [start, type]))
  return {
    line,
    features(span, out) {
      const start = line.starts[span] ?? 0
      const end = line.ends[span] ?? 0
      let count = 0
      let isLikely = false
      const at = ownIndex(read, start, end)
      if (at < 0) out[count++] = of1(413, 1)
      else {
        for (let t = 0; t < width; t++) {
          const probability = read.probabilities[at * width + t] ?? 0
          if (probability <= 0.02) continue
          isLikely = true
          out[count++] = of2(414, t, bucket(probability))
        }
      }
      // Hits are sorted by start: those that touch the span begin not farther before it than the longest reaches.
      const near = firstIndex(hits.length, (i) => (hits[i]?.start ?? 0) > start - longest)
      for (let i = near; i < hits.length; i++) {
        const hit = hits[i]
        if (hit === undefined || hit.start >= end || count > mostSecondFeatures - 40) break
        if (hit.end <= start) continue
        count = hitFeatures(hit, { start, end, index, width }, out, count)
      }
      if (isLikely && end - start < 9) {
        count = partFeatures(names.longerThan(read.text, start, end), end - start, out, count)
      }
      const left = neighbourBefore(read.text, start, endsAt)
      if (left !== undefined) out[count++] = of2(411, 1, mix(left.type, left.gap))
      const right = neighbourBehind(read.text, end, startsAt)
      if (right !== undefined) out[count++] = of2(411, 2, mix(right.type, right.gap))
      if (left !== undefined && right !== undefined) {
        out[count++] = of2(415, left.type, right.type)
      }
      return count
    },
  }
}

/** 1 to 6. */
function bucket(probability: number): number {
  if (probability < 0.2) return 1
  if (probability < 0.5) return 2
  if (probability < 0.8) return 3
  return probability < 0.95 ? 4 : probability < 0.99 ? 5 : 6
}

/** How probable the name is of the type at a place other than this one. */
function elsewhere({ name, start }: NameHit, index: number, type: number): number {
  const place = placeOf(index, start)
  const at = name.place[type] ?? -1
  // The name may have been found with its quotes, one character earlier.
  const isHere = at === place || at === place - 1
  return isHere ? (name.next[type] ?? 0) : (name.best[type] ?? 0)
}

function isKnownElsewhere(hit: NameHit, index: number, width: number): boolean {
  for (let t = 0; t < width; t++) if (elsewhere(hit, index, t) > 0) return true
  return false
}

/** The spans of the first reading with the places of names that it passed over. */
function withHits(read: ReadLine, hits: readonly NameHit[], width: number): WeighedLine {
  const { scored } = read
  if (hits.every(({ start, end }) => ownIndex(read, start, end) >= 0)) return scored
  const known = new Set<number>()
  for (let i = 0; i < scored.starts.length; i++) {
    known.add((scored.starts[i] ?? 0) * 65536 + (scored.ends[i] ?? 0))
  }
  const more = hits
    .filter(({ start, end }) => !known.has(start * 65536 + end))
    .map(({ start, end }) => start * 65536 + end)
  const keys = [...known, ...new Set(more)].sort((a, b) => a - b)
  const scores = new Float32Array(keys.length * width).fill(passedOver)
  let own = 0
  for (const [i, key] of keys.entries()) {
    if (!known.has(key)) continue
    scores.set(scored.scores.subarray(own * width, (own + 1) * width), i * width)
    own++
  }
  return {
    length: scored.length,
    starts: Int32Array.from(keys, (key) => Math.floor(key / 65536)),
    ends: Int32Array.from(keys, (key) => key % 65536),
    scores,
  }
}

/** Index of a span of the first reading, -1 for one that it passed over. */
function ownIndex({ scored: { starts, ends } }: ReadLine, start: number, end: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    const from = starts[middle] ?? 0
    if (from < start || (from === start && (ends[middle] ?? 0) < end)) low = middle + 1
    else high = middle
  }
  return starts[low] === start && ends[low] === end ? low : -1
}

function hitFeatures(
  hit: NameHit,
  {
    start,
    end,
    index,
    width,
  }: {
    readonly start: number
    readonly end: number
    readonly index: number
    readonly width: number
  },
  out: Int32Array,
  from: number,
): number {
  let count = from
  const relation =
    (hit.start < start ? 1 : hit.start === start ? 0 : 2) * 3 +
    (hit.end > end ? 1 : hit.end === end ? 0 : 2)
  for (let t = 0; t < width; t++) {
    const probability = elsewhere(hit, index, t)
    if (probability === 0) continue
    out[count++] = of2(400 + relation, t, bucket(probability))
    if (relation !== 0) continue
    out[count++] = of2(409, t, Math.min(4, hit.name.count[t] ?? 0))
    out[count++] = of2(410, t, Math.min(6, end - start))
    out[count++] = of2(417, t, shareOf(hit.name, t))
  }
  return count
}

/**
 * How much of a name its text is on the page: of how many places (1, 2, 3 to 5, more) the first reading took how large a part for
 * the type. A word that is a name once in ten places is mostly none elsewhere.
 */
function shareOf({ count, places }: PageName, type: number): number {
  const many = places < 3 ? places : places < 6 ? 3 : places < 10 ? 4 : 5
  const share = (count[type] ?? 0) / Math.max(1, places)
  return many * 4 + (share < 0.2 ? 0 : share < 0.5 ? 1 : share < 0.9 ? 2 : 3)
}

/** Of longer names that hold the span. */
function partFeatures(
  longer: readonly PageName[],
  length: number,
  out: Int32Array,
  from: number,
): number {
  let count = from
  let seen = 0
  for (const { best } of longer) {
    for (let t = 0; t < best.length; t++) {
      if ((best[t] ?? 0) < 0.5 || (seen & (1 << t)) !== 0) continue
      seen |= 1 << t
      out[count++] = of2(416, t, length)
    }
  }
  return count
}

interface Neighbour {
  readonly type: number
  /** What stands between. */
  readonly gap: number
}

/** The name that stands before the span with a sign of a list between them: 、 or quotes or a bracket. */
function neighbourBefore(
  text: string,
  start: number,
  endsAt: ReadonlyMap<number, number>,
): Neighbour | undefined {
  let gap = 7
  for (let at = start - 1; at >= Math.max(0, start - 4); at--) {
    const type = endsAt.get(at + 1)
    if (type !== undefined && at + 1 < start) return { type, gap }
    gap = mix(gap, text.charCodeAt(at))
  }
  return undefined
}

function neighbourBehind(
  text: string,
  end: number,
  startsAt: ReadonlyMap<number, number>,
): Neighbour | undefined {
  let gap = 11
  for (let at = end; at < Math.min(text.length, end + 4); at++) {
    const type = startsAt.get(at)
    if (type !== undefined && at > end) return { type, gap }
    gap = mix(gap, text.charCodeAt(at))
  }
  return undefined
}
