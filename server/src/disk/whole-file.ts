/** Writing a file so that it is always whole: the old one or the new one. */
import { randomBytes } from 'node:crypto'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isRunning, removeDeadLock } from './lock.ts'
import { codeOf } from './system-error.ts'

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

/**
 * Takes away what writers that were killed left in a folder: half files, locks, and the files by which locks are taken
 * over. What a running process needs stays. Never rejects.
 */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const entry of await readdir(folder).catch(() => [])) {
    const path = join(folder, entry)
    const pid = /^\..+\.(\d+)-[\da-f]{8}\.tmp$/.exec(entry)?.[1]
    if (pid !== undefined && !isRunning(Number(pid))) await remove(path)
    else if (/^\..+\.lock$/.test(entry)) await removeDeadLock(path)
    else if (/^\..+\.lock\.[\da-f]{16}(\.old)?$/.test(entry) && (await ageOf(path)) > 10_000) {
      await remove(path)
    }
  }
}

async function remove(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined)
}

/** In ms, by the date of the file. */
async function ageOf(path: string): Promise<number> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }))
  return Date.now() - mtimeMs
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
