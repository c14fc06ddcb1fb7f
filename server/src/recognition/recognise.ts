/** From a page to its suggested mentions: units, recognisers, resolver, and back to the source. */
import { type Mention, mentionSpan } from '../annotation/model.ts'
import type { Page } from '../page/model.ts'
import { logicalToSource, type OffsetMap } from '../text/offset-map.ts'
import { recent } from '../text/recent.ts'
import { byPosition, type Span } from '../text/span.ts'
import type { Segmenter } from '../words/token.ts'
import type { Tagger } from './learned/tagger.ts'
import { withLearned } from './learned-names.ts'
import type { Lexicon } from './lexicon.ts'
import { type MarkedUnit, type Marks, withMarks } from './marks.ts'
import type { Candidate, Unit } from './recogniser.ts'
import { recognisers } from './recognisers.ts'
import { resolve } from './resolve.ts'
import { type ResolvedUnit, spreadNames } from './spread.ts'
import { trim } from './trim.ts'
import { type PlacedUnit, type UnitDraft, unitsOf } from './units.ts'

/**
 * Suggests mentions for a page whose source is `text`; `marks` are what the person has decided there
 * and in the corpus.
 */
export type PageRecogniser = (text: string, page: Page, marks?: Marks) => readonly Mention[]

/** What recognising needs besides the page. */
export interface Means {
  readonly segment: Segmenter
  readonly lexicon: Lexicon
  /** Rules alone are at work without one. */
  readonly tagger?: Tagger | undefined
  /** Names of recognisers left out, `page` for page knowledge: to measure what each is worth. */
  readonly without?: ReadonlySet<string>
}

/** A recogniser that remembers the units it saw last, so that an edit costs its own article only. */
export function createRecogniser(means: Means): PageRecogniser {
  const units = recent<ResolvedUnit>(remembered)
  return (text, page, marks) =>
    recogniseWith(
      text,
      page,
      (draft) =>
        units(JSON.stringify([draft.text, draft.blocks, draft.byline]), () =>
          resolveUnit(draft, means),
        ),
      { means, marks },
    )
}

/** Units kept: those of several open pages. */
const remembered = 300

/** All suggestions for a page, in order of their place. Pure and total. */
export function recognisePage(
  text: string,
  page: Page,
  means: Means,
  marks?: Marks,
): readonly Mention[] {
  return recogniseWith(text, page, (draft) => resolveUnit(draft, means), { means, marks })
}

function recogniseWith(
  text: string,
  page: Page,
  unitFor: (draft: UnitDraft) => ResolvedUnit,
  { means, marks }: { readonly means: Means; readonly marks: Marks | undefined },
): readonly Mention[] {
  const placed = unitsOf(page)
  const found = placed.map(({ draft }) => unitFor(draft))
  const resolved: readonly (ResolvedUnit & Partial<MarkedUnit>)[] =
    marks === undefined ? found : withMarks(found, placed, { text, marks })
  const spread = means.without?.has('page') ? [] : spreadNames(resolved, means.lexicon)
  const mentions = placed.flatMap(({ map, article }, index) => {
    const own = resolved[index]
    if (own === undefined) return []
    const more = spread[index] ?? []
    const allowed = own.allows === undefined ? more : more.filter(own.allows)
    const decided = allowed.length === 0 ? own.candidates : resolve([...own.all, ...allowed])
    return decided.flatMap((candidate) => {
      const mention = toMention(candidate, { text, unit: own.unit, map, article, placed })
      return mention === undefined ? [] : [mention]
    })
  })
  return mentions.sort((a, b) => byPosition(mentionSpan(a), mentionSpan(b)))
}

function resolveUnit(draft: UnitDraft, means: Means): ResolvedUnit {
  const unit = { ...draft, tokens: means.segment(draft.text) }
  const all = withLearned(recogniseUnit(unit, means), unit, means)
  return { unit, all, candidates: resolve(all) }
}

/** What the recognisers propose for one unit; depends on nothing else, so it can be remembered. */
function recogniseUnit(unit: Unit, { lexicon, without }: Means): readonly Candidate[] {
  return recognisers.flatMap(({ name, recognise }) =>
    without?.has(name) ? [] : recognise(unit, lexicon),
  )
}

interface Place {
  readonly text: string
  readonly unit: Unit
  readonly map: OffsetMap
  readonly article: number | undefined
  readonly placed: readonly PlacedUnit[]
}

/** `undefined` for a candidate without a place in the source. */
function toMention(candidate: Candidate, place: Place): Mention | undefined {
  const { text, unit, map, article, placed } = place
  const trimmed = trim(unit.text, candidate)
  const spans = mergeOverBlanks(text, logicalToSource(map, trimmed))
  if (spans.length === 0) return undefined
  return {
    spans,
    type: candidate.type,
    status: 'suggested',
    text: unit.text.slice(trimmed.start, trimmed.end).replace(/\s*\n\s*/g, ''),
    article,
    source: candidate.reason,
    ...sameAs(candidate, placed),
    confidence: candidate.confidence,
  }
}

/** Where in the source the name stands that a spread one was found by. */
function sameAs({ origin }: Candidate, placed: readonly PlacedUnit[]): Pick<Mention, 'sameAs'> {
  const map = origin === undefined ? undefined : placed[origin.unit]?.map
  if (origin === undefined || map === undefined) return {}
  const [first] = logicalToSource(map, { start: origin.start, end: origin.start + 1 })
  return first === undefined ? {} : { sameAs: first.start }
}

/** Pieces with only white space between them are one span: a name cut by a column break. */
function mergeOverBlanks(text: string, spans: readonly Span[]): Span[] {
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
