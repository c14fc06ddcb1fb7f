/** The files of sidecars by uri: reading one, and changing it while nobody else does. */
import { isUtf8 } from 'node:buffer'
import { readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { codeOf, removeLeftovers, withLock, writeWhole } from './whole-file.ts'

export interface SidecarFiles {
  /** Its text, `''` where there is none. Rejects where it is there and cannot be read. */
  read(uri: string): Promise<string>
  /**
   * Replaces it by what `change` makes of its text, `''` for no file; `undefined` leaves it as it
   * is. Rejects with the system's error, or `EILSEQ` for a file that is not UTF-8, of which bytes would be
   * lost. Then it is as it was.
   */
  change(uri: string, change: (text: string) => string | undefined): Promise<void>
}

export const nodeSidecarFiles: SidecarFiles = {
  read: (uri) => readText(fileURLToPath(uri), false),
  async change(uri, change) {
    const path = fileURLToPath(uri)
    await withLock(path, async () => {
      if (!tidied.has(path)) {
        tidied.add(path)
        await removeLeftovers(path)
      }
      const before = await readText(path, true)
      const text = change(before)
      if (text === undefined || text === before) return
      if (text === '') await rm(path, { force: true })
      else await writeWhole(path, text)
    })
  },
}

/** Files whose folder was looked at for what a killed process left. */
const tidied = new Set<string>()

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
