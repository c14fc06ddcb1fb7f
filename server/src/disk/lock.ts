/**
 * One writer at a time: a lock file beside the file, which says whose it is and is touched while it is held. What a
 * writer that is gone left behind is taken over by one of those who wait.
 */
import { createHash, randomBytes } from 'node:crypto'
import { lstat, open, readFile, rename, rm, rmdir, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { isRunning } from './process-identity.ts'
import { codeOf } from './system-error.ts'

/** Milliseconds. */
export interface LockTimes {
  /** A lock that nobody touches for so long, by the clock of the one who waits, is of a writer that is gone. */
  readonly stale: number
  /** The same of one that does not say whose it is: its writer ended before it could. */
  readonly unsigned: number
  /** Nobody waits longer: the call rejects with code `ELOCKED`. */
  readonly longest: number
  /** After so long it is said that something waits. */
  readonly patience: number
  /** Between two tries. */
  readonly interval: number
}

const usual: LockTimes = {
  stale: 10_000,
  unsigned: 1000,
  longest: 15_000,
  patience: 1000,
  interval: 15,
}

export interface LockOptions {
  readonly times?: LockTimes
  /** Called once when the wait takes longer than `patience`. */
  readonly waiting?: () => void
}

/**
 * Runs `work` while no other process that asks for the lock of `path` does. Rejects with the system's error where no
 * lock can be made (then the file cannot be written either), with `ELOCKED` where somebody holds it too long.
 */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  const lock = join(dirname(path), `.${basename(path)}.lock`)
  const times = options.times ?? usual
  const signature = await acquire(lock, { ...options, times })
  // Others must see that a long work goes on.
  const beat = setInterval(() => void touch(lock), times.stale / 4)
  beat.unref()
  try {
    return await work()
  } finally {
    clearInterval(beat)
    await release(lock, signature)
  }
}

async function acquire(
  lock: string,
  { times, waiting }: LockOptions & { readonly times: LockTimes },
): Promise<string> {
  const signature = `${process.pid} ${hostname()} ${randomBytes(6).toString('hex')}`
  const began = performance.now()
  let seen: { readonly identity: string; readonly since: number } | undefined
  let isSaid = false
  for (;;) {
    if (await create(lock, signature)) return signature
    const found = await inspect(lock)
    const now = performance.now()
    if (found !== undefined) {
      // The age counts by our own clock: that of another machine may be wrong by a day.
      if (seen?.identity !== found.identity) seen = { identity: found.identity, since: now }
      const isQuiet = now - seen.since > (found.isSigned ? times.stale : times.unsigned)
      if (found.isOfTheDead || isQuiet || isOld(found, times)) {
        if (await takeAway(lock, found, times)) continue
      }
    }
    if (now - began > times.longest) {
      const message = `${lock} is held by another program`
      throw Object.assign(new Error(message), { code: 'ELOCKED' })
    }
    if (!isSaid && now - began > times.patience) {
      isSaid = true
      waiting?.()
    }
    await new Promise((resolve) => setTimeout(resolve, times.interval))
  }
}

async function create(lock: string, signature: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx')
    try {
      await file.writeFile(signature)
    } catch (error) {
      // On a full disk there is room for the name of a lock, but not for what it says.
      await rm(lock, { force: true }).catch(() => undefined)
      throw error
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** What stands where a lock would be. */
interface Found {
  /** Another one for another lock, and whenever its holder touches it. */
  readonly identity: string
  readonly isSigned: boolean
  /** The process that wrote it was one of this machine and is gone; or it is no file at all. */
  readonly isOfTheDead: boolean
  readonly isFolder: boolean
  /** Milliseconds since it was touched, by the file's own date. */
  readonly age: number
}

/** `undefined` where nothing is there any more. */
async function inspect(lock: string): Promise<Found | undefined> {
  try {
    const found = await lstat(lock)
    const { ino, mtimeMs, size } = found
    const isFile = found.isFile()
    const text = isFile ? await readFile(lock, 'utf8') : ''
    const { pid, host } = /^(?<pid>\d+) (?<host>\S*)/.exec(text)?.groups ?? {}
    const isHere = pid !== undefined && host === hostname()
    return {
      identity: `${ino} ${mtimeMs} ${size} ${text}`,
      isSigned: text !== '',
      isOfTheDead: !isFile || (isHere && !isRunning(Number(pid))),
      isFolder: found.isDirectory(),
      age: Date.now() - mtimeMs,
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function isOld({ age, isSigned }: Found, { stale, unsigned }: LockTimes): boolean {
  return age > (isSigned ? stale : unsigned)
}

/**
 * Takes away the very lock that was judged, and no later one: who may do it is decided by a second file whose name is
 * that lock's identity, so that of several who wait only one acts on one judgement.
 */
async function takeAway(lock: string, judged: Found, times: LockTimes): Promise<boolean> {
  const token = `${lock}.${createHash('sha256').update(judged.identity).digest('hex').slice(0, 16)}`
  if (!(await create(token, ''))) {
    // Whoever may take it away has ended meanwhile.
    const other = await inspect(token)
    if (other !== undefined && Math.abs(other.age) > times.unsigned)
      await rm(token, { force: true })
    return false
  }
  try {
    if ((await inspect(lock))?.identity !== judged.identity) return false
    if (judged.isFolder) {
      // One with something in it is somebody's folder, and nothing that we may take away.
      await rmdir(lock)
      return true
    }
    const aside = `${token}.old`
    await rename(lock, aside)
    await rm(aside, { force: true })
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true
    if (codeOf(error) === 'ENOTEMPTY') return false
    throw error
  } finally {
    await rm(token, { force: true })
  }
}

/** A lock that somebody took for a dead one's is his now. */
async function release(lock: string, signature: string): Promise<void> {
  const text = await readFile(lock, 'utf8').catch(() => undefined)
  if (text === signature) await rm(lock, { force: true }).catch(() => undefined)
}

async function touch(lock: string): Promise<void> {
  const now = new Date()
  await utimes(lock, now, now).catch(() => undefined)
}

/** Takes away a lock that a process of this machine left when it ended; any other stays. Never rejects. */
export async function removeDeadLock(lock: string): Promise<void> {
  const found = await inspect(lock).catch(() => undefined)
  if (found?.isOfTheDead !== true) return
  await takeAway(lock, found, usual).catch(() => undefined)
}
