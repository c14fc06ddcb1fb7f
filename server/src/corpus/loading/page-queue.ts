/** In which order the pages of a corpus are read and analysed: open ones first, also those that are opened meanwhile. */
import { defined } from '../../values/defined.ts'
import { Turns, type Warmer } from './warm.ts'

export interface LoadOptions {
  /** Number of pages read and analysed, of all. */
  progress?(done: number, total: number): void
  cancelled?(): boolean
  /** A large page has more to show than before. */
  shown?(uri: string): void
}

export interface QueueParts {
  /** False for a page that is there but cannot be read. */
  readonly read: (uri: string) => Promise<boolean>
  readonly warmer: Warmer
  readonly isOpen: (uri: string) => boolean
  readonly isAnnotated: (uri: string) => boolean
  /** All names that annotations say have been read. */
  readonly named: () => void
  readonly stopped: () => boolean
  readonly options: LoadOptions
}

export interface Queued {
  /** Analysed. */
  readonly pages: number
  readonly unreadable: number
  readonly cancelled: boolean
}

export class PageQueue {
  readonly #pages: readonly string[]
  readonly #parts: QueueParts
  /** Those that nobody has begun to read. */
  readonly #unread: Set<string>
  readonly #turns = new Turns()
  /** The pages that were opened meanwhile: all others wait for them. */
  #first: Promise<unknown> = Promise.resolve()
  #unreadable = 0
  #done = 0

  constructor(pages: readonly string[], parts: QueueParts) {
    this.#pages = pages
    this.#parts = parts
    this.#unread = new Set(pages)
  }

  /**
   * Each is analysed after it was read, so that views find it ready. What sidecars say of names is known before
   * other pages are analysed, so that none of them has to be analysed twice.
   */
  async run(): Promise<Queued> {
    const { isOpen, isAnnotated, named, options } = this.#parts
    options.progress?.(0, this.#pages.length)
    const open = this.#pages.filter(isOpen)
    const isFirst = new Set(open)
    const others = this.#pages.filter((uri) => !isFirst.has(uri))
    const annotated = others.filter(isAnnotated)
    const plain = others.filter((uri) => !isAnnotated(uri))
    const isNamed =
      (await this.#each(open, this.#read, this.#analyse)) &&
      (await this.#each(annotated, this.#read))
    if (!isNamed) return this.#report(true)
    named()
    const isWhole =
      (await this.#each(annotated, this.#analyse)) &&
      (await this.#each(plain, this.#read, this.#analyse))
    if (isWhole) options.progress?.(this.#done, this.#pages.length)
    return this.#report(!isWhole)
  }

  /** This page before all that are not begun. Resolves when its mentions are known. */
  first(uri: string): Promise<void> {
    const work = this.#read(uri).then(() => this.#parts.warmer.warm(uri, { isFirst: true }))
    const before = this.#first
    // Whoever opened it gets the error.
    this.#first = work.catch(() => undefined).then(() => before)
    return work
  }

  /** Whether nobody has stopped it. */
  async #each(
    uris: readonly string[],
    ...acts: readonly ((uri: string) => Promise<void>)[]
  ): Promise<boolean> {
    for (const uri of uris) {
      await this.#first
      for (const act of acts) await act(uri)
      if (this.#parts.stopped()) return false
    }
    return true
  }

  readonly #read = async (uri: string): Promise<void> => {
    if (!this.#unread.delete(uri)) return
    if (!(await this.#parts.read(uri))) this.#unreadable++
    await this.#tell()
  }

  readonly #analyse = async (uri: string): Promise<void> => {
    const { warmer, stopped, options } = this.#parts
    const progress = options.shown?.bind(options)
    await warmer.warm(uri, { stopped, ...defined({ progress }) })
    this.#done++
    await this.#tell()
  }

  async #tell(): Promise<void> {
    if (await this.#turns.next()) {
      this.#parts.options.progress?.(this.#done, this.#pages.length)
    }
  }

  #report(cancelled: boolean): Queued {
    return { pages: this.#done, unreadable: this.#unreadable, cancelled }
  }
}
