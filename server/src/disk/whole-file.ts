/** Writing a file so that it is always whole: the old one or the new one. */
import { randomBytes } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type FileSystem, nodeFileSystem } from './file-system.ts'
import { removeDeadLock } from './lock.ts'
import { isRunning } from './process-identity.ts'
import { codeOf } from './system-error.ts'

/**
 * Writes beside the file, piece by piece, flushes, renames over it. Rejects with the system's error, and then the old
 * file is as it was, or (where only the folder could not be flushed) the new one is there, but a loss of power may undo it.
 * `mayReplace` is asked when all is flushed; where it says no, the old file stays.
 */
export async function writeWhole(
  path: string,
  text: string | readonly string[] | AsyncIterable<string>,
  files: FileSystem = nodeFileSystem,
  mayReplace: () => Promise<boolean> = async () => true,
): Promise<void> {
  const temporary = join(
    dirname(path),
    `.${basename(path)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`,
  )
  try {
    const file = await files.open(temporary, 'wx', await modeOf(path, files))
    try {
      for await (const piece of typeof text === 'string' ? [text] : text)
        await file.writeFile(piece)
      await file.sync()
    } finally {
      await file.close()
    }
    if (await mayReplace()) await renameOver(temporary, path, files)
    else await files.rm(temporary, { force: true })
  } catch (error) {
    await files.rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(path), files)
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

async function modeOf(path: string, files: FileSystem): Promise<number> {
  try {
    return (await files.stat(path)).mode & 0o777
  } catch {
    return 0o666
  }
}

/** On Windows a virus scanner or an indexer may hold the old file for a moment. */
async function renameOver(from: string, to: string, files: FileSystem): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await files.rename(from, to)
      return
    } catch (error) {
      const isHeld =
        process.platform === 'win32' && /^(EPERM|EACCES|EBUSY)$/.test(codeOf(error) ?? '')
      if (!isHeld || tries >= 20) throw error
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
}

/**
 * Makes names in a folder survive a loss of power. Rejects with the system's error, except where folders cannot be
 * flushed at all: on Windows, and in some file systems.
 */
export async function syncFolder(path: string, files: FileSystem): Promise<void> {
  try {
    const folder = await files.open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    const isNever = /^(EISDIR|EPERM|EACCES|EINVAL|ENOTSUP|ENOSYS|EBADF)$/.test(codeOf(error) ?? '')
    if (process.platform !== 'win32' && !isNever) throw error
  }
}
