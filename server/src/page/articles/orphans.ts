/** Blocks without an article of their own: paragraphs without a title, titles without a paragraph. */
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import { type DecidedJoins, isApart } from './decided-joins.ts'
import { type Draft, hasByline, hasText } from './drafts.ts'
import type { Proposal } from './joins.ts'

const rules = expressions('sentences', { continues: '' })

/**
 * A few paragraphs without title and byline right before a headline belong to the article before or
 * behind them; the one behind gets them, as a proposal at its end, when it shares more of their
 * words. Emptied drafts are left for the caller to drop.
 */
export function adoptOrphans(
  drafts: readonly Draft[],
  joins: DecidedJoins,
  lexicon: Lexicon,
): readonly Proposal[] {
  const proposals: Proposal[] = []
  for (const [i, orphan] of drafts.entries()) {
    const next = drafts[i + 1]
    if (next === undefined || next.kind === 'photo' || next.titles.length === 0) continue
    if (orphan.titles.length > 0 || hasByline(orphan) || orphan.underSection) continue
    if (orphan.body.length === 0 || orphan.body.length > 3) continue
    const before = drafts[i - 1]
    const fits = affinity(orphan, next)
    const fitsBefore = before === undefined ? 0 : affinity(orphan, before)
    // `(上接第1版)`, or the page's first lines: their article may stand on another page.
    const away = before === undefined || rules(lexicon).continues.test(orphan.body[0]?.text ?? '')
    if (away || fits < 0.12 || fits < fitsBefore * 1.3) continue
    const from = next.body.findLast((part) => part.role === 'text')
    const to = orphan.body[0]
    // A person decided where the orphan belongs, or that it does not belong there.
    if (to !== undefined && joins.before.has(to)) continue
    if (from !== undefined && to !== undefined && isApart(joins, from, to)) continue
    moveAll(orphan, next, next.body.length)
    if (from !== undefined && to !== undefined) proposals.push({ from, to, joint: 'unsure' })
  }
  return proposals
}

/**
 * Title lines at the end of the page with nothing under them go to the one article that has lost
 * its title, when its text speaks of the same.
 */
export function returnTitles(drafts: readonly Draft[]): void {
  const last = drafts.at(-1)
  if (last === undefined || last.titles.length === 0 || hasText(last) || last.kind === 'photo')
    return
  const lost = drafts.filter((draft) => draft.titles.length === 0 && hasText(draft))
  const [only] = lost
  if (only === undefined || lost.length > 1 || affinity(last, only) < 0.4) return
  only.titles.unshift(...last.titles.splice(0, 20))
  moveAll(last, only, 0)
}

/** Moves body and captions of `from` into the body of `to` before index `at`, and its captions. */
export function moveAll(from: Draft, to: Draft, at: number): void {
  const rest = to.body.splice(at)
  for (const part of from.body.splice(0)) to.body.push(part)
  for (const part of rest) to.body.push(part)
  for (const part of from.captions.splice(0)) to.captions.push(part)
}

/** How much of what `own` says `other` says too: the share of its pairs of characters, 0 to 1. */
export function affinity(own: Draft, other: Draft): number {
  const [mine, theirs] = [pairsOf(own), pairsOf(other)]
  let shared = 0
  for (const pair of mine) if (theirs.has(pair)) shared++
  return mine.size === 0 ? 0 : shared / mine.size
}

/** Pairs of neighbouring Chinese characters in a draft's first texts. */
function pairsOf(draft: Draft): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const part of [...draft.titles.slice(0, 8), ...draft.body.slice(0, 40)]) {
    for (const run of part.text.slice(0, 4000).matchAll(/\p{Script=Han}{2,}/gu)) {
      for (let i = 0; i + 2 <= run[0].length; i++) pairs.add(run[0].slice(i, i + 2))
    }
  }
  return pairs
}
