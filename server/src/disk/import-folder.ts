/** The folder that is imported from: its files, none of them from outside of it, none too large. */

import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sizeProblem } from '../exchange/file/limits.ts'
import { safePath } from '../exchange/file/safe-path.ts'
import { t, type Wording } from '../text/wording.ts'
import { messageOf } from '../values/message-of.ts'
import { nodeFiles } from './files.ts'

export interface ImportFolder {
  /** Of the files that are chosen: all in the folder, or the one that was named. `/` between folders; sorted. */
  readonly chosen: readonly string[]
  /** Of the same files. */
  readonly uris: readonly string[]
  /** `undefined` where there is no such file in the folder; a sentence where it cannot be read. */
  read(path: string): Promise<Uint8Array | Wording | undefined>
}

/** `path` is a folder, or a file in the folder that is meant. `undefined`: there is neither. Never rejects. */
export async function importFolder(path: string): Promise<ImportFolder | undefined> {
  const absolute = resolve(path)
  const isFolder = await stat(absolute).then(
    (found) => found.isDirectory(),
    () => undefined,
  )
  if (isFolder === undefined) return undefined
  const folder = isFolder ? absolute : dirname(absolute)
  const chosen = isFolder
    ? (await nodeFiles.walk(pathToFileURL(folder).href)).paths
    : [basename(absolute)]
  const inside = `${(await realpath(folder)).replace(/[\\/]$/, '')}${sep}`
  return {
    chosen,
    uris: chosen.map((each) => pathToFileURL(join(folder, ...each.split('/'))).href),
    async read(wanted) {
      const safe = safePath(wanted)
      if (safe === undefined) return undefined
      const file = join(folder, ...safe.split('/'))
      const real = await realpath(file).catch(() => undefined)
      if (real === undefined) return undefined
      if (!real.startsWith(inside)) return t('The file is a link that leads out of the folder.')
      try {
        const found = await stat(real)
        if (!found.isFile()) return undefined
        return sizeProblem(found.size) ?? (await readFile(real))
      } catch (error) {
        return t('The file cannot be read: {0}', messageOf(error))
      }
    },
  }
}
