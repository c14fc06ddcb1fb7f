/** Each corpus with the model that was learned from its done pages: loaded, made anew, switched on and off. */

import { normalUri } from '../../disk/uri.ts'
import type { Document } from '../snapshot/model.ts'
import type { Workspace } from '../snapshot/workspace.ts'
import type { LearnOptions } from './learn-in-worker.ts'
import type { Retraining, TrainReport } from './retraining.ts'
import { donePages, trainingPage } from './training-page.ts'

export interface PersonalModels {
  /** Gives each corpus its model, or takes it away where `isOn` says so. Settles when pages follow it. */
  follow(): Promise<void>
  /** Learns from the done pages of a corpus by the uri of its root; one run at a time. Never rejects. */
  retrain(root: string, options?: Pick<LearnOptions, 'progress'>): Promise<TrainReport>
  /** Stops the run that is under way. */
  cancel(): void
  /** A page of the corpus was done: after some, a model is learned. `undefined` where it is not time yet. */
  pageDone(root: string): Promise<TrainReport | undefined>
}

export interface PersonalModelsParts {
  readonly workspace: Workspace
  readonly retraining: () => Retraining
  readonly isOn: () => boolean
  /** Number of newly done pages after which a model is learned; 0 for never. */
  readonly afterPages: () => number
  /** Hears of the uris of pages with other suggestions than before. */
  readonly changed: (uris: readonly string[]) => void
}

/** Milliseconds after which a loop lets other work of the server go first. */
const slice = 10

export function createPersonalModels(parts: PersonalModelsParts): PersonalModels {
  const { workspace, retraining, isOn, afterPages, changed } = parts
  const corpusOf = (root: string) =>
    workspace.snapshot().corpora.find((corpus) => corpus.root === normalUri(root))
  /** By root, how many pages were done at the last run. */
  const tried = new Map<string, number>()
  let stop: AbortController | undefined
  let generation = 0

  async function follow(): Promise<void> {
    const mine = ++generation
    for (const { root } of workspace.snapshot().corpora) {
      const personal = isOn() ? await retraining().overlay(root) : undefined
      const corpus = corpusOf(root)
      if (mine !== generation || corpus === undefined) return
      if (corpus.names.personal === personal) continue
      workspace.apply({ kind: 'personal', root, personal })
      await suggest(corpus.documents, () => mine === generation)
    }
  }

  /** Open pages first. Each is analysed here, so that views find it ready. */
  async function suggest(documents: readonly Document[], goOn: () => boolean): Promise<void> {
    const isOpen = ({ version }: Document): boolean => version !== undefined
    const uris = [
      ...documents.filter(isOpen),
      ...documents.filter((document) => !isOpen(document)),
    ].map(({ uri }) => uri)
    let since = performance.now()
    let told = 0
    for (const [at, uri] of uris.entries()) {
      if (!goOn()) return
      const { corpora } = workspace.apply({ kind: 'suggest', uri })
      const document = corpora.map((corpus) => corpus.find(uri)).find((each) => each !== undefined)
      for (const _ of document?.prepare(0) ?? []) {
        if (performance.now() - since < slice) continue
        await pause()
        since = performance.now()
      }
      void document?.mentions
      for (const { index } of corpora) index.keepUp()
      if (performance.now() - since < slice) continue
      changed(uris.slice(told, at + 1))
      told = at + 1
      await pause()
      since = performance.now()
    }
    if (told < uris.length) changed(uris.slice(told))
  }

  async function retrain(
    root: string,
    options: Pick<LearnOptions, 'progress'> = {},
  ): Promise<TrainReport> {
    if (retraining().isRunning) return { kind: 'busy' }
    const corpus = corpusOf(root)
    const pages = corpus === undefined ? [] : donePages(corpus).map(trainingPage)
    tried.set(normalUri(root), pages.length)
    const own = new AbortController()
    stop = own
    const report = await retraining().train(normalUri(root), pages, {
      ...options,
      signal: own.signal,
    })
    if (report.kind === 'judged' && report.kept) void follow()
    return report
  }

  return {
    follow,
    retrain,
    cancel: () => stop?.abort(),
    async pageDone(root) {
      const corpus = corpusOf(root)
      const wanted = afterPages()
      if (!isOn() || wanted <= 0 || corpus === undefined || retraining().isRunning) return undefined
      const pages = donePages(corpus)
      const learned = new Set(await retraining().learnedPages(root))
      const areNew = pages.filter(({ path }) => !learned.has(path)).length
      const since = pages.length - (tried.get(normalUri(root)) ?? 0)
      return Math.min(areNew, since) < wanted ? undefined : retrain(root)
    },
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
