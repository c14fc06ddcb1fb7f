/** Units with a person's marks: without the candidates that the person rejected or replaced, with the person's names. */
import type { Span } from '../../text/span.ts'
import { oncePer } from '../../values/once-per.ts'
import { type Candidate, printedText, type Unit } from '../reading/recogniser.ts'
import { resolve } from '../reading/resolve.ts'
import { trim } from '../reading/trim.ts'
import type { PlacedUnit } from '../reading/units.ts'
import { type History, listHistories } from '../spread/list-history.ts'
import type { ResolvedUnit } from '../spread/spread.ts'
import { marksByUnit, refusalOf, type TypedSpan, type UnitMarks } from './by-unit.ts'
import { joinedName, type Marks, negativeMark, ownNames } from './decisions.ts'
import { type Hits, markedNameFinder } from './names.ts'

export interface MarkedUnit extends ResolvedUnit {
  readonly allows: NonNullable<ResolvedUnit['allows']>
}

/** `text` is the page's source, `placed` says where the units are in it. */
type MarkUnits = (
  units: readonly ResolvedUnit[],
  page: { readonly placed: readonly PlacedUnit[]; readonly text: string; readonly marks: Marks },
) => readonly MarkedUnit[]

/**
 * Decides again between the candidates of units with marks. What it decided last of each unit is
 * remembered, so that one mark more costs the units that it is about.
 */
export function unitMarker(): MarkUnits {
  const find = markedNameFinder()
  const negativeOf = listHistories()
  // Several for one unit: the same text may stand on a page many times, with different marks each time.
  const decided = new WeakMap<ResolvedUnit, Decided[]>()
  return (units, { placed, text, marks }) => {
    const ofPage = ownNames(marks, text)
    const hitsIn = find(marks.positive, ofPage)
    const negative = negativeOf(marks.negative)
    const byUnit = marksByUnit(placed, marks)
    const typeOf = (name: string) => marks.positive.get(name) ?? ofPage.get(name) ?? ''
    return units.map((resolved, index) => {
      const { unit } = resolved
      const own = byUnit[index] ?? unmarked
      const given: Given = { ...own, named: named(unit, hitsIn(unit), own.accepted, typeOf) }
      const known = decided.get(resolved) ?? []
      const before = known.findIndex(
        (each) => isSame(each.given, given) && isCurrent(each, unit, negative),
      )
      const marked = known[before]?.marked ?? decide(resolved, given, marks.negative)
      if (before >= 0) known.splice(before, 1)
      known.unshift({ given, negative, version: negative.version, marked })
      known.splice(mostDecided)
      decided.set(resolved, known)
      return marked
    })
  }
}

/** Decisions kept for one unit. */
const mostDecided = 40

/** Whether the person says of the candidate's name that it is none of its type. */
export function isNegative(
  candidate: Candidate,
  unit: Unit,
  negative: ReadonlySet<string>,
): boolean {
  if (negative.size === 0) return false
  const text = printedText(unit)
  const { start, end } = trim(text, candidate)
  return negative.has(negativeMark(joinedName(text.slice(start, end)), candidate.type))
}

const unmarked: UnitMarks = { taken: [], accepted: [], refused: [] }

/** All that a person says about one unit, but for negative names. */
interface Given extends UnitMarks {
  /** Their names in it, in order and apart. */
  readonly named: readonly TypedSpan[]
}

interface Decided {
  readonly given: Given
  /** The list of negative names, and its version at that time. */
  readonly negative: History
  readonly version: number
  readonly marked: MarkedUnit
}

function decide(resolved: ResolvedUnit, given: Given, negative: ReadonlySet<string>): MarkedUnit {
  const { unit } = resolved
  const allows = allowedIn(unit, given)
  const isLeft = (candidate: Candidate) =>
    allows(candidate) && !isNegative(candidate, unit, negative)
  const own = given.named.map(
    // Less sure than what is known by its form, so that a longer name may still contain this one.
    (name): Candidate => ownCandidate(name, 0.97),
  )
  const names = own.filter(isLeft)
  const places = new Set(names.map(placeOf))
  // Where a name of the person stands, candidates of another type give way.
  const others = resolved.all.filter(
    (candidate) => isLeft(candidate) && !places.has(placeOf(trim(unit.text, candidate))),
  )
  const all = [...others, ...names]
  return {
    unit,
    all,
    candidates: resolve(all),
    // Asked for once: kept, they would take as much as what they are made of.
    get accepted() {
      return given.accepted.map((mark) => ownCandidate(mark, 1))
    },
    allows,
  }
}

function ownCandidate({ start, end, type }: TypedSpan, confidence: number): Candidate {
  return { start, end, type, confidence, reason: 'your mark' }
}

function allowedIn(
  { text }: Unit,
  { taken: spans, refused }: Given,
): (candidate: Candidate) => boolean {
  const taken = new Uint8Array(spans.length === 0 ? 0 : text.length)
  for (const { start, end } of spans) taken.fill(1, start, end)
  const refusals = new Set(refused)
  const isFree = ({ start, end }: Span): boolean => {
    for (let at = start; at < end; at++) if (taken[at] === 1) return false
    return true
  }
  return (candidate) =>
    isFree(candidate) &&
    (refusals.size === 0 ||
      !refusals.has(refusalOf({ ...trim(text, candidate), type: candidate.type })))
}

function placeOf({ start, end }: Span): string {
  return `${start} ${end}`
}

/** Most names stand where they were accepted: then it is that very object. */
function named(
  unit: Unit,
  hits: Hits,
  accepted: readonly TypedSpan[],
  typeOf: (name: string) => string,
): readonly TypedSpan[] {
  const text = printedText(unit)
  const byStart = new Map(accepted.map((each) => [each.start, each]))
  return hits.map(({ start, end }) => {
    const type = typeOf(text.slice(start, end))
    const same = byStart.get(start)
    return same?.end === end && same.type === type ? same : { start, end, type }
  })
}

function isSame(before: Given, now: Given): boolean {
  return (
    sameSpans(before.taken, now.taken) &&
    sameTyped(before.accepted, now.accepted) &&
    sameTyped(before.named, now.named) &&
    before.refused.length === now.refused.length &&
    before.refused.every((refusal, at) => refusal === now.refused[at])
  )
}

function sameSpans(some: readonly Span[], others: readonly Span[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ start, end }, at) => start === others[at]?.start && end === others[at]?.end)
  )
}

function sameTyped(some: readonly TypedSpan[], others: readonly TypedSpan[]): boolean {
  return sameSpans(some, others) && some.every(({ type }, at) => type === others[at]?.type)
}

/** Whether no negative name that came or went since stands in the unit. */
function isCurrent({ negative, version }: Decided, unit: Unit, now: History): boolean {
  if (negative !== now) return false
  return now.changedSince(version)?.every((entry) => !mayConcern(unit, entry)) === true
}

/** Whether the name of a negative entry, which begins behind a space in it, stands in the unit. */
function mayConcern(unit: Unit, entry: string): boolean {
  const text = readingOf(unit)
  for (let at = entry.indexOf(' '); at >= 0; at = entry.indexOf(' ', at + 1)) {
    if (text.includes(entry.slice(at + 1))) return true
  }
  return false
}

const readingOf = oncePer((unit: Unit) => joinedName(printedText(unit)))
