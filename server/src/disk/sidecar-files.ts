/** The files of sidecars by uri: reading one, and changing it while nobody else does. */
import { isUtf8 } from 'node:buffer'
import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { largestFile } from './files.ts'
import { withLock } from './lock.ts'
import { codeOf } from './system-error.ts'
import { removeLeftovers, writeWhole } from './whole-file.ts'

export interface SidecarFiles {
  /** Its text, `''` where there is none. Rejects where it is there and cannot be read. */
  read(uri: string): Promise<string>
  /**
   * Replaces it by what `change` makes of its text, `''` for no file; `undefined` leaves it as it
   * is. Rejects with the system's error, `ELOCKED` where another program holds it too long, `EFBIG` for a
   * text that is longer than what is read of a file, or `EILSEQ` for a file that is not UTF-8, of which bytes would be
   * lost. Then it is as it was. `waiting` is called once when another program has held it for a second.
   */
  change(
    uri: string,
    change: (text: string) => string | undefined,
    waiting?: () => void,
  ): Promise<void>
}

export const nodeSidecarFiles: SidecarFiles = {
  async read(uri) {
    const path = fileURLToPath(uri)
    await tidy(dirname(path))
    return readText(path, false)
  },
  async change(uri, change, waiting) {
    const path = await target(fileURLToPath(uri))
    await tidy(dirname(path))
    const work = async (): Promise<void> => {
      const before = await readText(path, true)
      const text = change(before)
      if (text === undefined || text === before) return
      if (text === '') await rm(path, { force: true })
      else {
        refuseTooLarge(text)
        await writeWhole(path, text)
      }
    }
    await withLock(path, work, waiting === undefined ? {} : { waiting })
  },
}

/** Written, it could not be read again. */
function refuseTooLarge(text: string): void {
  if (Buffer.byteLength(text) <= largestFile) return
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

/** `exact`: rejects for bytes that are not UTF-8, which are else shown as U+FFFD. */
async function readText(path: string, exact: boolean): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return ''
    throw error
  }
  if (exact && !isUtf8(bytes)) {
    throw Object.assign(new Error(`${path} is not UTF-8`), { code: 'EILSEQ' })
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
