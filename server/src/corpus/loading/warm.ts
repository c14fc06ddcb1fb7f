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
   * Analyses all pages that are not, since a name was decided on another one; `told` hears of their
   * uris from time to time. One run at a time: a call while there is one resolves at once.
   */
  rest(told: (uris: readonly string[]) => void): Promise<void>
}

export interface WarmOptions {
  stopped?(): boolean
  progress?(uri: string): void
}

/** Milliseconds after which a loop lets other work of the server go first. */
const slice = 10
/** Milliseconds between two calls of `progress`, the first time; they grow with the page. */
const firstNews = 100
/** Milliseconds after which views hear of pages that were analysed again. */
const restNews = 2000

export function createWarmer(workspace: Workspace): Warmer {
  /** Offsets by normal uri. */
  const looks = new Map<string, number>()

  async function warm(spelled: string, { stopped, progress }: WarmOptions = {}): Promise<void> {
    const uri = normalUri(spelled)
    let document = findPage(workspace.snapshot(), uri)?.document
    let news = performance.now() + firstNews
    let wait = firstNews
    while (document !== undefined && !document.isPrepared && stopped?.() !== true) {
      const around = looks.get(uri) ?? 0
      // An edit or a look elsewhere begins anew: what is done already costs nothing then.
      const same = (): boolean =>
        current(uri) === document && (looks.get(uri) ?? 0) === around && stopped?.() !== true
      await steps(document, around, () => {
        if (progress !== undefined && performance.now() >= news) {
          progress(spelled)
          wait *= 2
          news = performance.now() + wait
        }
        return same()
      })
      document = current(uri)
    }
    void document?.mentions
    for (const { index } of workspace.snapshot().corpora) index.keepUp()
  }

  let isAtRest = false

  async function rest(told: (uris: readonly string[]) => void): Promise<void> {
    if (isAtRest) return
    isAtRest = true
    let done: string[] = []
    let [since, news] = [performance.now(), performance.now() + restNews]
    const tell = (): void => {
      if (done.length > 0) told(done)
      done = []
      news = performance.now() + restNews
    }
    try {
      let last: Document | undefined
      for (let page = unanalysed(workspace); page !== undefined; page = unanalysed(workspace)) {
        if (page === last) void page.mentions
        else await warm(page.uri)
        last = page
        done.push(page.uri)
        if (performance.now() >= news) tell()
        if (performance.now() - since < slice) continue
        await new Promise((resolve) => setImmediate(resolve))
        since = performance.now()
      }
      tell()
    } finally {
      isAtRest = false
    }
  }

  function current(uri: string): Document | undefined {
    return findPage(workspace.snapshot(), uri)?.document
  }

  return {
    look(uri, offset) {
      looks.set(normalUri(uri), offset)
    },
    warm,
    rest,
  }
}

function unanalysed(workspace: Workspace): Document | undefined {
  for (const { documents } of workspace.snapshot().corpora) {
    const page = documents.find(({ isAnalysed }) => !isAnalysed)
    if (page !== undefined) return page
  }
  return undefined
}

async function steps(document: Document, around: number, goOn: () => boolean): Promise<void> {
  let since = performance.now()
  for (const _ of document.prepare(around)) {
    if (performance.now() - since < slice) continue
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
    if (!goOn()) return
  }
}
