/** The last texts of annotated pages by their hash, kept so that their annotations can be found again by a diff. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { textHash } from '../../annotation/record/selectors.ts'
import { lfView } from '../../text/code-points.ts'

/** All methods are total: where nothing can be written, texts are known until the process ends. */
export interface OldTexts {
  /** Keeps the LF view of a text; settles when it is on disk, or cannot be. */
  remember(text: string): Promise<void>
  /** The LF view with this hash, where it is in memory: remembered or loaded since the start. */
  textOf(sha256: string): string | undefined
  /** The same, from disk too. */
  load(sha256: string): Promise<string | undefined>
}

export interface OldTextLimits {
  /** Bytes on disk; the oldest go first. */
  readonly disk: number
  /** UTF-16 units in memory; those used longest ago go first. */
  readonly memory: number
}

/** `dir` is a folder of its own, made where it is missing; without it, texts are kept in memory alone. */
export function createOldTexts(
  dir: string | undefined,
  limits: OldTextLimits = { disk: 200_000_000, memory: 16_000_000 },
): OldTexts {
  const memory = createMemory(limits.memory)
  /** Hashes of texts that were written, or their files touched, in this session. */
  const onDisk = new Set<string>()
  let bytes: number | undefined
  let queue: Promise<unknown> = Promise.resolve()

  const write = async (folder: string, sha256: string, text: string): Promise<void> => {
    const file = fileOf(folder, sha256)
    await mkdir(folder, { recursive: true })
    const isThere = (await readChecked(file, sha256)) !== undefined
    if (isThere) await utimes(file, new Date(), new Date())
    else {
      // A name of its own: another window may write the same text.
      const draft = `${file}.${process.pid}.tmp`
      await writeFile(draft, text)
      await rename(draft, file).catch(async (error: unknown) => {
        await rm(draft, { force: true })
        throw error
      })
    }
    onDisk.add(sha256)
    bytes = isThere || bytes === undefined ? bytes : bytes + Buffer.byteLength(text)
    bytes ??= await sizeOf(folder)
    if (bytes > limits.disk) bytes = await dropOldest(folder, limits.disk * 0.9)
  }

  return {
    remember(text) {
      const lf = lfView(text)
      const sha256 = textHash(lf)
      memory.set(sha256, lf)
      if (dir === undefined || onDisk.has(sha256)) return Promise.resolve()
      const written = queue.then(() => (onDisk.has(sha256) ? undefined : write(dir, sha256, lf)))
      queue = written.catch(() => undefined)
      return queue.then(() => undefined)
    },
    textOf: (sha256) => memory.get(sha256),
    async load(sha256) {
      const known = memory.get(sha256)
      // The hash comes from a sidecar, which may say anything: `../…` is no hash.
      if (known !== undefined || dir === undefined || !/^[\da-f]{64}$/.test(sha256)) return known
      const text = await readChecked(fileOf(dir, sha256), sha256)
      if (text !== undefined) memory.set(sha256, text)
      return text
    },
  }
}

function createMemory(limit: number) {
  const texts = new Map<string, string>()
  let units = 0
  return {
    get(sha256: string): string | undefined {
      const text = texts.get(sha256)
      if (text !== undefined) {
        texts.delete(sha256)
        texts.set(sha256, text)
      }
      return text
    },
    set(sha256: string, text: string): void {
      units += text.length - (texts.get(sha256)?.length ?? 0)
      texts.delete(sha256)
      texts.set(sha256, text)
      for (const [oldest, { length }] of texts) {
        if (units <= limit) break
        texts.delete(oldest)
        units -= length
      }
    },
  }
}

function fileOf(folder: string, sha256: string): string {
  return join(folder, `${sha256}.txt`)
}

/** `undefined` for a file that is missing or does not hold what its name says. */
async function readChecked(file: string, sha256: string): Promise<string | undefined> {
  try {
    const bytes = await readFile(file)
    const hash = createHash('sha256').update(bytes).digest('hex')
    return hash === sha256 ? bytes.toString('utf8') : undefined
  } catch {
    return undefined
  }
}

interface OldFile {
  readonly file: string
  readonly size: number
  /** Milliseconds since 1970. */
  readonly when: number
}

async function oldFiles(folder: string): Promise<readonly OldFile[]> {
  const names = await readdir(folder)
  const files = await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name)
      const found = await stat(file).catch(() => undefined)
      return found?.isFile() ? [{ file, size: found.size, when: found.mtimeMs }] : []
    }),
  )
  return files.flat()
}

async function sizeOf(folder: string): Promise<number> {
  return (await oldFiles(folder)).reduce((sum, { size }) => sum + size, 0)
}

/** Until `limit` bytes are left; what they are then. */
async function dropOldest(folder: string, limit: number): Promise<number> {
  const files = await oldFiles(folder)
  let bytes = files.reduce((sum, { size }) => sum + size, 0)
  for (const { file, size } of files.toSorted((a, b) => a.when - b.when)) {
    if (bytes <= limit) break
    await rm(file, { force: true })
    bytes -= size
  }
  return bytes
}
