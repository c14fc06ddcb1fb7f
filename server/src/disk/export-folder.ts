/** The folder that an export writes to: nothing outside of it, and never a page or its annotations. */
import { mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { safePath } from '../exchange/file/safe-path.ts'
import { messageOf } from '../values/message-of.ts'
import { pageStem, readSidecarName } from './sidecar-names.ts'
import { codeOf } from './system-error.ts'

export interface ExportFolder {
  /**
   * The first call for a path makes the file anew, later ones add to its end. Rejects with an error
   * that says the path and why.
   */
  write(path: string, content: string | Uint8Array): Promise<void>
}

/** `pages` are uris of pages, and of what else must stay as it is. The folder is made when something is written. */
export function exportFolder(folder: string, pages: readonly string[]): ExportFolder {
  const begun = new Set<string>()
  const made = new Set<string>()
  let kept: Promise<ReadonlySet<string>> | undefined
  const write = async (path: string, content: string | Uint8Array): Promise<void> => {
    const safe = safePath(path)
    if (safe === undefined) throw new Error('the name leads out of the folder')
    const file = join(resolve(folder), ...safe.split('/'))
    if (!made.has(dirname(file))) {
      await makeFolder(dirname(file))
      if (!(await isBelow(dirname(file), folder))) throw new Error(leadsOut)
      made.add(dirname(file))
    }
    if (begun.has(file)) {
      await writeFile(file, content, { flag: 'a' })
      return
    }
    begun.add(file)
    if (await isWrittenAnew(file, content)) return
    kept ??= realPaths(pages)
    if (!(await isBelow(file, folder))) throw new Error(leadsOut)
    const existing = await realpath(file)
    if ((await kept).has(existing) || (await isOfCorpus(existing))) {
      begun.delete(file)
      // A folder of pages can take their annotations, but a page is never written.
      if (Buffer.from(content).equals(await readFile(existing))) return
      throw new Error(
        'it is a page, belongs to one, or is what is converted: choose another folder',
      )
    }
    await writeFile(file, content)
  }
  return {
    write: (path, content) =>
      write(path, content).catch((error: unknown) => {
        const reason = messageOf(error)
        throw new Error(`cannot write ${join(folder, path)}: ${reason}`)
      }),
  }
}

const leadsOut = 'it is behind a link that leads out of the folder'

/** Links followed; of files and folders that are there. */
async function isBelow(path: string, folder: string): Promise<boolean> {
  const [real, root] = [await realpath(path), await realpath(folder)]
  return real === root || real.startsWith(`${root.replace(/[\\/]$/, '')}${sep}`)
}

/** False where there is something already. */
async function isWrittenAnew(file: string, content: string | Uint8Array): Promise<boolean> {
  try {
    await writeFile(file, content, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return false
  }
}

/** Node's own `recursive` never ends below /proc, where a folder can be neither found nor made. */
async function makeFolder(path: string): Promise<void> {
  try {
    if ((await stat(path)).isDirectory()) return
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    const parent = dirname(path)
    if (parent === path) throw error
    await makeFolder(parent)
  }
  try {
    await mkdir(path)
  } catch (error) {
    // Somebody else has made it meanwhile.
    if (codeOf(error) !== 'EEXIST' || !(await stat(path)).isDirectory()) throw error
  }
}

async function realPaths(uris: readonly string[]): Promise<ReadonlySet<string>> {
  const real = new Set<string>()
  for (const uri of uris) real.add((await realOf(fileURLToPath(uri))) ?? fileURLToPath(uri))
  return real
}

async function realOf(path: string): Promise<string | undefined> {
  try {
    return await realpath(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** A sidecar, a corpus.json, or a page that has a sidecar. */
async function isOfCorpus(path: string): Promise<boolean> {
  if (basename(path) === 'corpus.json' || readSidecarName(path) !== undefined) return true
  if (!/\.te?xt$/i.test(path)) return false
  return (await realOf(`${pageStem(path)}.anno.jsonl`)) !== undefined
}
