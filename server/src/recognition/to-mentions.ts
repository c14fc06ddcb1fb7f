/** From the candidates that remain in a unit back to mentions in the source of the page. */
import type { Mention } from '../annotation/record/mention.ts'
import { logicalToSource } from '../text/offset-map.ts'
import { byPosition, hull, type Span } from '../text/span.ts'
import { oncePer } from '../values/once-per.ts'
import { joinedName } from './decided/decisions.ts'
import { type Candidate, printedText, type Unit } from './reading/recogniser.ts'
import { trim } from './reading/trim.ts'
import type { PlacedUnit } from './reading/units.ts'

/** What was decided in one unit. */
export interface Decision {
  readonly unit: Unit
  readonly candidates: readonly Candidate[]
}

interface Source {
  readonly text: string
  readonly placed: readonly PlacedUnit[]
}

/** The mentions of a page in order of their place, from the decisions in its `placed` units. */
type PlaceMentions = (decisions: readonly Decision[], source: Source) => readonly Mention[]

/** Remembers the mentions of the last page, which often differ in one unit only. */
export function mentionPlacer(): PlaceMentions {
  const draftsOf = oncePer(toDrafts)
  let last: { readonly source: Source; readonly units: readonly Known[] } | undefined
  return (decisions, source) => {
    const { text, placed } = source
    const known = last?.source.placed === placed && last.source.text === text ? last.units : []
    const units = decisions.map((decision, index): Known => {
      const before = known[index]
      if (before?.decision === decision) return before
      const place = { ...source, unit: placed[index] }
      const mentions = draftsOf(decision).flatMap((draft) => toMention(draft, place))
      return { decision, mentions }
    })
    last = { source, units }
    return units
      .flatMap(({ mentions }) => mentions)
      .sort(byPosition)
      .map(({ mention }) => mention)
  }
}

interface Known {
  readonly decision: Decision
  readonly mentions: readonly MentionWithHull[]
}

interface MentionWithHull extends Span {
  readonly mention: Mention
}

interface Place extends Source {
  readonly unit: PlacedUnit | undefined
}

/** What a mention takes from its candidate wherever the candidate's unit stands. */
interface Draft {
  readonly span: Span
  readonly text: string
  readonly candidate: Candidate
}

function toDrafts({ unit, candidates }: Decision): readonly Draft[] {
  const printed = printedText(unit)
  return candidates.map((candidate) => {
    const span = trim(unit.text, candidate)
    return { span, text: joinedName(printed.slice(span.start, span.end)), candidate }
  })
}

/** None for a candidate without a place in the source. */
function toMention({ span, text, candidate }: Draft, place: Place): MentionWithHull[] {
  const { unit } = place
  if (unit === undefined) return []
  const spans = mergeOverBlanks(place.text, logicalToSource(unit.map, span))
  const whole = hull(spans)
  if (whole === undefined) return []
  const mention: Mention = {
    spans,
    type: candidate.type,
    status: 'suggested',
    text,
    article: unit.article,
    source: candidate.reason,
    ...sameAs(candidate, place.placed),
    confidence: candidate.confidence,
  }
  return [{ ...whole, mention }]
}

/** Where in the source the name stands from which this one was spread. */
function sameAs({ origin }: Candidate, placed: readonly PlacedUnit[]): Pick<Mention, 'sameAs'> {
  const map = origin === undefined ? undefined : placed[origin.unit]?.map
  if (origin === undefined || map === undefined) return {}
  const [first] = logicalToSource(map, { start: origin.start, end: origin.start + 1 })
  return first === undefined ? {} : { sameAs: first.start }
}

/** Pieces with only white space between them are one span: a name cut by a column break. */
function mergeOverBlanks(text: string, spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans
  const merged: Span[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    const joined =
      last !== undefined && last.end <= span.start && /^\s*$/.test(text.slice(last.end, span.start))
    if (joined) merged[merged.length - 1] = { start: last.start, end: span.end }
    else merged.push(span)
  }
  return merged
}
