/** What a person has decided, as parameters of the recogniser: fixed spans, and names that are or are not. */
import { type OffsetMap, sourceToLogical } from '../text/offset-map.ts'
import { overlaps, type Span } from '../text/span.ts'
import { wordMatcher } from './lexicon.ts'
import type { Candidate } from './recogniser.ts'
import { resolve } from './resolve.ts'
import type { ResolvedUnit } from './spread.ts'

export interface Marks {
  /** Annotations of this page, with spans in its source: no suggestion touches them. */
  readonly fixed: readonly { readonly span: Span; readonly type: string }[]
  /** Types by name: wherever the name stands, it is suggested with that type. */
  readonly positive: ReadonlyMap<string, string>
  /** Names that are none of a type, as `negativeMark` writes them. */
  readonly negative: ReadonlySet<string>
}

/** The entry of `Marks.negative` for a name that is not of `type`. */
export function negativeMark(name: string, type: string): string {
  return `${type} ${name}`
}

/** Whether a candidate of `text` is not one that the person has rejected. */
export function allowedBy(text: string, marks: Marks): (candidate: Candidate) => boolean {
  return ({ start, end, type }) => !marks.negative.has(negativeMark(text.slice(start, end), type))
}

/**
 * The units with their candidates decided again: rejected ones and those that touch a fixed span are
 * gone, names of the person are there. `source` is the page that `placed` maps to.
 */
export function withMarks(
  units: readonly ResolvedUnit[],
  placed: readonly { readonly map: OffsetMap }[],
  { text: source, marks }: { readonly text: string; readonly marks: Marks },
): readonly ResolvedUnit[] {
  const names = new Map(marks.positive)
  for (const { span, type } of marks.fixed) {
    // A name cut by a break is spelt with the break here, and is not looked for.
    const name = source.slice(span.start, span.end)
    if (name.length > 1 && !/\s/.test(name) && !names.has(name)) names.set(name, type)
  }
  const matcher = wordMatcher(names.keys())
  return units.map((resolved, index) => {
    const { unit } = resolved
    const allowed = allowedBy(unit.text, marks)
    const fixed = fixedIn(marks, placed[index]?.map)
    const all = [...resolved.all, ...named(unit.text, names, matcher)].filter(
      (candidate) => allowed(candidate) && !fixed.some((span) => overlaps(span, candidate)),
    )
    return { unit, all, candidates: resolve(all) }
  })
}

/** The fixed spans that lie in a unit, in its text. */
function fixedIn({ fixed }: Marks, map: OffsetMap | undefined): Span[] {
  if (map === undefined) return []
  return fixed.flatMap(({ span }) => {
    const start = sourceToLogical(map, span.start)
    const last = sourceToLogical(map, span.end - 1)
    return start === undefined || last === undefined || last < start
      ? []
      : [{ start, end: last + 1 }]
  })
}

function named(
  text: string,
  names: ReadonlyMap<string, string>,
  matcher: ReturnType<typeof wordMatcher>,
): Candidate[] {
  const found: Candidate[] = []
  for (let at = 0; at < text.length; at++) {
    const length = matcher.longestAt(text, at)
    if (length === 0) continue
    const type = names.get(text.slice(at, at + length)) ?? ''
    // Below what is sure by its form: a longer name may still hold this one.
    found.push({ start: at, end: at + length, type, confidence: 0.97, reason: 'your mark' })
    at += length - 1
  }
  return found
}
