/** The door to the file system: walking a folder and reading a file, by normal uris. */
import { opendir, readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { comparePaths, isIgnored } from './paths.ts'

export interface Walk {
  /** Of files, relative to the folder, `/` between folders; sorted. */
  readonly paths: readonly string[]
  /** Number of folders that could not be read. */
  readonly unreadable: number
  /** Links that lead out of the folder, which are not followed: paths as in `paths`, sorted. */
  readonly outside: readonly string[]
}

export type Reading =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  /** `tooLarge`: a file with more bytes than `largestFile`. */
  | { readonly kind: 'folder' | 'missing' | 'unreadable' | 'tooLarge' }

/** All methods are total: what cannot be read is said in the answer. */
export interface Files {
  /**
   * Dotfolders and node_modules are left out; a folder that is linked twice is walked once, and what is reached
   * only by a link that leads out of the folder is not walked.
   */
  walk(uri: string): Promise<Walk>
  read(uri: string): Promise<Reading>
  /** Whether what is there is really in the folder, and not reached by a link that leads out. */
  isWithin?(folder: string, uri: string): Promise<boolean>
}

/** A larger file is no newspaper page, and its text might not fit into one string. */
export const largestFile = 100_000_000

export const nodeFiles: Files = {
  async walk(uri) {
    const folder = toPath(uri)
    return folder === undefined ? { paths: [], unreadable: 1, outside: [] } : walkFolder(folder)
  },
  async read(uri) {
    const path = toPath(uri)
    if (path === undefined) return { kind: 'missing' }
    try {
      const { size } = await stat(path)
      return size > largestFile
        ? { kind: 'tooLarge' }
        : { kind: 'file', bytes: await readFile(path) }
    } catch (error) {
      return { kind: reasonOf(error) }
    }
  },
  async isWithin(folder, uri) {
    try {
      return isBelow(await realpath(fileURLToPath(uri)), await realpath(fileURLToPath(folder)))
    } catch {
      return false
    }
  },
}

/** A folder to walk: its path below the first one, and the real one, which is asked of the system for links only. */
interface Folder {
  readonly below: string
  readonly real: string
}

/**
 * Breadth first, links after real folders, so that a page has its real path where it has one. The real path of a
 * folder is made of that of the folder around it: asked for each, it takes time by the square of the depth.
 */
async function walkFolder(folder: string): Promise<Walk> {
  const paths: string[] = []
  const outside: string[] = []
  const seen = new Set<string>()
  const root = await realpath(folder).catch(() => folder)
  const links: Folder[] = [{ below: '', real: root }]
  let unreadable = 0
  const list = async ({ below, real }: Folder, folders: Folder[]): Promise<void> => {
    if (seen.has(real)) return
    seen.add(real)
    for await (const entry of await opendir(real)) {
      if (isIgnored(entry.name)) continue
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) folders.push({ below: path, real: join(real, entry.name) })
      else if (entry.isFile()) paths.push(path)
      else if (entry.isSymbolicLink()) {
        const target = await linkTarget(join(real, entry.name), root)
        if (target.kind === 'outside') outside.push(path)
        else if (target.kind === 'folder') links.push({ below: path, real: target.real })
        else if (target.kind === 'file') paths.push(path)
      }
    }
  }
  // Both lists grow while they are walked.
  for (const link of links) {
    const folders = [link]
    for (const each of folders) await list(each, folders).catch(() => unreadable++)
  }
  return { paths: paths.sort(comparePaths), unreadable, outside: outside.sort(comparePaths) }
}

type LinkTarget =
  | { readonly kind: 'file' | 'outside' | 'nothing' }
  | { readonly kind: 'folder'; readonly real: string }

/** What a link leads to. `root` is a real path. */
async function linkTarget(link: string, root: string): Promise<LinkTarget> {
  try {
    const real = await realpath(link)
    if (real !== root && !isBelow(real, root)) return { kind: 'outside' }
    const target = await stat(real)
    if (target.isDirectory()) return { kind: 'folder', real }
    return { kind: target.isFile() ? 'file' : 'nothing' }
  } catch {
    return { kind: 'nothing' }
  }
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(`${folder.replace(/[\\/]$/, '')}${sep}`)
}

function toPath(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}

function reasonOf(error: unknown): 'folder' | 'missing' | 'unreadable' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EISDIR') return 'folder'
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable'
}
