/** Parts that stand away from their article: sentences that go on elsewhere, orphaned paragraphs. */
import { type Draft, hasByline } from './drafts.ts'
import { goesOn, stopOf } from './evidence.ts'
import { jointBetween } from './joins.ts'
import type { Joint } from './model.ts'
import type { Part } from './parts.ts'

export interface Proposal {
  readonly from: Part
  readonly to: Part
  readonly joint: Joint
}

/**
 * Moves parts that were displaced on the page and returns what was proposed. A move without a
 * sentence cut at both ends is never a join. Changes the drafts.
 */
export function settleDisplaced(drafts: Draft[]): Proposal[] {
  const proposals: Proposal[] = []
  const stops = drafts.filter((draft) => openEnd(draft) !== undefined)
  const sure = drafts.flatMap((draft) => resumptions(draft))
  if (stops.length > 0 && stops.length <= 8) {
    for (const stopped of stops) {
      const pair = stops.length === 1 && sure.length === 1
      for (const resumption of sure.length > 0
        ? sure.slice(0, 1)
        : drafts.flatMap(weakResumption)) {
        if (!pair && sure.length > 0) continue
        const proposal = connect(stopped, resumption, pair ? 'join' : 'unsure', drafts)
        if (proposal !== undefined) proposals.push(proposal)
      }
    }
  }
  proposals.push(...adoptOrphans(drafts))
  return proposals
}

interface Resumption {
  readonly draft: Draft
  /** Index of the part in the draft's body. */
  readonly at: number
}

/** The last paragraph of an article when it visibly stops. */
function openEnd(draft: Draft): Part | undefined {
  const last = draft.body.at(-1)
  return last?.role === 'text' && stopOf(last.text) !== undefined ? last : undefined
}

/** Paragraphs that visibly go on although what stands before them is complete. */
function resumptions(draft: Draft): Resumption[] {
  return draft.body.flatMap((part, at) => {
    const before = draft.body[at - 1]
    const joined = before !== undefined && jointBetween(before, part) !== 'break'
    return part.role === 'text' && goesOn(part.text) && !joined ? [{ draft, at }] : []
  })
}

/** `完成…指标。` under a headline: a first paragraph of one short sentence is often a rest. */
function weakResumption(draft: Draft): Resumption[] {
  const at = draft.body.findIndex((part) => part.role === 'text')
  const part = draft.body[at]
  const before = draft.body[at - 1]
  if (part === undefined || before?.lead === true || draft.body[at + 1]?.role !== 'text') return []
  const short = part.text.length <= 30 && /^[^,。!?;:“”]+。$/.test(part.text)
  return short && draft.titles.length > 0 ? [{ draft, at }] : []
}

function connect(
  stopped: Draft,
  { draft, at }: Resumption,
  joint: Joint,
  drafts: Draft[],
): Proposal | undefined {
  const from = openEnd(stopped)
  const to = draft.body[at]
  if (from === undefined || to === undefined || stopped === draft) return undefined
  const orphan = stopped.titles.length === 0 && !hasByline(stopped)
  if (orphan && draft.body.slice(0, at).every((part) => part.role === 'byline')) {
    // The article's beginning stands elsewhere: it is read before its rest.
    draft.body.splice(at, 0, ...stopped.body.splice(0))
    draft.captions.push(...stopped.captions.splice(0))
    remove(drafts, stopped)
    return { from, to, joint }
  }
  const rest = draft.titles.length === 0 && !hasByline(draft) && at === 0
  if (rest || joint === 'join') {
    stopped.body.push(...draft.body.splice(at))
    if (draft.body.length === 0) {
      stopped.captions.push(...draft.captions.splice(0))
      if (draft.titles.length === 0) remove(drafts, draft)
    }
  }
  return { from, to, joint }
}

/**
 * A few paragraphs without title and byline right before a headline belong to the article before or
 * behind them; the one whose words they share gets them, as a proposal.
 */
function adoptOrphans(drafts: Draft[]): Proposal[] {
  const proposals: Proposal[] = []
  for (let i = drafts.length - 1; i >= 0; i--) {
    const orphan = drafts[i]
    const next = drafts[i + 1]
    if (orphan === undefined || next === undefined || next.kind === 'photo') continue
    if (orphan.titles.length > 0 || hasByline(orphan) || orphan.underSection) continue
    if (orphan.body.length > 3 || next.titles.length === 0) continue
    const before = drafts[i - 1]
    const own = gramsOfDraft(orphan)
    const fits = affinity(own, next)
    const fitsBefore = before === undefined ? 0 : affinity(own, before)
    if (fits < 0.12 || fits < fitsBefore * 1.3) continue
    const from = next.body.findLast((part) => part.role === 'text')
    const to = orphan.body[0]
    next.body.push(...orphan.body.splice(0))
    next.captions.push(...orphan.captions.splice(0))
    remove(drafts, orphan)
    if (from !== undefined && to !== undefined) proposals.push({ from, to, joint: 'unsure' })
  }
  return proposals
}

function remove(drafts: Draft[], draft: Draft): void {
  const at = drafts.indexOf(draft)
  if (at >= 0) drafts.splice(at, 1)
}

/** Share of the orphan's pairs of characters that the article has too. */
function affinity(own: ReadonlySet<string>, draft: Draft): number {
  const grams = gramsOfDraft(draft)
  let shared = 0
  for (const gram of own) if (grams.has(gram)) shared++
  return own.size === 0 ? 0 : shared / own.size
}

function gramsOfDraft(draft: Draft): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const part of [...draft.titles, ...draft.body]) {
    for (const run of part.text.slice(0, 5000).matchAll(/\p{Script=Han}{2,}/gu)) {
      for (let i = 0; i + 2 <= run[0].length; i++) grams.add(run[0].slice(i, i + 2))
    }
  }
  return grams
}
