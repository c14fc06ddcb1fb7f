/** What a person has decided, as parameters of the recogniser: fixed spans, and names that are or are not. */
import { type OffsetMap, sourceToLogical } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import { wordMatcher } from './lexicon.ts'
import type { Candidate, Unit } from './recogniser.ts'
import { resolve } from './resolve.ts'
import type { ResolvedUnit } from './spread.ts'
import { trim } from './trim.ts'
import { type Words, wordsOf } from './words.ts'

export interface Marks {
  /** Accepted annotations of this page, with spans in its source: no suggestion touches them. */
  readonly fixed: readonly PlacedMark[]
  /** Rejected suggestions of this page: the same span with the same type is not suggested again. */
  readonly rejected?: readonly PlacedMark[]
  /** Types by name: where the name stands as whole words, it is suggested with that type. */
  readonly positive: ReadonlyMap<string, string>
  /** Names that are none of a type, as `negativeMark` writes them. */
  readonly negative: ReadonlySet<string>
}

export interface PlacedMark {
  readonly span: Span
  readonly type: string
}

/** The entry of `Marks.negative` for a name that is not of `type`. */
export function negativeMark(name: string, type: string): string {
  return `${type} ${name}`
}

export interface MarkedUnit extends ResolvedUnit {
  /** Whether the person leaves room for a candidate of this unit. */
  readonly allows: (candidate: Candidate) => boolean
}

/**
 * The units with their candidates decided again: rejected ones and those that touch a fixed span are
 * gone, names of the person are there. `source` is the page that `placed` maps to.
 */
export function withMarks(
  units: readonly ResolvedUnit[],
  placed: readonly { readonly map: OffsetMap }[],
  { text: source, marks }: { readonly text: string; readonly marks: Marks },
): readonly MarkedUnit[] {
  const names = new Map(marks.positive)
  for (const { span, type } of marks.fixed) {
    // A name cut by a break is spelt with the break here, and is not looked for.
    const name = source.slice(span.start, span.end)
    if (name.length > 1 && !/\s/.test(name) && !names.has(name)) names.set(name, type)
  }
  const matcher = wordMatcher(names.keys())
  return units.map((resolved, index) => {
    const { unit } = resolved
    const allows = allowedIn(unit, marks, placed[index]?.map)
    const own = named(unit, names, matcher)
    const decided = new Set(own.map(placeOf))
    // At the very place of a name of theirs no other type has a say.
    const others = resolved.all.filter((candidate) => !decided.has(placeOf(candidate)))
    const all = [...others, ...own].filter(allows)
    return { unit, all, candidates: resolve(all), allows }
  })
}

function allowedIn(
  { text }: Unit,
  { fixed, rejected = [], negative }: Marks,
  map: OffsetMap | undefined,
): (candidate: Candidate) => boolean {
  const placed = (marks: readonly PlacedMark[]) =>
    map === undefined ? [] : marks.flatMap((mark) => placedIn(mark, map))
  const taken = new Uint8Array(text.length)
  for (const { start, end } of placed(fixed)) taken.fill(1, start, end)
  const refused = new Set(placed(rejected).map(markOf))
  return (candidate) =>
    !negative.has(negativeMark(text.slice(candidate.start, candidate.end), candidate.type)) &&
    !refused.has(markOf({ ...trim(text, candidate), type: candidate.type })) &&
    !taken.subarray(candidate.start, candidate.end).includes(1)
}

/** A mark in the unit's text; none where the unit does not hold it whole. */
function placedIn({ span, type }: PlacedMark, map: OffsetMap): (Span & { type: string })[] {
  const start = sourceToLogical(map, span.start)
  const last = sourceToLogical(map, span.end - 1)
  return start === undefined || last === undefined || last < start
    ? []
    : [{ start, end: last + 1, type }]
}

function placeOf({ start, end }: Span): string {
  return `${start} ${end}`
}

function markOf({ start, end, type }: Span & { readonly type: string }): string {
  return `${start} ${end} ${type}`
}

function named(
  unit: Unit,
  names: ReadonlyMap<string, string>,
  matcher: ReturnType<typeof wordMatcher>,
): Candidate[] {
  const { text } = unit
  const words = wordsOf(unit)
  const found: Candidate[] = []
  for (let at = 0; at < text.length; at++) {
    const length = matcher.longestAt(text, at)
    if (length === 0 || !isWhole(text, words, at, at + length)) continue
    const type = names.get(text.slice(at, at + length)) ?? ''
    // Below what is sure by its form: a longer name may still hold this one.
    found.push({ start: at, end: at + length, type, confidence: 0.97, reason: 'your mark' })
    at += length - 1
  }
  return found
}

/**
 * 光明 is not found in 光明正大. A longer name is no part of another word by chance, and the segmenter may
 * cut it wrongly when it is new to it.
 */
function isWhole(text: string, words: Words, start: number, end: number): boolean {
  return (
    end - start > 2 ||
    (words.isBoundary(start) && words.isBoundary(end)) ||
    isEnclosed(text, start, end)
  )
}

/** “富润”: its own marks are its boundaries. */
function isEnclosed(text: string, start: number, end: number): boolean {
  return /[“‘《(（]/.test(text.charAt(start - 1)) && /[”’》)）]/.test(text.charAt(end))
}
