/**
 * Krippendorff's α for unitizing, αU: how far annotators agree on which stretches of a text are units of
 * a type. This is αU as in K. Krippendorff, On the reliability of unitizing continuous data, Sociological
 * Methodology 25 (1995), with the expected disagreement of Measuring the reliability of qualitative text
 * analysis data, Quality & Quantity 38 (2004), and Content Analysis, 2nd ed. (2004), 11.6; not the later
 * family of 2016 (uα, cuα).
 */

import { codePoints } from '../../exchange/our-page/text-positions.ts'
import { byPosition, type Span } from '../../text/span.ts'
import { append } from '../../values/append.ts'
import { firstIndex } from '../../values/sorted.ts'
import type { JudgedMention, JudgedPair } from './judged.ts'

/** Units of one type; positions are any whole numbers from 0 to `length`. */
export interface Continuum {
  readonly length: number
  /** For each annotator, at least two; a type's units of one annotator do not overlap. */
  readonly observers: readonly (readonly Span[])[]
}

export interface Disagreement {
  readonly observed: number
  readonly expected: number
}

export interface Alphas {
  /** 1 − Σ observed / Σ expected over the types. */
  readonly all: number | undefined
  readonly byType: ReadonlyMap<string, number | undefined>
}

/**
 * Of two annotators. The texts follow each other as one continuum of code points; each piece of a
 * discontinuous mention is a unit. αU knows no overlapping units of one type: a mention that begins in
 * another one of its type and annotator is left out.
 */
export function unitizingAlphas(pairs: readonly JudgedPair[]): Alphas {
  const units = new Map<string, { readonly gold: Span[]; readonly found: Span[] }>()
  let length = 0
  for (const { text, gold, found } of pairs) {
    const { toPosition, length: own } = codePoints(text)
    const begin = length
    const place = ({ start, end }: Span): Span => ({
      start: begin + toPosition(start),
      end: begin + toPosition(end),
    })
    const add = (mentions: readonly JudgedMention[], side: 'gold' | 'found'): void => {
      for (const { type, spans } of mentions) {
        const both = units.get(type) ?? { gold: [], found: [] }
        append(both[side], spans.map(place))
        units.set(type, both)
      }
    }
    add(gold, 'gold')
    add(found, 'found')
    length += own
  }
  const byType = new Map(
    [...units].map(([type, { gold, found }]) => {
      return [type, disagreement({ length, observers: [apart(gold), apart(found)] })] as const
    }),
  )
  return {
    all: alpha([...byType.values()]),
    byType: new Map([...byType].map(([type, each]) => [type, alpha([each])])),
  }
}

/** Of one type or of several; `undefined` where there are no units. */
export function alpha(all: readonly Disagreement[]): number | undefined {
  const observed = all.reduce((sum, each) => sum + each.observed, 0)
  const expected = all.reduce((sum, each) => sum + each.expected, 0)
  return expected === 0 ? undefined : 1 - observed / expected
}

/** Total; time of a sort. */
export function disagreement({ length, observers }: Continuum): Disagreement {
  const count = observers.length
  const sorted = observers.map((units) => units.toSorted(byPosition))
  const all = sorted.flat()
  if (length === 0 || count < 2 || all.length === 0) return { observed: 0, expected: 0 }
  let differences = 0
  for (const [i, one] of sorted.entries()) {
    for (const other of sorted.slice(i + 1)) differences += differenceOf(one, other)
  }
  const beside = gapsAtLeast(sorted.flatMap((units) => gaps(units, length)))
  let expected = 0
  let own = 0
  for (const { start, end } of all) {
    const l = end - start
    expected += ((all.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * beside(l)
    own += l * (l - 1)
  }
  const places = count * length
  const possible = places * (places - 1) - own
  return {
    observed: (2 * differences) / (count * (count - 1) * length ** 2),
    expected: possible === 0 ? 0 : ((2 / length) * expected) / possible,
  }
}

/** Sum of δ²: of units that overlap by their ends, of the others their own length. */
function differenceOf(one: readonly Span[], other: readonly Span[]): number {
  let sum = 0
  let first = 0
  const met = new Set<Span>()
  for (const a of one) {
    while (first < other.length && (other[first]?.end ?? 0) <= a.start) first++
    let isAlone = true
    for (let i = first; i < other.length; i++) {
      const b = other[i]
      if (b === undefined || b.start >= a.end) break
      sum += (a.start - b.start) ** 2 + (a.end - b.end) ** 2
      met.add(b)
      isAlone = false
    }
    if (isAlone) sum += (a.end - a.start) ** 2
  }
  for (const b of other) if (!met.has(b)) sum += (b.end - b.start) ** 2
  return sum
}

/** Lengths of what lies between units, before the first and behind the last. */
function gaps(units: readonly Span[], length: number): readonly number[] {
  const ends = [0, ...units.map(({ end }) => end)]
  const starts = [...units.map(({ start }) => start), length]
  return starts.map((start, i) => start - (ends[i] ?? 0)).filter((gap) => gap > 0)
}

/** Σ (gap − l + 1) over the gaps that are not shorter than l: the ways to place a unit in them. */
function gapsAtLeast(lengths: readonly number[]): (l: number) => number {
  const sorted = lengths.toSorted((a, b) => b - a)
  const sums = [0]
  for (const gap of sorted) sums.push((sums.at(-1) ?? 0) + gap)
  return (l) => {
    const low = firstIndex(sorted.length, (middle) => (sorted[middle] ?? 0) < l)
    return (sums[low] ?? 0) - low * (l - 1)
  }
}

/** Sorted, without those that begin in an earlier one. */
function apart(units: readonly Span[]): readonly Span[] {
  let end = 0
  return units.toSorted(byPosition).filter((unit) => {
    const isFree = unit.start >= end && unit.end > unit.start
    if (isFree) end = unit.end
    return isFree
  })
}
