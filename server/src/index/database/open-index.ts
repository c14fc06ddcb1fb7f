/** Opens the file of an index: one that is damaged or of another version is made anew, one that is something else is left alone. */
import { open, rm } from 'node:fs/promises'
import { messageOf } from '../../values/message-of.ts'
import { isDamage, neededNode, openSqlite, type Sqlite } from './sqlite.ts'
import { applicationId, faultOf, makeTables, tablesVersion } from './tables.ts'

export type Opening =
  | {
      readonly kind: 'open'
      readonly sqlite: Sqlite
      /** Why it was made anew. English, one sentence without its stop. */
      readonly note?: string
    }
  /** English, one sentence without its stop. */
  | { readonly kind: 'fault'; readonly message: string }

/** To write: the file is made where it is missing. Never rejects. */
export async function openToWrite(path: string): Promise<Opening> {
  try {
    const kind = await kindOf(path)
    if (kind === 'foreign') return fault(`${path} is no index of Biaozhu and is not written over`)
    const sqlite = await openSqlite(path)
    if (sqlite === undefined) return fault(neededNode)
    const reason = reasonToRebuild(sqlite)
    if (reason === undefined) return ready(sqlite)
    sqlite.close()
    return await rebuild(path, reason === 'empty' ? undefined : reason)
  } catch (error) {
    return fault(`cannot write ${path}: ${messageOf(error)}`)
  }
}

/** An index that turned out to be damaged while it was used, or that is not wanted any more, made anew. Never rejects. */
export async function openAnew(path: string, reason: string): Promise<Opening> {
  try {
    return await rebuild(path, reason)
  } catch (error) {
    return fault(`cannot write ${path}: ${messageOf(error)}`)
  }
}

/** To read. Never rejects. */
export async function openToRead(path: string): Promise<Opening> {
  try {
    const kind = await kindOf(path)
    if (kind === 'missing') return fault(`no such index: ${path}`)
    if (kind === 'foreign') return fault(`${path} is no index of Biaozhu`)
    const sqlite = await openSqlite(path, { readOnly: true })
    if (sqlite === undefined) return fault(neededNode)
    const reason = kind === 'empty' ? 'empty' : reasonToRebuild(sqlite)
    if (reason === undefined) return { kind: 'open', sqlite }
    sqlite.close()
    return fault(`the index ${path} is ${reason}: run biaozhu index again`)
  } catch (error) {
    return fault(`cannot read ${path}: ${messageOf(error)}`)
  }
}

function fault(message: string): Opening {
  return { kind: 'fault', message }
}

/** What a file is by its first bytes; the rest of it may be damaged. */
async function kindOf(path: string): Promise<'missing' | 'empty' | 'index' | 'foreign'> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (file === undefined) return 'missing'
  try {
    const header = Buffer.alloc(72)
    const { bytesRead } = await file.read(header, 0, 72, 0)
    if (bytesRead === 0) return 'empty'
    const isSqlite = header.toString('latin1', 0, 16) === 'SQLite format 3\0'
    return isSqlite && header.readUInt32BE(68) === applicationId ? 'index' : 'foreign'
  } finally {
    await file.close()
  }
}

/** Not all of a damaged file is looked at: what is found later is told by `isDamage`. */
function reasonToRebuild(sqlite: Sqlite): string | undefined {
  try {
    const reason = faultOf(sqlite)
    return reason === 'older' || reason === 'newer'
      ? `of ${reason === 'older' ? 'an older' : 'a newer'} version than ${tablesVersion}`
      : reason
  } catch (error) {
    if (isDamage(error)) return 'damaged'
    throw error
  }
}

async function rebuild(path: string, reason: string | undefined): Promise<Opening> {
  for (const end of ['', '-wal', '-shm', '-journal']) await rm(path + end, { force: true })
  const sqlite = await openSqlite(path)
  if (sqlite === undefined) return fault(neededNode)
  makeTables(sqlite)
  const note =
    reason === undefined ? {} : { note: `the index ${path} was ${reason} and is made anew` }
  return { ...ready(sqlite), ...note }
}

/** Others read while it is written. What makes the file known as an index is in it before that. */
function ready(sqlite: Sqlite): Extract<Opening, { kind: 'open' }> {
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -64000')
  return { kind: 'open', sqlite }
}
