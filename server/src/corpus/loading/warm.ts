/** Analyses pages in the background: what a person sees first, and never long at a time. */

import { normalUri } from '../../disk/uri.ts'
import { type Document, findPage } from '../snapshot/model.ts'
import type { Workspace } from '../snapshot/workspace.ts'

export interface Warmer {
  /** A person looks at this UTF-16 offset of a page. */
  look(uri: string, offset: number): void
  /**
   * Resolves when the mentions of the page are known, or `stopped` says so. `progress` is called when
   * a large page has more to show than before.
   */
  warm(uri: string, options?: WarmOptions): Promise<void>
  /**
   * Analyses all pages that are not, since they were edited or a name was decided on another one; `told` hears of
   * their uris from time to time. One run at a time: a call while there is one resolves at once.
   */
  rest(told: (uris: readonly string[]) => void): Promise<void>
}

export interface WarmOptions {
  stopped?(): boolean
  progress?(uri: string): void
  /** An editor has opened the page: what nobody waits for is not begun before it is done. */
  readonly isFirst?: boolean
}

/**
 * Milliseconds after which work in the background lets other work of the server go first. A question is answered four
 * turns of the event loop after it has come: each may have such a slice before it.
 */
export const slice = 5
/** Milliseconds between two calls of `progress`, the first time; they grow with the page. */
const firstNews = 100
/** Milliseconds after which views hear of pages that were analysed again. */
const restNews = 2000

export function createWarmer(workspace: Workspace): Warmer {
  return new BackgroundWarmer(workspace)
}

class BackgroundWarmer implements Warmer {
  readonly #workspace: Workspace
  /** Offsets by normal uri. */
  readonly #looks = new Map<string, number>()
  /** What goes on, by normal uri: who wants the same waits for it. */
  readonly #running = new Map<string, Promise<void>>()
  /** Pages that editors have opened. */
  #first: Promise<unknown> = Promise.resolve()
  #isAtRest = false

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  look = (uri: string, offset: number): void => {
    this.#looks.set(normalUri(uri), offset)
  }

  warm = (uri: string, options: WarmOptions = {}): Promise<void> => {
    const work = this.#warm(uri, options)
    const before = this.#first
    if (options.isFirst === true) this.#first = work.catch(() => undefined).then(() => before)
    return work
  }

  async #warm(spelled: string, options: WarmOptions): Promise<void> {
    const uri = normalUri(spelled)
    const { stopped = () => false } = options
    const news = newsOf(() => options.progress?.(spelled))
    // An edit or a look elsewhere begins anew: what is done already costs nothing then.
    for (let page = this.#unanalysed(uri); page !== undefined; ) {
      await (this.#running.get(uri) ?? this.#begin(uri, page, stopped, news))
      page = this.#unanalysed(uri)
      if (page !== undefined && stopped()) return
    }
  }

  rest = async (told: (uris: readonly string[]) => void): Promise<void> => {
    if (this.#isAtRest) return
    this.#isAtRest = true
    let done: string[] = []
    let news = performance.now() + restNews
    const tell = (): void => {
      if (done.length > 0) told(done)
      done = []
      news = performance.now() + restNews
    }
    try {
      const turns = new Turns()
      for (let page = this.#next(); page !== undefined; page = this.#next()) {
        await this.#first
        await this.warm(page.uri)
        done.push(page.uri)
        if (performance.now() >= news) tell()
        await turns.next()
      }
      tell()
    } finally {
      this.#isAtRest = false
    }
  }

  #begin(uri: string, page: Document, stopped: () => boolean, news: () => void): Promise<void> {
    const around = this.#looks.get(uri) ?? 0
    const isSame = (): boolean =>
      !stopped() && this.#unanalysed(uri) === page && (this.#looks.get(uri) ?? 0) === around
    const run = this.#analyse(page, around, isSame, news).finally(() => this.#running.delete(uri))
    this.#running.set(uri, run)
    return run
  }

  async #analyse(
    page: Document,
    around: number,
    isSame: () => boolean,
    news: () => void,
  ): Promise<void> {
    const turns = new Turns()
    for (const _ of stepsOf(page, around)) {
      if (!(await turns.next())) continue
      news()
      if (!isSame()) return
    }
    for (const { index } of this.#workspace.snapshot().corpora) index.keepUp()
  }

  /** The page where it is there and its mentions are not known. */
  #unanalysed(uri: string): Document | undefined {
    const page = findPage(this.#workspace.snapshot(), uri)?.document
    return page?.isAnalysed === false ? page : undefined
  }

  #next(): Document | undefined {
    for (const { documents } of this.#workspace.snapshot().corpora) {
      const page = documents.find(({ isAnalysed }) => !isAnalysed)
      if (page !== undefined) return page
    }
    return undefined
  }
}

/** Until the mentions of the page are known. */
function* stepsOf(page: Document, around: number): Generator<void, void> {
  void page.page
  yield
  yield* page.prepare(around)
  yield
  void page.mentions
  yield
}

/** Turns of the event loop between slices of work. */
export class Turns {
  #since = performance.now()

  /** Waits for a turn where the slice is over; whether it was. */
  async next(): Promise<boolean> {
    if (performance.now() - this.#since < slice) return false
    await new Promise((resolve) => setImmediate(resolve))
    this.#since = performance.now()
    return true
  }
}

/** Calls `tell` now and then, ever more seldom. */
function newsOf(tell: () => void): () => void {
  let wait = firstNews
  let next = performance.now() + wait
  return () => {
    if (performance.now() < next) return
    tell()
    wait *= 2
    next = performance.now() + wait
  }
}
