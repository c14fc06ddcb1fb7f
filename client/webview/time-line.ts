/** Years and months with those between them, so that distances on a time line mean time. */
import type { OverviewRow } from '../../server/src/protocol.ts'

/** As many as bars can stand beside each other; over a longer time only what is there is shown. */
const most = 120

/** `rows` by year (`2021`) or month (`2021-06`), in order; what lies between them has no count. */
export function withoutGaps(rows: readonly OverviewRow[]): readonly OverviewRow[] {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return rows
  const isMonth = first.key.includes('-')
  const [from, to] = [numberOf(first.key, isMonth), numberOf(last.key, isMonth)]
  if (to - from >= most) return rows
  const known = new Map(rows.map((row) => [row.key, row]))
  return Array.from({ length: to - from + 1 }, (_, i): OverviewRow => {
    const key = keyOf(from + i, isMonth)
    return known.get(key) ?? { key, label: key, counts: first.counts.map(() => 0) }
  })
}

/** Years, or months since the year 0. */
function numberOf(key: string, isMonth: boolean): number {
  const [year, month] = key.split('-').map(Number)
  return isMonth ? (year ?? 0) * 12 + (month ?? 1) - 1 : (year ?? 0)
}

function keyOf(number: number, isMonth: boolean): string {
  const year = String(isMonth ? Math.floor(number / 12) : number).padStart(4, '0')
  return isMonth ? `${year}-${String((number % 12) + 1).padStart(2, '0')}` : year
}
