/** Re-anchoring, last step: what records found one by one, seen together. */

import type { AnchoredRecord, Range } from '../record/record.ts'
import type { TextView } from '../record/selectors.ts'
import type { Anchoring, Attempt } from './attempt.ts'
import { type Claim, granted, type Holder } from './claims.ts'
import type { Hit } from './hit.ts'

/**
 * No two records of one type come to one place if one of them only searched for it, and no mention
 * to text in which another one stands that it did not stand in before; and as many
 * records with one quote and context as there are places for it have them in their order.
 */
export function settled(
  records: readonly AnchoredRecord[],
  attempts: readonly Attempt[],
  view: TextView,
): readonly Anchoring[] {
  const resolved = twinsInOrder(records, attempts)
  // By place: where those who hold it came from. Two that always had one place may keep it.
  const origins = new Map<string, Set<string>>()
  const placed = resolved.map((attempt, i) => {
    const at = attempt.stored ?? rangesOf(attempt.hits[0], view)
    const key = placeKey(records[i], at)
    if (attempt.state !== 'orphan') {
      origins.set(key, (origins.get(key) ?? new Set()).add(JSON.stringify(records[i]?.at)))
    }
    return { attempt, at, key }
  })
  const free = alone(records, placed, isSearched)
  const clear = alone(records, placed, () => true)
  return placed.map(({ attempt, at, key }, i): Anchoring => {
    const { how, state, sure, hits } = attempt
    const isShared = isSearched(attempt) && ((origins.get(key)?.size ?? 0) > 1 || !free.has(i))
    if (state !== 'orphan' && !isShared) {
      // The diff brought two together that stood apart: one of them took the other one's words.
      const isClash = how === 'diff' && state === 'kept' && !clear.has(i)
      return { how, state: isClash ? 'moved' : state, sure, at, places: [] }
    }
    const places = hits.slice(0, 5).map((hit) => rangesOf(hit, view))
    return { how: 'none', state: 'orphan', sure: 0, at: records[i]?.at ?? at, places }
  })
}

function isSearched({ how }: Attempt): boolean {
  return how === 'quote' || how === 'approximate'
}

/** Indices of mentions that have their place for themselves: of all, or of those that searched. */
function alone(
  records: readonly AnchoredRecord[],
  placed: readonly { readonly attempt: Attempt; readonly at: readonly Range[] }[],
  isClaim: (attempt: Attempt) => boolean,
): ReadonlySet<number> {
  const claims: Claim[] = []
  const holders = records.map((record, index): Holder => {
    const { attempt, at = [] } = placed[index] ?? {}
    const of = record.anchor === 'orphan' ? { of: record.of ?? '' } : {}
    const spans = at.map(([start, end]) => ({ start, end }))
    if (attempt === undefined || attempt.state === 'orphan') return { record, spans: [], ...of }
    if (!isClaim(attempt)) return { record, spans, ...of }
    claims.push({ index, spans, score: attempt.sure })
    return { record, spans: [], ...of }
  })
  return new Set(granted(holders, claims).map(({ index }) => index))
}

function twinsInOrder(
  records: readonly AnchoredRecord[],
  attempts: readonly Attempt[],
): readonly Attempt[] {
  const twins = new Map<string, number[]>()
  for (const [i, { state, hits }] of attempts.entries()) {
    const record = records[i]
    if (record === undefined || state !== 'orphan' || record.anchor === 'orphan') continue
    const full = hits.filter(({ score }) => score === 1)
    if (full.length < 2) continue
    const key = JSON.stringify([
      record.kind,
      typeOf(record),
      record.quote,
      record.prefix,
      record.suffix,
    ])
    const others = twins.get(key)
    if (others === undefined) twins.set(key, [i])
    else others.push(i)
  }
  const found = [...attempts]
  for (const group of twins.values()) {
    const hits = (attempts[group[0] ?? 0]?.hits ?? []).filter(({ score }) => score === 1)
    if (hits.length !== group.length) continue
    const start = (i: number): number => records[i]?.at[0]?.[0] ?? 0
    const inOrder = [...hits].sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))
    for (const [n, i] of group.sort((a, b) => start(a) - start(b)).entries()) {
      const hit = inOrder[n]
      if (hit !== undefined) found[i] = { how: 'quote', state: 'kept', sure: 0.9, hits: [hit] }
    }
  }
  return found
}

function rangesOf(hit: Hit | undefined, { lfMap }: TextView): readonly Range[] {
  return (hit?.spans ?? []).map(({ start, end }) => [
    lfMap.toCodePoint(start),
    lfMap.toCodePoint(end),
  ])
}

function placeKey(record: AnchoredRecord | undefined, at: readonly Range[]): string {
  return record === undefined ? '' : JSON.stringify([record.kind, typeOf(record), at])
}

function typeOf(record: AnchoredRecord): string {
  return record.kind === 'span' ? record.type : record.kind === 'page' ? record.what : ''
}
