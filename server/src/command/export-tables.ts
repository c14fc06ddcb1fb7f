/** `biaozhu export --format parquet`: tables of an index that is there, or of one that is made for them. */
import { availableParallelism } from 'node:os'
import { formats } from '../exchange/formats.ts'
import type { WantedStatus } from '../feature/export/choices.ts'
import { exportTables } from '../feature/export/parquet-tables.ts'
import type { Call, ExitStatus, Outside } from './command.ts'
import { formatOptions } from './format-options.ts'
import { say } from './listing.ts'

/** What `--format` says of them. */
export const tablesFormat = 'parquet'

/** A sentence for a call that makes no sense. */
export function tablesMisuse({ options, operands }: Call): string | undefined {
  const isOfTables = options.get('format') === tablesFormat
  const hasIndex = options.has('index')
  if (!isOfTables && hasIndex) return '--index is for --format parquet'
  if (!hasIndex && operands.length === 0) return 'export needs a file or folder'
  if (!isOfTables) return undefined
  if (hasIndex && operands.length > 0) return 'parquet needs --index FILE or PATH, not both'
  const others = ['text', ...formatOptions(formats).map(({ name }) => name)]
  const other = others.find((name) => options.has(name))
  return other === undefined ? undefined : `parquet has no --${other}`
}

/** Writes the tables, and says how many rows they have. */
export async function writeTables(
  call: Call,
  status: WantedStatus,
  outside: Outside,
): Promise<ExitStatus> {
  const index = call.options.get('index')
  if (index !== undefined) return tablesOf(index, call, status, outside)
  const file = await outside.temporaryFile('pages.db')
  try {
    const report = await outside.index(file.path, call.operands, {
      jobs: availableParallelism(),
      shard: undefined,
      progress: (done, all, path) => outside.progress(`${done}/${all} ${path}`),
    })
    outside.progress('')
    if (typeof report === 'string') {
      say([report], outside)
      return 2
    }
    say([...report.notes, ...report.errors], outside)
    const done = await tablesOf(file.path, call, status, outside)
    return report.errors.length === 0 ? done : 2
  } finally {
    await file.remove()
  }
}

async function tablesOf(
  file: string,
  call: Call,
  status: WantedStatus,
  outside: Outside,
): Promise<ExitStatus> {
  const reader = await outside.openIndex(file)
  if (typeof reader === 'string') {
    say([reader], outside)
    return 2
  }
  try {
    if (!reader.isComplete)
      say([`the index ${file} is not complete: run biaozhu index again`], outside)
    const all = reader.pageCount()
    const counts = await exportTables({
      reader,
      status,
      folder: outside.exportFolder(call.options.get('out') ?? '', []),
      lexicon: outside.lexicon(),
      version: outside.version,
      progress: (done, path) => outside.progress(`${done}/${all} ${path}`),
    })
    say(
      [...counts].map(([name, count]) => `${name}: ${count} ${count === 1 ? 'row' : 'rows'}`),
      outside,
    )
    return 0
  } catch (error) {
    // What the folder says of a file that cannot be written.
    if (!(error instanceof Error) || !error.message.startsWith('cannot write')) throw error
    say([error.message], outside)
    return 2
  } finally {
    outside.progress('')
    reader.close()
  }
}
