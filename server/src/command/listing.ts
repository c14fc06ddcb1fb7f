/** The output of commands that list: a table for people, a record a line for programs. */
import { alignColumns } from '../text/columns.ts'
import type { Option, Outside } from './command.ts'

export interface Listing {
  /** Rows of a table, headings first. */
  readonly rows: readonly (readonly string[])[]
  readonly records: readonly object[]
}

/** `--format` of what is a table. */
export const tableFormat: Option = {
  name: 'format',
  values: ['table', 'jsonl'],
  default: 'table',
  summary: 'A table, or one JSON object a line.',
}

/** Prints nothing where there are no records; a table's headings alone say nothing. */
export function printListing(
  { rows, records }: Listing,
  format: string | undefined,
  { out }: Pick<Outside, 'out'>,
): void {
  if (format === 'jsonl') for (const record of records) out(`${JSON.stringify(record)}\n`)
  else if (records.length > 0) for (const line of alignColumns(rows)) out(`${line}\n`)
}

/** Notes and errors as lines of their own, behind the program's name. */
export function say(lines: readonly string[], { error }: Pick<Outside, 'error'>): void {
  for (const line of lines) error(`biaozhu: ${line}\n`)
}

/** Columns of the terminal that a title may take. */
export const titleWidth = 40
