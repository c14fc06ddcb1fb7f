/** The rows of one page of the review in groups, and what checking them means. */
import type { ReviewRow } from '../../../server/src/protocol.ts'
import { sureFrom, unsureBelow } from './filter.ts'

export const rowGroupings = ['place', 'type', 'confidence'] as const
export type RowGrouping = (typeof rowGroupings)[number]

export interface RowGroup {
  /** Unique on its page. */
  readonly key: string
  readonly kind: 'type' | 'confidence' | Exclude<ReviewRow['kind'], 'suggestion' | 'gap'>
  /** Name of the type; `sure`, `likely` or `doubtful`; empty for other kinds. */
  readonly name: string
  readonly rows: readonly ReviewRow[]
}

export interface PageRows {
  /** Suggestions, and places without a mention, in order; none where they are in groups. */
  readonly flat: readonly ReviewRow[]
  readonly groups: readonly RowGroup[]
}

/** `types` are names in the order of the schema. */
export function groupRows(
  rows: readonly ReviewRow[],
  by: RowGrouping,
  types: readonly string[],
): PageRows {
  const stops = rows.filter(({ kind }) => kind === 'suggestion' || kind === 'gap')
  const others = (['unsure', 'doubt', 'join', 'rejected'] as const).flatMap((kind): RowGroup[] => {
    const found = rows.filter((row) => row.kind === kind)
    return found.length === 0 ? [] : [{ key: kind, kind, name: '', rows: found }]
  })
  if (by === 'place') return { flat: stops, groups: others }
  const gaps = stops.filter(({ kind }) => kind === 'gap')
  const groups = new Map<string, ReviewRow[]>()
  for (const row of stops) {
    if (row.kind === 'gap') continue
    const name = by === 'type' ? (row.type ?? '') : bandOf(row.confidence)
    const list = groups.get(name) ?? []
    list.push(row)
    groups.set(name, list)
  }
  const order = by === 'type' ? types : bands
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length)
  const made = [...groups]
    .map(([name, found]): RowGroup => ({ key: `${by} ${name}`, kind: by, name, rows: found }))
    .sort((a, b) => rank(a.name) - rank(b.name))
  return { flat: gaps, groups: [...made, ...others] }
}

const bands = ['sure', 'likely', 'doubtful']

function bandOf(confidence = 0): string {
  if (confidence >= sureFrom) return 'sure'
  return confidence >= unsureBelow ? 'likely' : 'doubtful'
}

/** The same for a row as long as it is the same suggestion at the same place. */
export function rowKey({ kind, location, type, id }: ReviewRow): string {
  const { start, end } = location.range
  const place = `${start.line}:${start.character}-${end.line}:${end.character}`
  return [location.uri, kind, place, type ?? '', id ?? ''].join(' ')
}

/** Only suggestions can be accepted or rejected many at once. */
export function isCheckable({ kind }: Pick<ReviewRow, 'kind'>): boolean {
  return kind === 'suggestion'
}

/** Whether everything that can be checked is; false where there is nothing. */
export function allChecked(
  rows: readonly ReviewRow[],
  checked: ReadonlyMap<string, unknown>,
): boolean {
  const checkable = rows.filter(isCheckable)
  return checkable.length > 0 && checkable.every((row) => checked.has(rowKey(row)))
}
