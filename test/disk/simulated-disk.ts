/**
 * A disk in memory that fails and loses power: every call can be the one that fails, and after a loss of power what was
 * not flushed is there, gone or torn, as a seeded generator decides. As SQLite tests its own files.
 */
import type { FileSystem, OpenFile } from '../../server/src/disk/file-system.ts'

interface Inode {
  /** As a running process sees it. */
  text: string
  /** As it is after a loss of power. */
  flushed: string
}

export interface SimulatedDisk extends FileSystem {
  /** Number of calls so far. */
  readonly calls: number
  /** The call with this number, and every later one when `always`, fails with `code`. */
  failAt(call: number, code: string, always?: boolean): void
  /** Takes away, or leaves in part, what was not flushed; `choose(n)` gives a number from 0 to n - 1. */
  losePower(choose: (n: number) => number): void
  /** By path, as a running process sees them. */
  readonly files: ReadonlyMap<string, string>
  /** Puts a file that is on disk already. */
  put(path: string, text: string): void
}

export function simulatedDisk(): SimulatedDisk {
  let calls = 0
  let failing: { call: number; code: string; always: boolean } | undefined
  /** Names as a running process sees them, and as they are after a loss of power. */
  let names = new Map<string, Inode>()
  const flushedNames = new Map<string, Inode>()

  const call = (): void => {
    calls++
    const fails =
      failing !== undefined && (calls === failing.call || (failing.always && calls > failing.call))
    if (fails)
      throw Object.assign(new Error(`${failing?.code}: simulated`), { code: failing?.code })
  }
  const missing = (path: string) => Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
  const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

  const openFile = (inode: Inode): OpenFile => ({
    async writeFile(text) {
      call()
      inode.text += text
    },
    async sync() {
      call()
      inode.flushed = inode.text
    },
    async datasync() {
      call()
      inode.flushed = inode.text
    },
    async close() {},
  })
  const openFolder = (path: string): OpenFile => ({
    async sync() {
      call()
      for (const name of [...flushedNames.keys()]) {
        if (folderOf(name) === path && !names.has(name)) flushedNames.delete(name)
      }
      for (const [name, inode] of names) if (folderOf(name) === path) flushedNames.set(name, inode)
    },
    datasync: async () => call(),
    writeFile: async () => call(),
    async close() {},
  })

  return {
    get calls() {
      return calls
    },
    get files() {
      return new Map([...names].map(([path, { text }]) => [path, text]))
    },
    failAt(at, code, always = false) {
      failing = { call: at, code, always }
    },
    put(path, text) {
      const inode = { text, flushed: text }
      names.set(path, inode)
      flushedNames.set(path, inode)
    },
    losePower(choose) {
      failing = undefined
      // A name that was not flushed may have reached the disk all the same.
      for (const [path, inode] of names) {
        if (!flushedNames.has(path) && choose(2) === 0) flushedNames.set(path, inode)
        else if (flushedNames.get(path) !== inode && choose(2) === 0) flushedNames.set(path, inode)
      }
      for (const inode of new Set(flushedNames.values())) {
        const rest = inode.text.slice(inode.flushed.length)
        const isLonger = inode.text.startsWith(inode.flushed)
        if (isLonger) inode.flushed += rest.slice(0, choose(rest.length + 1))
        inode.text = inode.flushed
      }
      names = new Map(flushedNames)
    },
    async open(path, flags) {
      call()
      if (flags === 'r') return openFolder(path)
      const there = names.get(path)
      if (flags === 'wx' && there !== undefined) {
        throw Object.assign(new Error(`EEXIST: ${path}`), { code: 'EEXIST' })
      }
      const inode = there ?? { text: '', flushed: '' }
      names.set(path, inode)
      return openFile(inode)
    },
    async readFile(path) {
      call()
      const inode = names.get(path)
      if (inode === undefined) throw missing(path)
      return new TextEncoder().encode(inode.text)
    },
    async readdir(path) {
      call()
      return [...names.keys()].flatMap((name) =>
        folderOf(name) === path ? [name.slice(path.length + 1)] : [],
      )
    },
    async rename(from, to) {
      call()
      const inode = names.get(from)
      if (inode === undefined) throw missing(from)
      names.delete(from)
      names.set(to, inode)
    },
    async rm(path) {
      call()
      names.delete(path)
    },
    async mkdir() {
      call()
    },
    async stat(path) {
      call()
      if (!names.has(path)) throw missing(path)
      return { mode: 0o644 }
    },
  }
}

/** Numbers from 0 to n - 1, the same for the same seed (mulberry32). */
export function chooser(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % n
  }
}
