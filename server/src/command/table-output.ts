/** The output of commands that make a table: for people, for programs, and for other programs' files. */
import { basename, dirname } from 'node:path'
import { type Table, tableCsv, tableMarkdown, tableXlsx } from '../exchange/list-table.ts'
import { alignColumns } from '../text/columns.ts'
import { messageOf } from '../values/message-of.ts'
import type { Call, ExitStatus, Option, Outside } from './command.ts'
import { say } from './listing.ts'

export const tableOptions: readonly Option[] = [
  {
    name: 'format',
    values: ['table', 'jsonl', 'csv', 'markdown', 'xlsx'],
    default: 'table',
    summary: 'A table, one JSON object a line, CSV, a table in Markdown, or a workbook.',
  },
  {
    name: 'out',
    value: 'FILE',
    summary:
      'Writes a file instead of printing; xlsx needs it. CSV in a file begins with a byte order mark, for Excel.',
  },
]

export interface TableOutput {
  readonly records: readonly object[]
  /** For people, headings first. */
  readonly shown: readonly (readonly string[])[]
  readonly table: Table
}

/** A sentence for options that make no sense together. */
export function tableMisuse({ options }: Call, command: string): string | undefined {
  const isMisuse = options.get('format') === 'xlsx' && options.get('out') === undefined
  return isMisuse ? `biaozhu: xlsx needs --out FILE\nTry: biaozhu ${command} --help\n` : undefined
}

/** Prints or writes; `uris` are files that must not be written over. Prints nothing where there are no records. */
export async function putTable(
  output: TableOutput,
  { options }: Call,
  outside: Outside,
  uris: readonly string[],
): Promise<ExitStatus> {
  const format = options.get('format')
  const out = options.get('out')
  const content = contentOf(output, format, outside.version)
  if (out === undefined) {
    if (typeof content === 'string' && output.records.length > 0) outside.out(content)
    return 0
  }
  try {
    const folder = outside.exportFolder(dirname(out), uris)
    await folder.write(basename(out), format === 'csv' ? `\uFEFF${content}` : content)
    return 0
  } catch (error) {
    say([messageOf(error)], outside)
    return 2
  }
}

function contentOf(
  { records, shown, table }: TableOutput,
  format: string | undefined,
  version: string,
): string | Uint8Array {
  switch (format) {
    case 'jsonl':
      return records.map((record) => `${JSON.stringify(record)}\n`).join('')
    case 'csv':
      return tableCsv(table)
    case 'markdown':
      return tableMarkdown(table)
    case 'xlsx':
      return tableXlsx(table, { version, created: new Date().toISOString() })
    default:
      return alignColumns(shown)
        .map((line) => `${line}\n`)
        .join('')
  }
}
