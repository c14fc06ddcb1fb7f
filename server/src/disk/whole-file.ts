/** Writing a file so that it is always whole, the old one or the new one, and one writer at a time. */
import { randomBytes } from 'node:crypto'
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'

/**
 * Writes beside the file, flushes, renames over it. Rejects with the system's error, and then the old
 * file is as it was.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = join(
    dirname(path),
    `.${basename(path)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`,
  )
  try {
    const file = await open(temporary, 'wx', await modeOf(path))
    try {
      await file.writeFile(text, 'utf8')
      await file.sync()
    } finally {
      await file.close()
    }
    await renameOver(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(path))
}

/** Takes away what writers that were killed left beside the file. Never rejects. */
export async function removeLeftovers(path: string): Promise<void> {
  const pattern = /^\.(?<name>.+)\.(?<pid>\d+)-[\da-f]{8}\.tmp$/
  for (const entry of await readdir(dirname(path)).catch(() => [])) {
    const { name, pid = '' } = pattern.exec(entry)?.groups ?? {}
    if (name !== basename(path) || isRunning(Number(pid))) continue
    await rm(join(dirname(path), entry), { force: true }).catch(() => undefined)
  }
}

/** Milliseconds after which a lock is taken to be of a writer that is gone. */
const stale = 10_000
/** The same of a lock in which nothing stands. */
const unsigned = 1000
/** Milliseconds between two tries for a lock. */
const pause = 15

/**
 * Runs `work` while no other process that asks for the lock of `path` does. Rejects where no lock can
 * be made: then the file cannot be written either.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = join(dirname(path), `.${basename(path)}.lock`)
  for (;;) {
    try {
      await writeLock(lock)
      break
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
      if (await isLeft(lock)) await rm(lock, { force: true })
      else await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  try {
    return await work()
  } finally {
    await rm(lock, { force: true }).catch(() => undefined)
  }
}

async function writeLock(lock: string): Promise<void> {
  const file = await open(lock, 'wx')
  try {
    await file.writeFile(`${process.pid} ${hostname()}`)
  } catch (error) {
    // On a full disk there is room for the name of a lock, but not for what it says.
    await rm(lock, { force: true }).catch(() => undefined)
    throw error
  } finally {
    await file.close()
  }
}

/** Whether the writer is gone: long ago, or its process on this machine has ended. */
async function isLeft(lock: string): Promise<boolean> {
  try {
    const [{ mtimeMs }, text] = await Promise.all([stat(lock), readFile(lock, 'utf8')])
    const age = Date.now() - mtimeMs
    // Empty is one whose writer was killed before it could say who it is.
    if (age > (text === '' ? unsigned : stale)) return true
    const { pid, host } = /^(?<pid>\d+) (?<host>.*)$/s.exec(text)?.groups ?? {}
    return pid !== undefined && host === hostname() && !isRunning(Number(pid))
  } catch {
    return false
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

async function modeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).mode & 0o777
  } catch {
    return 0o666
  }
}

/** On Windows a virus scanner or an indexer may hold the old file for a moment. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      const isHeld =
        process.platform === 'win32' && /^(EPERM|EACCES|EBUSY)$/.test(codeOf(error) ?? '')
      if (!isHeld || tries >= 20) throw error
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
}

/** Windows has no folders to flush. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch {
    // The file is written; only a crash of the machine could still lose its name.
  }
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}
