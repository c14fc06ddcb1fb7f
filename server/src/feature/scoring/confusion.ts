/** Which types are taken for which: a table of matched mentions, and the list of what differs. */
import { sliceSpan } from '../../text/span.ts'
import type { JudgedPair } from './judged.ts'
import { hullOf, type Match, matchMentions, placeOfMatch, samePlace } from './match.ts'
import type { ScoreListing } from './score-pages.ts'

/** `null`: the one side has no mention there. */
export interface ConfusionRecord {
  readonly gold: string | null
  readonly found: string | null
  readonly count: number
}

/** The order of the keys is part of the output. */
export interface ErrorRecord {
  readonly page: string
  /** `borders`: the type is right; `type`: the place is right; `both` are not. */
  readonly kind: 'missed' | 'wrong' | 'borders' | 'type' | 'both'
  readonly gold: string | null
  readonly found: string | null
  readonly text: string
  /** What the other side has marked, where that is another place. */
  readonly foundText?: string
  /** What stands around it, the mention between `⟦⟧`. */
  readonly context: string
}

/** A row for each gold type, a column for each found one; `–` for none. The most frequent first. */
export function listConfusion(pairs: readonly JudgedPair[]): ScoreListing {
  const counts = new Map<string, ConfusionRecord>()
  for (const pair of pairs) {
    for (const match of matchMentions(pair)) {
      const [gold, found] = [match.gold?.type ?? null, match.found?.type ?? null]
      const key = JSON.stringify([gold, found])
      counts.set(key, { gold, found, count: (counts.get(key)?.count ?? 0) + 1 })
    }
  }
  const records = [...counts.values()].sort((a, b) => b.count - a.count)
  const types = typesOf(records)
  const cell = (gold: string | null, found: string | null): string =>
    String(counts.get(JSON.stringify([gold, found]))?.count ?? '·')
  const columns = [...types, null]
  const rows = columns.map((gold) => [
    gold ?? none,
    ...columns.map((found) => (gold === null && found === null ? '' : cell(gold, found))),
  ])
  return { records, rows: [['GOLD \\ FOUND', ...types, none], ...rows] }
}

const none = '–'

/** By place. Only those in which `type` is on a side, where it is not empty. */
export function listErrors(pairs: readonly JudgedPair[], type: string): ScoreListing {
  const records = pairs.flatMap((pair) =>
    matchMentions(pair)
      .filter(({ gold, found }) => type === '' || gold?.type === type || found?.type === type)
      .flatMap((match) => errorOf(match, pair) ?? []),
  )
  const rows = records.map(({ page, kind, gold, found, context, foundText }) => [
    page,
    kind,
    gold ?? none,
    found ?? none,
    context,
    foundText ?? '',
  ])
  return { records, rows: [['PAGE', 'KIND', 'GOLD', 'FOUND', 'TEXT', 'FOUND TEXT'], ...rows] }
}

/** UTF-16 units of context to each side. */
const around = 12

function errorOf(match: Match, { name, text }: JudgedPair): ErrorRecord | undefined {
  const { gold, found } = match
  const kind = kindOf(match)
  if (kind === undefined) return undefined
  const { start, end } = placeOfMatch(match)
  const own = text.slice(start, end)
  const elsewhere = found !== undefined && (kind === 'borders' || kind === 'both')
  return {
    page: name,
    kind,
    gold: gold?.type ?? null,
    found: found?.type ?? null,
    text: own,
    ...(elsewhere ? { foundText: sliceSpan(text, hullOf(found)) } : {}),
    context: `${text.slice(Math.max(0, start - around), start)}⟦${own}⟧${text.slice(end, end + around)}`,
  }
}

function kindOf({ gold, found }: Match): ErrorRecord['kind'] | undefined {
  if (gold === undefined) return 'wrong'
  if (found === undefined) return 'missed'
  if (samePlace(gold, found)) return gold.type === found.type ? undefined : 'type'
  return gold.type === found.type ? 'borders' : 'both'
}

function typesOf(records: readonly ConfusionRecord[]): readonly string[] {
  const sums = new Map<string, number>()
  for (const { gold, found, count } of records) {
    if (gold !== null) sums.set(gold, (sums.get(gold) ?? 0) + count)
    if (found !== null && found !== gold) sums.set(found, (sums.get(found) ?? 0) + count)
  }
  return [...sums].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([type]) => type)
}
