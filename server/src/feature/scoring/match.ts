/** Which mention of one annotator is meant by which of the other, though place or type may differ. */

import { byPosition, hull, type Span } from '../../text/span.ts'
import { firstIndex } from '../../values/sorted.ts'
import type { JudgedMention, JudgedPair } from './judged.ts'

/** Each mention of either side is in one match. `gold` or `found` is `undefined`: the other has none there. */
export interface Match {
  readonly gold: JudgedMention | undefined
  readonly found: JudgedMention | undefined
}

/**
 * One to one: equal ones first, then of equal place, then of equal type that share most characters, then
 * any that share most. By place of the gold mention, else of the found one.
 */
export function matchMentions({
  gold,
  found,
}: Pick<JudgedPair, 'gold' | 'found'>): readonly Match[] {
  const open = new Set(found)
  const partner = new Map<JudgedMention, JudgedMention>()
  const join = (one: JudgedMention, other: JudgedMention | undefined): void => {
    if (other === undefined) return
    partner.set(one, other)
    open.delete(other)
  }
  for (const key of [placeAndType, placeOf]) {
    const byKey = new Map<string, JudgedMention[]>()
    for (const each of open) {
      const same = byKey.get(key(each))
      if (same === undefined) byKey.set(key(each), [each])
      else same.push(each)
    }
    for (const each of gold) if (!partner.has(each)) join(each, byKey.get(key(each))?.shift())
  }
  for (const sameType of [true, false]) {
    const near = overlapping([...open])
    for (const each of gold) {
      if (partner.has(each)) continue
      let [best, most]: [JudgedMention | undefined, number] = [undefined, 0]
      for (const other of near(hullOf(each))) {
        if (!open.has(other) || (sameType && other.type !== each.type)) continue
        const shared = sharedLength(each.spans, other.spans)
        if (shared > most) [best, most] = [other, shared]
      }
      join(each, best)
    }
  }
  const matches: Match[] = [
    ...gold.map((each) => ({ gold: each, found: partner.get(each) })),
    ...[...open].map((each) => ({ gold: undefined, found: each })),
  ]
  return matches.sort((a, b) => byPosition(placeOfMatch(a), placeOfMatch(b)))
}

export function placeOfMatch({ gold, found }: Match): Span {
  const mention = gold ?? found
  return mention === undefined ? { start: 0, end: 0 } : hullOf(mention)
}

export function hullOf({ spans }: JudgedMention): Span {
  return hull(spans) ?? { start: 0, end: 0 }
}

/** Whether both stand at the same place. */
export function samePlace(a: JudgedMention, b: JudgedMention): boolean {
  return placeOf(a) === placeOf(b)
}

function placeOf({ spans }: JudgedMention): string {
  return spans.map(({ start, end }) => `${start} ${end}`).join(';')
}

function placeAndType(mention: JudgedMention): string {
  return `${mention.type} ${placeOf(mention)}`
}

function sharedLength(some: readonly Span[], others: readonly Span[]): number {
  let sum = 0
  for (const a of some) {
    for (const b of others) sum += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
  }
  return sum
}

/** Those whose hull overlaps a span, in order. */
function overlapping(
  mentions: readonly JudgedMention[],
): (span: Span) => Generator<JudgedMention, void> {
  const sorted = mentions
    .map((mention) => ({ mention, ...hullOf(mention) }))
    .sort((a, b) => byPosition(a, b))
  // How far those up to here reach: it says where to begin.
  const reach: number[] = []
  for (const { end } of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0))
  return function* ({ start, end }) {
    const low = firstIndex(sorted.length, (middle) => (reach[middle] ?? 0) > start)
    for (let i = low; i < sorted.length; i++) {
      const each = sorted[i]
      if (each === undefined || each.start >= end) return
      if (each.end > start) yield each.mention
    }
  }
}
