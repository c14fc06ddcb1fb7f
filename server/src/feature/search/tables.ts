/** Tables of what was found and of what stands beside it: the same columns on the command line and in the editor. */
import type { Table } from '../../exchange/list-table.ts'
import type { Collocate } from './collocates.ts'
import type { SearchRecord } from './records.ts'
import words from './table-words.json' with { type: 'json' }

/** In the order of the keys of a record. */
export const recordColumns = columnsOf(words.columns)

export function recordTable(records: readonly SearchRecord[]): Table {
  return {
    title: words.title,
    columns: recordColumns,
    rows: records.map((record) => recordColumns.map(({ key }) => record[key] ?? undefined)),
  }
}

export const collocateKeys = [
  ...(['text', 'count', 'left', 'right', 'total', 'pmi', 'likelihood'] as const),
] as const

/** Measures to two decimals. */
export function collocateTable(found: readonly Collocate[]): Table {
  return {
    title: words.title,
    columns: collocateKeys.map((key) => ({ key, title: words.collocates[key], width: 10 })),
    rows: found.map((row) => collocateKeys.map((key) => rounded(row)[key])),
  }
}

export function rounded(row: Collocate): Collocate {
  const twoDecimals = (value: number): number => Math.round(value * 100) / 100
  return { ...row, pmi: twoDecimals(row.pmi), likelihood: twoDecimals(row.likelihood) }
}

function columnsOf<K extends keyof SearchRecord>(
  about: Readonly<Record<K, { readonly title: string; readonly width: number }>>,
) {
  const keys = Object.keys(about).filter((key): key is K => Object.hasOwn(about, key))
  return keys.map((key) => ({ key, ...about[key] }))
}
