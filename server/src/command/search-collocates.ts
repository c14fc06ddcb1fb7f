/** What stands beside what was found, as a table. */
import type { Collocate } from '../feature/search/collocates.ts'
import { collocateKeys, collocateTable, rounded } from '../feature/search/tables.ts'
import type { TableOutput } from './table-output.ts'

export function collocateOutput(found: readonly Collocate[]): TableOutput {
  const records = found.map(rounded)
  return {
    records,
    shown: [
      collocateKeys.map((key) => key.toUpperCase()),
      ...records.map((record) => collocateKeys.map((key) => String(record[key]))),
    ],
    table: collocateTable(found),
  }
}
