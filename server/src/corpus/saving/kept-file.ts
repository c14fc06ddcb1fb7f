/**
 * A file that is kept up with what the workspace has: what is confirmed stands in the journal first, is written after it,
 * and is tried again until it is on disk.
 */
import type { Journal, JournalEntry } from '../../disk/journal.ts'
import type { SidecarFiles } from '../../disk/sidecar-files.ts'
import { codeOf } from '../../disk/system-error.ts'
import type { JsonObject } from '../../values/json.ts'
import { messageOf } from '../../values/message-of.ts'
import type { ReportFault, SavingFaults } from './saving-faults.ts'

/** What keeping files up needs of the rest of the server. */
export interface KeepOptions {
  readonly files: SidecarFiles
  /** A file could not be written, or (without fault) could be again. */
  readonly report?: ReportFault
  /** Where confirmed changes are kept until they are written; `undefined` where there is none. */
  readonly journal?: () => Promise<Journal | undefined>
  /** Milliseconds between an action and its writing. */
  readonly pause?: number
  /** Milliseconds until the next try; doubled with each, up to a minute. */
  readonly retry?: number
}

/** One file, and what is to stand in it. */
export interface Kept {
  readonly uri: string
  /** What its changes are found by in the journal: a normal uri. */
  readonly key: string
  /** What is to be written over the text that the file has: nothing for no file; `undefined` leaves it as it is. */
  make(disk: string): Iterable<string> | undefined
  /** What `make` gave last is on disk. */
  written(): void
  /** Nothing more is to be written now; `isGone` where `make` gave `undefined` last. */
  rested?(isGone: boolean): void
}

/** What a file says. */
export interface Reading {
  readonly text: string
  /** Whether nothing was read of it after this. */
  isLast(): boolean
}

export class KeptFile {
  readonly #kept: Kept
  readonly #options: KeepOptions
  readonly #faults: SavingFaults
  readonly #retry: number
  #dirty = false
  #writes = 0
  #readings = 0
  /** Number of the reading that was given last. */
  #lastRead = 0
  #saving: Promise<boolean> | undefined
  #timer: NodeJS.Timeout | undefined
  #wait: number
  /** Numbers in the journal of what the workspace has and the file may not have. */
  #pending: readonly number[] = []

  constructor(kept: Kept, options: KeepOptions, faults: SavingFaults) {
    this.#kept = kept
    this.#options = options
    this.#faults = faults
    this.#retry = options.retry ?? 1000
    this.#wait = this.#retry
  }

  /** Whether the workspace may have what the file has not. */
  get isDirty(): boolean {
    return this.#dirty
  }

  /** Whether it is written, or is to be. */
  get isWaiting(): boolean {
    return this.#dirty || this.#saving !== undefined
  }

  /** Times that its writing was begun. */
  get writes(): number {
    return this.#writes
  }

  /** Whether something is confirmed that the file may not have. */
  get hasPending(): boolean {
    return this.#pending.length > 0
  }

  isPending(number: number): boolean {
    return this.#pending.includes(number)
  }

  /** These changes are in what the workspace has, and leave the journal when they are in the file. */
  takeOver(entries: readonly JournalEntry[]): void {
    this.#pending = [...new Set([...this.#pending, ...entries.map(({ number }) => number)])]
  }

  /** A change goes on with another file; whether nothing is left to be written here. */
  giveUp(number: number): boolean {
    this.#pending = this.#pending.filter((each) => each !== number)
    if (this.hasPending) return false
    this.stopTrying()
    this.#dirty = false
    this.#faults.end(this.#kept.uri)
    return true
  }

  /**
   * Its text, never one from before or in the middle of a writing of ours, which would be taken for another program's, nor
   * from before one that was given already.
   */
  async read(): Promise<Reading> {
    for (;;) {
      while (this.#saving !== undefined) await this.#saving
      const writes = this.#writes
      const number = ++this.#readings
      const text = await this.#options.files.read(this.#kept.uri)
      if (this.#writes !== writes || number < this.#lastRead) continue
      this.#lastRead = number
      return { text, isLast: () => this.#lastRead === number }
    }
  }

  /**
   * Resolves when the change, which the workspace has already, survives whatever happens to this process and machine: in
   * the journal, else in the file itself. False where neither can be written; then it is tried again.
   */
  async confirm(change: JsonObject): Promise<boolean> {
    this.#dirty = true
    try {
      const journal = await this.#options.journal?.()
      if (journal !== undefined) {
        const number = await journal.append(this.#kept.key, change)
        // Only now: what was settled meanwhile has left the list.
        this.#pending = [...this.#pending, number]
        void this.save()
        return true
      }
    } catch {
      // The disk of the journal is full or gone: that of the file may be another one.
    }
    return this.save()
  }

  /** Resolves when the file has what the workspace has, false when it could not be written; then it is tried again until it is. */
  save(): Promise<boolean> {
    this.#dirty = true
    this.stopTrying()
    this.#saving ??= this.#write()
    return this.#saving
  }

  /** Does not try again by itself. */
  stopTrying(): void {
    clearTimeout(this.#timer)
  }

  async #write(): Promise<boolean> {
    const { pause = 0, files } = this.#options
    const { uri } = this.#kept
    // What a person sees of their action comes first, and quick actions are written together.
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    let isGone = false
    try {
      while (this.#dirty) {
        let pending: readonly number[] = []
        const change = (disk: string): Iterable<string> | undefined => {
          // What the workspace has at this moment is written, however long that takes; what comes later, in the next round.
          this.#dirty = false
          this.#writes++
          pending = this.#pending // Not those that are confirmed meanwhile.
          const made = this.#kept.make(disk)
          isGone = made === undefined
          return made
        }
        await files.change(uri, change, () => {
          this.#faults.add({ uri, code: 'ELOCKED', message: 'Another program writes this file.' })
        })
        if (isGone) continue
        this.#kept.written()
        await this.#settle(pending)
      }
    } catch (error) {
      this.#dirty = true
      this.#saving = undefined
      this.#fail(error)
      return false
    }
    // In the same turn in which nothing was dirty: what is saved from now on starts anew.
    this.#saving = undefined
    this.#wait = this.#retry
    if (!isGone) this.#faults.end(uri)
    this.#kept.rested?.(isGone)
    return true
  }

  /** The changes are in the file: they leave the journal. */
  async #settle(numbers: readonly number[]): Promise<void> {
    if (numbers.length === 0) return
    const done = new Set(numbers)
    this.#pending = this.#pending.filter((number) => !done.has(number))
    await (await this.#options.journal?.().catch(() => undefined))?.settle(numbers)
  }

  /** Says why it cannot be read or written. */
  report(error: unknown): void {
    const message = messageOf(error)
    this.#faults.add({ uri: this.#kept.uri, code: codeOf(error), message })
  }

  #fail(error: unknown): void {
    this.report(error)
    this.stopTrying()
    this.#timer = setTimeout(() => void this.save(), this.#wait)
    // A process that has nothing else to do may end: `flush` is its last try.
    this.#timer.unref()
    this.#wait = Math.min(60_000, this.#wait * 2)
  }
}
