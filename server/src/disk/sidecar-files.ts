/** The files of sidecars by uri: reading one, and changing it while nobody else does. */
import { isUtf8 } from 'node:buffer'
import { createHash, type Hash } from 'node:crypto'
import { readlink, realpath } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type FileSystem, nodeFileSystem } from './file-system.ts'
import { largestFile } from './files.ts'
import { withLock } from './lock.ts'
import { codeOf } from './system-error.ts'
import { removeLeftovers, syncFolder, writeWhole } from './whole-file.ts'

export interface SidecarFiles {
  /** Its text, `''` where there is none. Rejects where it is there and cannot be read. */
  read(uri: string): Promise<string>
  /**
   * Replaces it by what `change` makes of its text, nothing for no file; `undefined` leaves it as it
   * is. What is made in pieces is asked for piece by piece, and other work has its turn between them: where somebody
   * else wrote the file meanwhile, `change` is called once more. Rejects with the system's error, `ELOCKED` where another program holds it too long, `EFBIG` for a
   * text that is longer than what is read of a file, or `EILSEQ` for a file that is not UTF-8, of which bytes would be
   * lost. Then it is as it was. `waiting` is called once when another program has held it for a second.
   */
  change(
    uri: string,
    change: (text: string) => Iterable<string> | undefined,
    waiting?: () => void,
  ): Promise<void>
}

/** What sidecars are read from and written to, so that a test can let it fail. */
export interface SidecarDisk {
  readonly files: FileSystem
  /** Runs the work while no other program writes the file. */
  readonly lock: typeof withLock
  /** Where a file is written. */
  target(path: string): Promise<string>
  /** Takes away what killed processes left in a folder. */
  tidy(folder: string): Promise<void>
}

export function sidecarFilesOn({ files, lock, target, tidy }: SidecarDisk): SidecarFiles {
  return {
    async read(uri) {
      const path = fileURLToPath(uri)
      await tidy(dirname(path))
      return textOf(await readBytes(path, files, false))
    },
    async change(uri, change, waiting) {
      const path = await target(fileURLToPath(uri))
      await tidy(dirname(path))
      const work = async (): Promise<void> => {
        while (!(await isChanged(path, files, change))) {
          // Somebody else wrote it meanwhile.
        }
      }
      await lock(path, work, waiting === undefined ? {} : { waiting })
    },
  }
}

/** False where somebody else wrote the file while pieces were made: it is as they left it. */
async function isChanged(
  path: string,
  files: FileSystem,
  change: (text: string) => Iterable<string> | undefined,
): Promise<boolean> {
  const { made, sha256 } = await madeOfFile(path, files, change)
  if (made === undefined) return true
  const pieces = withoutEmpty(typeof made === 'string' ? [made] : made)
  const [first, second] = [pieces.next(), pieces.next()]
  if (first.done) {
    if (sha256 === hashOf('')) return true
    await files.rm(path, { force: true })
    // Until then a loss of power brings back what was deleted.
    await syncFolder(dirname(path), files)
    return true
  }
  if (second.done) {
    // One piece is made in the same turn.
    if (hashOf(first.value) !== sha256) await writeWhole(path, bounded([first.value]), files)
    return true
  }
  const hash = createHash('sha256')
  const all = hashed(bounded(oneAfterTheOther([first.value, second.value], pieces)), hash)
  let isAsItWas = true
  await writeWhole(path, all, files, async () => {
    isAsItWas = hashOf(await readBytes(path, files, true)) === sha256
    return isAsItWas && hash.digest('hex') !== sha256
  })
  return isAsItWas
}

/** Its text is let go with the call: it may be as large as all that is made of it. */
async function madeOfFile(
  path: string,
  files: FileSystem,
  change: (text: string) => Iterable<string> | undefined,
): Promise<{ readonly made: Iterable<string> | undefined; readonly sha256: string }> {
  const bytes = await readBytes(path, files, true)
  return { made: change(textOf(bytes)), sha256: hashOf(bytes) }
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function* withoutEmpty(pieces: Iterable<string>): Generator<string, void> {
  for (const piece of pieces) if (piece !== '') yield piece
}

/** Other work has its turn between them. */
async function* oneAfterTheOther(
  first: readonly string[],
  rest: Iterable<string>,
): AsyncGenerator<string, void> {
  yield* first
  for (const piece of rest) {
    await new Promise((resolve) => setImmediate(resolve))
    yield piece
  }
}

async function* hashed(pieces: AsyncIterable<string>, hash: Hash): AsyncGenerator<string, void> {
  for await (const piece of pieces) {
    hash.update(piece)
    yield piece
  }
}

/** Rejects with `EFBIG` before what could not be read again is whole. */
async function* bounded(
  pieces: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<string, void> {
  let bytes = 0
  for await (const piece of pieces) {
    bytes += Buffer.byteLength(piece)
    if (bytes > largestFile) {
      const message = `The annotations of one page are more than ${largestFile / 1_000_000} MB.`
      throw Object.assign(new Error(message), { code: 'EFBIG' })
    }
    yield piece
  }
}

/** By folder: what killed processes left is taken away once. */
const tidied = new Map<string, Promise<void>>()

function tidy(folder: string): Promise<void> {
  const known = tidied.get(folder) ?? removeLeftovers(folder)
  tidied.set(folder, known)
  return known
}

/** A sidecar that is a link is written where the link leads, also where nothing is there yet. */
async function target(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  const link = await readlink(path).catch(() => undefined)
  return link === undefined ? path : resolve(dirname(path), link)
}

/** None of a file that is not there. `exact`: rejects for bytes that are not UTF-8, which are else shown as U+FFFD. */
async function readBytes(path: string, files: FileSystem, exact: boolean): Promise<Uint8Array> {
  let bytes: Uint8Array
  try {
    bytes = await files.readFile(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return new Uint8Array()
    throw error
  }
  if (exact && !isUtf8(bytes)) {
    throw Object.assign(new Error(`${path} is not UTF-8`), { code: 'EILSEQ' })
  }
  return bytes
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

export const nodeSidecarFiles: SidecarFiles = sidecarFilesOn({
  files: nodeFileSystem,
  lock: withLock,
  target,
  tidy,
})
