/** Sentences that go on elsewhere on the page: which article's end and which paragraph belong together. */

import { append } from '../../values/append.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { goesOn, stopOf } from '../lines/evidence.ts'
import type { Part } from '../lines/parts.ts'
import type { Joint } from '../model.ts'
import { type DecidedJoins, isApart, undecided } from './decided-joins.ts'
import { type Draft, hasByline, hasText } from './drafts.ts'
import { jointBetween, type Proposal } from './joins.ts'
import { adoptOrphans, affinity, moveAll, returnTitles } from './orphans.ts'

/** A page with more cut ends than this is no newspaper page: none of them is joined. */
const MOST = 8
/** Share of words in common from which on an orphan may be the rest of an article. */
const AKIN = 0.12

/**
 * Reunites what was displaced: changes the drafts and returns the continuations it made. Only a
 * sentence that visibly stops and one that visibly goes on, the only ones of their page, are a
 * `join`; everything else is `unsure`. What people decided in `joins` stays as it is.
 */
export function settleDisplaced(
  drafts: readonly Draft[],
  lexicon: Lexicon,
  joins: DecidedJoins = undecided,
): readonly Proposal[] {
  const proposals: Proposal[] = []
  const stops = drafts.filter((draft) => openEnd(draft, joins, lexicon) !== undefined)
  if (stops.length > 0 && stops.length <= MOST) {
    for (const pair of pairs(drafts, stops, joins, lexicon)) {
      const proposal = connect(pair, joins, lexicon)
      if (proposal !== undefined) proposals.push(proposal)
    }
  }
  returnTitles(drafts)
  for (const proposal of adoptOrphans(drafts, joins, lexicon)) proposals.push(proposal)
  return proposals
}

interface Resumption {
  readonly draft: Draft
  /** Index of the part in the draft's body. */
  readonly at: number
}

interface Pair {
  readonly stopped: Draft
  readonly resumption: Resumption
  readonly joint: Joint
}

function pairs(
  drafts: readonly Draft[],
  stops: readonly Draft[],
  joins: DecidedJoins,
  lexicon: Lexicon,
): readonly Pair[] {
  const isOpen = ({ draft, at }: Resumption): boolean => {
    const part = draft.body[at]
    return part !== undefined && !joins.before.has(part)
  }
  const clear = drafts.flatMap((draft) => resumptions(draft, lexicon)).filter(isOpen)
  const [stopped] = stops
  if (stopped === undefined) return []
  if (clear.length === 1 && stops.length === 1) {
    return clear.map((resumption) => ({ stopped, resumption, joint: 'join' }))
  }
  if (clear.length > 0) {
    // Each end goes on at the first resumption behind it, if no other end stands between.
    return stops.flatMap((end, i): Pair[] => {
      const after = (draft: Draft | undefined): number =>
        draft === undefined ? Infinity : start(draft)
      const resumption = clear.find((found) => after(found.draft) > after(end))
      const free = resumption !== undefined && after(resumption.draft) < after(stops[i + 1])
      return free ? [{ stopped: end, resumption, joint: 'unsure' }] : []
    })
  }
  const others = drafts.filter((draft) => draft !== stopped)
  const short = others.flatMap(shortResumption).filter(isOpen)
  const weak = short.length > 0 ? short : others.flatMap(orphanBeginning).filter(isOpen)
  const [resumption] = weak
  if (stops.length > 1 || weak.length > 1 || resumption === undefined) return []
  return affinity(stopped, resumption.draft) < AKIN
    ? []
    : [{ stopped, resumption, joint: 'unsure' }]
}

function start(draft: Draft): number {
  return (draft.titles[0] ?? draft.body[0])?.span.start ?? 0
}

/** The last paragraph of an article when it visibly stops, and no person decided where it goes on. */
function openEnd(draft: Draft, joins: DecidedJoins, lexicon: Lexicon): Part | undefined {
  const last = draft.body.at(-1)
  if (last !== undefined && joins.behind.has(last)) return undefined
  return last?.role === 'text' && stopOf(last.text, lexicon) !== undefined ? last : undefined
}

/** Paragraphs that visibly go on although what stands before them is complete. */
function resumptions(draft: Draft, lexicon: Lexicon): Resumption[] {
  return draft.body.flatMap((part, at) => {
    const before = draft.body[at - 1]
    const joined = before !== undefined && jointBetween(before, part, lexicon) !== 'break'
    return part.role === 'text' && goesOn(part.text, lexicon) && !joined ? [{ draft, at }] : []
  })
}

/** `完成…指标。`: a first paragraph of one short sentence under a headline may be a rest. */
function shortResumption(draft: Draft): Resumption[] {
  const at = draft.body.findIndex((part) => part.role === 'text')
  const part = draft.body[at]
  if (part === undefined || draft.titles.length === 0) return []
  if (draft.body[at - 1]?.lead === true || draft.body[at + 1]?.role !== 'text') return []
  return part.text.length <= 30 && /^[^,。!?;:“”]+。$/.test(part.text) ? [{ draft, at }] : []
}

/** The beginning of a text that has no title and does not stand under a section name. */
function orphanBeginning(draft: Draft): Resumption[] {
  return isOrphan(draft) && hasText(draft) && !draft.underSection ? [{ draft, at: 0 }] : []
}

function isOrphan(draft: Draft): boolean {
  return draft.titles.length === 0 && !hasByline(draft)
}

function connect(
  { stopped, resumption, joint }: Pair,
  joins: DecidedJoins,
  lexicon: Lexicon,
): Proposal | undefined {
  const { draft, at } = resumption
  const from = openEnd(stopped, joins, lexicon)
  const to = draft.body[at]
  if (from === undefined || to === undefined || stopped === draft) return undefined
  if (isApart(joins, from, to)) return undefined
  const first = !hasText({ ...draft, body: draft.body.slice(0, at) })
  if (isOrphan(stopped) && first && !isOrphan(draft)) {
    // The article's beginning stands elsewhere: it is read before its rest.
    moveAll(stopped, draft, at)
  } else if (isOrphan(draft) && at === 0) moveAll(draft, stopped, stopped.body.length)
  else if (joint === 'join') {
    // Under another headline only the rest of the sentence is taken, else all that follows it.
    let end = first ? at + 1 : draft.body.length
    while (first && chained(draft.body[end - 1], draft.body[end], lexicon)) end++
    append(stopped.body, draft.body.splice(at, end - at))
  }
  return { from, to, joint }
}

function chained(before: Part | undefined, next: Part | undefined, lexicon: Lexicon): boolean {
  return (
    before !== undefined && next !== undefined && jointBetween(before, next, lexicon) === 'join'
  )
}
