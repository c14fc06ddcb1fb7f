/**
 * The journal: confirmed changes that are not in a sidecar yet, in one file of each process. A change is appended and
 * flushed before it is confirmed, leaves when the sidecar that holds it is flushed, and is read by a later process
 * when its own has ended before that.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { isObject, type JsonObject, parseJson } from '../values/json.ts'
import { type FileSystem, nodeFileSystem, type OpenFile } from './file-system.ts'
import {
  isRunning,
  isThere,
  ownIdentity,
  type ProcessIdentity,
  readIdentity,
} from './process-identity.ts'
import { codeOf } from './system-error.ts'
import { syncFolder } from './whole-file.ts'

/** A confirmed change of one page. */
export interface JournalEntry {
  /** Ascending in the journal. */
  readonly number: number
  /** Normal uri of the page. */
  readonly page: string
  /** What was changed; the journal does not look into it. */
  readonly change: JsonObject
}

/** A file with more bytes than this is left for a new one when nothing in it is needed. */
const large = 256 * 1024

interface Waiting {
  readonly line: string
  /** What the line confirms; `undefined` for a line that says what is settled. */
  readonly entry: JournalEntry | undefined
  resolve(): void
  reject(error: unknown): void
}

export class Journal {
  readonly #files: FileSystem
  readonly #folder: string
  #file: { readonly path: string; readonly handle: OpenFile; bytes: number } | undefined
  #next = 1
  #lastAdopted = 0
  /** By number: what is in no sidecar yet. */
  readonly #open = new Map<number, JournalEntry>()
  #waiting: Waiting[] = []
  #flushing: Promise<void> | undefined
  /**
   * Numbers of changes that are to be taken out with the next line: theirs could not be flushed, and may be on disk all the
   * same, or that they are settled could not be written.
   */
  #left: number[] = []
  /** Set while half a line may stand at the end of the file: a write has failed. */
  #isTorn = false

  private constructor(folder: string, files: FileSystem) {
    this.#files = files
    this.#folder = folder
  }

  /**
   * Opens a journal of this process in `folder`, made when it is not there, and takes over what processes that are
   * gone left: it is in `open`. Rejects with the system's error where nothing can be written.
   */
  static async open(folder: string, files: FileSystem = nodeFileSystem): Promise<Journal> {
    await files.mkdir(folder, { recursive: true })
    const journal = new Journal(folder, files)
    for (const name of (await files.readdir(folder)).sort()) {
      if (fileName.test(name)) await journal.#adopt(join(folder, name))
    }
    journal.#lastAdopted = journal.#next - 1
    return journal
  }

  /** Entries up to this number are of processes that are gone; later ones are our own. */
  get lastAdopted(): number {
    return this.#lastAdopted
  }

  /** What is in no sidecar yet, in the order in which it was confirmed. */
  get open(): readonly JournalEntry[] {
    return [...this.#open.values()]
  }

  /**
   * Resolves when the change is on disk, with its number. Changes that come while others are flushed are flushed
   * together. Rejects with the system's error, and then the change is not in the journal.
   */
  async append(page: string, change: JsonObject): Promise<number> {
    const entry: JournalEntry = { number: this.#next++, page, change }
    await this.#write(JSON.stringify(entry), entry)
    return entry.number
  }

  /** The changes are in a sidecar that is flushed. Never rejects: what could not be said is said with the next change. */
  async settle(numbers: readonly number[]): Promise<void> {
    const settled = numbers.filter((number) => this.#open.delete(number))
    if (settled.length === 0) return
    await this.#write(JSON.stringify({ settled }), undefined).catch(() => {
      this.#left = [...this.#left, ...settled]
    })
  }

  /** Waits for what is being written; the file goes when nothing is left in it. */
  async close(): Promise<void> {
    await this.#flushing
    await this.#leave()
  }

  #write(line: string, entry: JournalEntry | undefined): Promise<void> {
    const written = new Promise<void>((resolve, reject) => {
      this.#waiting.push({ line, entry, resolve, reject })
    })
    this.#flushing ??= this.#flush().finally(() => {
      this.#flushing = undefined
    })
    return written
  }

  /** One write and one flush for all that wait, until nobody does. Never rejects. */
  async #flush(): Promise<void> {
    // Actions of one turn of the event loop are written together.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const group = this.#waiting
      this.#waiting = []
      try {
        if (this.#open.size === 0 && (this.#file?.bytes ?? 0) > large) await this.#leave()
        const settled = this.#left
        const taken = settled.length === 0 ? [] : [JSON.stringify({ settled })]
        const lines = [...taken, ...group.map(({ line }) => line)]
        await this.#append(lines.map((line) => `${line}\n`).join(''))
        this.#left = this.#left.slice(settled.length)
        for (const { entry } of group) if (entry !== undefined) this.#open.set(entry.number, entry)
        for (const { resolve } of group) resolve()
      } catch (error) {
        this.#left = [...this.#left, ...group.flatMap(({ entry }) => entry?.number ?? [])]
        for (const { reject } of group) reject(error)
      }
    }
  }

  async #append(lines: string): Promise<void> {
    this.#file ??= await this.#newFile()
    const text = this.#isTorn ? `\n${lines}` : lines
    this.#isTorn = true
    await this.#file.handle.writeFile(text)
    await this.#file.handle.datasync()
    this.#file.bytes += text.length
    this.#isTorn = false
  }

  async #newFile(): Promise<{ path: string; handle: OpenFile; bytes: number }> {
    const name = `${process.pid}-${randomBytes(4).toString('hex')}.journal`
    const path = join(this.#folder, name)
    const handle = await this.#files.open(path, 'a', 0o600)
    try {
      await handle.writeFile(`${JSON.stringify({ journal: 1, ...ownIdentity() })}\n`)
      await handle.datasync()
      await syncFolder(this.#folder, this.#files)
    } catch (error) {
      await handle.close().catch(() => undefined)
      await this.#files.rm(path, { force: true }).catch(() => undefined)
      throw error
    }
    return { path, handle, bytes: 0 }
  }

  /** Goes on in a new file with the next change, and takes the old one away when nothing in it is needed. */
  async #leave(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    this.#isTorn = false
    await file?.handle.close().catch(() => undefined)
    if (file === undefined || this.#open.size > 0) return
    await this.#files.rm(file.path, { force: true }).catch(() => undefined)
  }

  /** Of several processes that see a file whose owner is gone, the one that renames it has what is in it. */
  async #adopt(path: string): Promise<void> {
    try {
      const { owner, entries } = readJournal(decoder.decode(await this.#files.readFile(path)))
      const adopter = adopterName.exec(path)
      // A file without an owner was left before anything stood in it, or is being made.
      const isHeld =
        adopter === null
          ? owner === undefined || isThere(owner)
          : isRunning(Number(adopter[1]), adopter[2])
      if (isHeld) return
      const { pid, start } = ownIdentity()
      const own = start === undefined ? `${pid}` : `${pid}-s${start}`
      const suffix = `${own}-${randomBytes(4).toString('hex')}`
      const taken = `${path.replace(/\.journal\..*$/, '.journal')}.${suffix}`
      await this.#files.rename(path, taken)
      await Promise.all(entries.map(({ page, change }) => this.append(page, change)))
      await this.#files.rm(taken, { force: true })
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
    }
  }
}

const decoder = new TextDecoder()

/** `PID-RANDOM.journal`, and behind it the process that is taking it over, with the tick of its start: numbers are used again. */
const fileName = /^\d+-[\da-f]{8}\.journal(\.\d+(-s\d+)?-[\da-f]{8})?$/
const adopterName = /\.journal\.(\d+)(?:-s(\d+))?-[\da-f]{8}$/

/** Lines that are torn are left out: their changes were never confirmed. */
function readJournal(text: string): {
  readonly owner: ProcessIdentity | undefined
  readonly entries: readonly JournalEntry[]
} {
  let owner: ProcessIdentity | undefined
  const entries = new Map<number, JournalEntry>()
  for (const line of text.split('\n')) {
    const json = parseJson(line)
    if (!isObject(json)) continue
    const { number, page, change, settled } = json
    if (json['journal'] === 1) owner = readIdentity(json)
    else if (Array.isArray(settled)) for (const each of settled) entries.delete(each)
    else if (typeof number === 'number' && typeof page === 'string' && isObject(change)) {
      entries.set(number, { number, page, change })
    }
  }
  return { owner, entries: [...entries.values()] }
}
