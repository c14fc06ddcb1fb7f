/** The files of sidecars by uri: reading one, and changing it while nobody else does. */
import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
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
        const pieces = await changed(path, files, change)
        if (pieces === undefined) return
        if (pieces.length === 0) {
          await files.rm(path, { force: true })
          // Until then a loss of power brings back what was deleted.
          await syncFolder(dirname(path), files)
        } else {
          refuseTooLarge(pieces)
          await writeWhole(path, pieces, files)
        }
      }
      await lock(path, work, waiting === undefined ? {} : { waiting })
    },
  }
}

/** What `change` makes of the text of a file, in pieces, none of which is empty; `undefined` where that stays as it is. */
async function changed(
  path: string,
  files: FileSystem,
  change: (text: string) => Iterable<string> | undefined,
): Promise<readonly string[] | undefined> {
  for (;;) {
    // As far as the pieces are what was there; let go where they are not: it may be as large as all of them.
    let rest: Rest | undefined = await readWhole(path, files)
    const { sha256 } = rest
    const made = change(rest.text)
    if (made === undefined) return undefined
    const pieces: string[] = []
    for (const piece of typeof made === 'string' ? [made] : made) {
      if (pieces.length > 0) await new Promise((resolve) => setImmediate(resolve))
      if (piece === '') continue
      pieces.push(piece)
      rest = behind(rest, piece)
    }
    // One piece is made in the same turn.
    if (pieces.length < 2 || hashOf(await readBytes(path, files, true)) === sha256) {
      return rest !== undefined && rest.at === rest.text.length ? undefined : pieces
    }
  }
}

/** What its bytes are known by stands for them: they would be as large as all pieces, too. */
async function readWhole(path: string, files: FileSystem): Promise<Rest> {
  const bytes = await readBytes(path, files, true)
  return { text: textOf(bytes), at: 0, sha256: hashOf(bytes) }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

interface Rest {
  readonly text: string
  /** Where it begins, in UTF-16 units. */
  readonly at: number
  /** Of the bytes of the whole file, in hex. */
  readonly sha256: string
}

function behind(rest: Rest | undefined, piece: string): Rest | undefined {
  if (rest?.text.startsWith(piece, rest.at) !== true) return undefined
  return { ...rest, at: rest.at + piece.length }
}

/** Written, it could not be read again. */
function refuseTooLarge(pieces: readonly string[]): void {
  const bytes = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0)
  if (bytes <= largestFile) return
  const message = `The annotations of one page are more than ${largestFile / 1_000_000} MB.`
  throw Object.assign(new Error(message), { code: 'EFBIG' })
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
