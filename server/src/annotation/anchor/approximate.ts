/** Re-anchoring by likeness: where something like a quote stands in something like its context. */
import { diffTexts, mapThrough } from '../../text/diff/diff.ts'
import type { Anchor } from '../record/record.ts'
import type { Hit } from './hit.ts'
import { contextScore } from './hit.ts'

/** Units of the grams that point to a place, and places after which a gram points nowhere. */
const gram = 4
const mostPlaces = 40
/** Offsets this close are one place. */
const bin = 16

/** The index of the text is made at the first question. Discontinuous mentions have no likeness. */
export function approximateSearch(lf: string): (anchor: Anchor) => readonly Hit[] {
  let index: ReadonlyMap<string, readonly number[]> | undefined
  return ({ quote, prefix, suffix }) => {
    const [only] = quote
    if (quote.length !== 1 || only === undefined || only === '') return []
    index ??= gramsOf(lf)
    const pattern = prefix + only + suffix
    const hits: Hit[] = []
    for (const offset of likelyOffsets(index, pattern)) {
      const hit = compare(lf, offset, pattern, prefix.length, prefix.length + only.length)
      if (hit !== undefined && !hits.some((other) => isSamePlace(other, hit))) hits.push(hit)
    }
    return hits.sort((a, b) => b.score - a.score)
  }
}

function gramsOf(lf: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (let i = 0; i + gram <= lf.length; i++) {
    const key = lf.slice(i, i + gram)
    const known = places.get(key)
    if (known === undefined) places.set(key, [i])
    else if (known.length <= mostPlaces) known.push(i)
  }
  return places
}

/** Where the pattern could begin: the offsets to which most of its grams point, best first. */
function likelyOffsets(
  index: ReadonlyMap<string, readonly number[]>,
  pattern: string,
): readonly number[] {
  const votes = new Map<number, number>()
  for (let i = 0; i + gram <= pattern.length; i++) {
    const places = index.get(pattern.slice(i, i + gram)) ?? []
    if (places.length > mostPlaces) continue
    for (const place of places) {
      const at = Math.floor((place - i) / bin)
      votes.set(at, (votes.get(at) ?? 0) + 1)
    }
  }
  return [...votes]
    .filter(([, count]) => count >= 3)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 4)
    .map(([at]) => at * bin)
}

function compare(
  lf: string,
  offset: number,
  pattern: string,
  start: number,
  end: number,
): Hit | undefined {
  const from = Math.max(0, offset - bin)
  const window = lf.slice(from, offset + pattern.length + 2 * bin)
  const matches = diffTexts(pattern, window)
  const ends = { old: pattern.length, new: window.length }
  const found = mapThrough(matches, { start, end }, ends)
  if (!found.exact || found.end === found.start) return undefined
  const longer = Math.max(end - start, found.end - found.start)
  const part = (a: number, b: number): number =>
    a === b ? 0.5 : mapThrough(matches, { start: a, end: b }, ends).kept / (b - a)
  const context = contextScore(part(0, start), part(end, pattern.length))
  // More than one error in four characters is another word, whatever stands around it.
  const errors = longer - found.kept
  const quote = errors <= longer / 4 ? found.kept / longer : found.kept / longer / 2
  const spans = [{ start: from + found.start, end: from + found.end }]
  return { spans, score: 0.5 * quote + 0.5 * context }
}

function isSamePlace(a: Hit, b: Hit): boolean {
  return a.spans[0]?.start === b.spans[0]?.start && a.spans[0]?.end === b.spans[0]?.end
}
