/** Each corpus with the model that was learned from its done pages: loaded, made anew, switched on and off. */

import { normalUri } from '../../disk/uri.ts'
import type { Corpus, Document } from '../snapshot/model.ts'
import type { Workspace } from '../snapshot/workspace.ts'
import type { LearnOptions } from './learn-in-worker.ts'
import type { Learner, Retraining, TrainReport } from './retraining.ts'
import { donePages, trainingPage } from './training-page.ts'

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

export class PersonalModels {
  readonly #parts: PersonalModelsParts
  /** By root, how many pages were done when a model was learned last. */
  readonly #doneThen = new Map<string, number>()
  #stop: AbortController | undefined
  /** Grows with each `follow`: an older one stops. */
  #generation = 0

  constructor(parts: PersonalModelsParts) {
    this.#parts = parts
  }

  /** Gives each corpus its model, or takes it away where `isOn` says so. Settles when pages follow it. */
  async follow(): Promise<void> {
    const { workspace, retraining, isOn } = this.#parts
    const generation = ++this.#generation
    const isNewest = (): boolean => generation === this.#generation
    for (const each of workspace.snapshot().corpora) {
      const { root } = each
      const personal = isOn() ? await retraining().tagger(learnerOf(each)) : undefined
      const corpus = this.#corpusOf(root)
      if (!isNewest() || corpus === undefined) return
      if (corpus.names.personal === personal) continue
      workspace.apply({ kind: 'personal', root, personal })
      await this.#suggest(corpus.documents, isNewest)
    }
  }

  /** Learns from the done pages of a corpus by the uri of its root; one run at a time. Never rejects. */
  async retrain(root: string, options: Pick<LearnOptions, 'progress'> = {}): Promise<TrainReport> {
    const { retraining } = this.#parts
    if (retraining().isRunning) return { kind: 'busy' }
    const corpus = this.#corpusOf(root)
    if (corpus === undefined) return { kind: 'tooFewPages', pages: 0 }
    const pages = donePages(corpus).map(trainingPage)
    this.#doneThen.set(normalUri(root), pages.length)
    this.#stop = new AbortController()
    const { signal } = this.#stop
    const report = await retraining().train(learnerOf(corpus), pages, { ...options, signal })
    if (report.kind === 'judged' && report.kept) void this.follow()
    return report
  }

  /** Stops the run that is under way. */
  cancel(): void {
    this.#stop?.abort()
  }

  /** A page of the corpus was done: after some, a model is learned. `undefined` where it is not time yet. */
  async pageDone(root: string): Promise<TrainReport | undefined> {
    const { retraining, isOn, afterPages } = this.#parts
    const corpus = this.#corpusOf(root)
    const wanted = afterPages()
    if (!isOn() || wanted <= 0 || corpus === undefined || retraining().isRunning) return undefined
    const pages = donePages(corpus)
    // What was learned for other types, for another shipped model or in another form is learned anew, once.
    const isFirst = !this.#doneThen.has(normalUri(root)) && pages.length > 1
    if (isFirst && (await retraining().isOutdated(learnerOf(corpus)))) return this.retrain(root)
    const learned = new Set(await retraining().learnedPages(learnerOf(corpus)))
    const unlearned = pages.filter(({ path }) => !learned.has(path)).length
    const doneSince = pages.length - (this.#doneThen.get(normalUri(root)) ?? 0)
    return Math.min(unlearned, doneSince) < wanted ? undefined : this.retrain(root)
  }

  /** Has all pages suggested anew, open ones first. Each is analysed here, so that views find it ready. */
  async #suggest(documents: readonly Document[], goOn: () => boolean): Promise<void> {
    const { workspace, changed } = this.#parts
    const isOpen = ({ version }: Document): boolean => version !== undefined
    const uris = [
      ...documents.filter(isOpen),
      ...documents.filter((document) => !isOpen(document)),
    ].map(({ uri }) => uri)
    let since = performance.now()
    let announced = 0
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
      changed(uris.slice(announced, at + 1))
      announced = at + 1
      await pause()
      since = performance.now()
    }
    if (announced < uris.length) changed(uris.slice(announced))
  }

  #corpusOf(root: string): Corpus | undefined {
    const { corpora } = this.#parts.workspace.snapshot()
    return corpora.find((corpus) => corpus.root === normalUri(root))
  }
}

function learnerOf({ root, schema }: Corpus): Learner {
  return { root: normalUri(root), types: schema.types.map(({ name }) => name) }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
