/** The file of an index: brought up to date or made of others, by one process at a time, and made anew where it is damaged. */
import type { Files } from '../../disk/files.ts'
import { withLock } from '../../disk/lock.ts'
import { sidecarPath } from '../../disk/sidecar-names.ts'
import { stampOf } from '../../disk/stamp.ts'
import { codeOf } from '../../disk/system-error.ts'
import { linkTouched } from '../../index/database/entities.ts'
import { addPages, addSidecars, keepOnly } from '../../index/database/merge.ts'
import { type Opening, openAnew, openToRead, openToWrite } from '../../index/database/open-index.ts'
import { type IndexedPage, IndexReader } from '../../index/database/reader.ts'
import { isDamage, numberOf, type Sqlite } from '../../index/database/sqlite.ts'
import {
  decisionsInSidecars,
  getState,
  isTouched,
  obeyEntities,
  obeyNames,
  putState,
  unpackEntities,
} from '../../index/database/state.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { messageOf } from '../../values/message-of.ts'
import type { Shard } from './known-pages.ts'
import { hashNow, type IndexingMeans, type IndexingReport, updateIndex } from './update-index.ts'

export interface IndexOptions {
  readonly shard: Shard | undefined
  /** At most so many processes read pages. */
  readonly jobs: number
  progress(done: number, all: number, path: string): void
}

/** Never rejects because of files: a sentence says why the index cannot be written. */
export function indexPaths(
  file: string,
  paths: readonly string[],
  { shard, means }: { readonly shard: Shard | undefined; readonly means: IndexingMeans },
): Promise<IndexingReport | string> {
  return writing(file, (sqlite) => updateIndex(sqlite, paths, shard, means))
}

/** `file` has the pages of the parts afterwards, and no others; those that it has already are not written again. */
export function mergeIndexFiles(
  file: string,
  parts: readonly string[],
  { lexicon }: { lexicon(): Lexicon },
): Promise<IndexingReport | string> {
  return writing(file, async (sqlite) => {
    const opened: Sqlite[] = []
    try {
      for (const part of parts) {
        const opening = await openToRead(part)
        if (opening.kind === 'fault') return opening.message
        opened.push(opening.sqlite)
      }
      return joinParts(sqlite, opened, lexicon)
    } finally {
      for (const part of opened) part.close()
    }
  })
}

/** The same of databases that are open. Throws SQLite's error. */
export function joinParts(
  sqlite: Sqlite,
  parts: readonly Sqlite[],
  lexicon: () => Lexicon,
): IndexingReport {
  putState(sqlite, 'complete', '')
  const paths = new Set<string>()
  const notes: string[] = []
  for (const part of parts) {
    for (const some of addPages(sqlite, part)) for (const path of some) paths.add(path)
  }
  keepOnly(sqlite, paths)
  for (const part of parts) addSidecars(sqlite, part)
  const [first, ...others] = parts
  if (first !== undefined) putState(sqlite, 'names', getState(first, 'names'))
  const differ = (key: 'names' | 'entities') =>
    others.some((part) => first !== undefined && getState(part, key) !== getState(first, key))
  // What was decided while the parts were made, not all of them obey: which pages those are, nobody knows.
  if (differ('names')) sqlite.run('UPDATE page SET stale = 1')
  obeyNames(sqlite, decisionsInSidecars(sqlite))
  const entities = unpackEntities(first === undefined ? '' : getState(first, 'entities'))
  obeyEntities(sqlite, entities)
  if (isTouched(sqlite)) linkTouched(sqlite, { decisions: entities, lexicon: lexicon() })
  const areComplete = parts.every((part) => getState(part, 'complete') !== '')
  const stale = numberOf(sqlite.row('SELECT count(*) FROM page WHERE stale = 1')?.[0])
  const again = 'run biaozhu index with all pages'
  if (!areComplete) notes.push(`a part was not finished: ${again}`)
  if (stale > 0 || differ('entities'))
    notes.push(`annotations changed while the parts were made: ${again}`)
  if (areComplete) putState(sqlite, 'complete', 'yes')
  return { pages: paths.size, read: 0, gone: 0, errors: [], notes }
}

/** Never rejects. */
export async function readerOf(file: string): Promise<IndexReader | string> {
  const opening = await openToRead(file)
  return opening.kind === 'open' ? new IndexReader(opening.sqlite) : opening.message
}

/** How many of these pages are not as they were indexed, or gone. Never rejects. */
export async function countChanged(pages: Iterable<IndexedPage>, files: Files): Promise<number> {
  let count = 0
  for (const { uri, stamp, hash } of pages) {
    const now = await Promise.all([stampOf(uri), stampOf(sidecarPath(uri))])
    if (stamp !== '' && now.join('|') === stamp) continue
    if ((await hashNow(uri, files)) !== hash) count++
  }
  return count
}

async function writing(
  file: string,
  work: (sqlite: Sqlite) => Promise<IndexingReport | string>,
): Promise<IndexingReport | string> {
  try {
    return await withLock(file, async () => {
      const opening = await openToWrite(file)
      try {
        return await worked(opening, work)
      } catch (error) {
        if (!isDamage(error)) throw error
        return await worked(await openAnew(file, 'damaged'), work)
      }
    })
  } catch (error) {
    if (codeOf(error) === 'ELOCKED') return `another process is writing ${file}`
    const reason = messageOf(error)
    // A fault of the program is no fault of the file.
    if (!isOfFile(error)) throw error
    return `cannot write ${file}: ${reason}`
  }
}

async function worked(
  opening: Opening,
  work: (sqlite: Sqlite) => Promise<IndexingReport | string>,
): Promise<IndexingReport | string> {
  if (opening.kind === 'fault') return opening.message
  const { sqlite, note } = opening
  try {
    const report = await work(sqlite)
    if (typeof report === 'string') return report
    // Alone, the file is whole: it can be copied and read anywhere. While somebody reads, it stays as it is.
    leaveWhole(sqlite)
    return note === undefined ? report : { ...report, notes: [note, ...report.notes] }
  } finally {
    sqlite.close()
  }
}

function leaveWhole(sqlite: Sqlite): void {
  try {
    sqlite.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE')
  } catch (error) {
    if (isDamage(error)) throw error
  }
}

/** SQLite's errors, and those of the system. */
function isOfFile(error: unknown): boolean {
  return error instanceof Error && ('errcode' in error || codeOf(error) !== undefined)
}
