/** Learning from a person's own pages: one run at a time, judged before it replaces the model at work. */

import type { Judgement } from '../../recognition/personal/judge.ts'
import type { MarkedPage, TrainingPage } from '../../recognition/personal/marked-lines.ts'
import type { Tagger } from '../../recognition/spans/tagger.ts'
import { messageOf } from '../../values/message-of.ts'
import type { Analyser } from '../analysis/analysis.ts'
import { type LearnOptions, type LearnPages, learnInWorker } from './learn-in-worker.ts'
import { basisOf, type StoredModel } from './model-file.ts'
import { createModelStore } from './model-store.ts'

export type TrainReport =
  | ({ readonly kind: 'judged' } & Judgement)
  /** Of less than two pages none can be held back. */
  | { readonly kind: 'tooFewPages'; readonly pages: number }
  /** Another run is under way. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string }

export interface Retraining {
  /**
   * Learns from all `pages` of the corpus. The model replaces the last one where it is no worse on pages held back. Never
   * rejects.
   */
  train(
    corpus: Learner,
    pages: readonly TrainingPage[],
    options?: LearnOptions,
  ): Promise<TrainReport>
  /** The tagger at work, as it goes into the marks. */
  tagger(corpus: Learner): Promise<Tagger | undefined>
  /** Ids of the pages that it has learned from. */
  learnedPages(corpus: Learner): Promise<readonly string[]>
  /** Whether what was learned cannot be used: it is of another kind, damaged, for other types or another shipped model. */
  isOutdated(corpus: Learner): Promise<boolean>
  /** Takes the model away. */
  forget(root: string): Promise<void>
  readonly isRunning: boolean
}

/** The corpus that a model is for. */
export interface Learner {
  /** Its uri. */
  readonly root: string
  /** Names of its types. */
  readonly types: readonly string[]
}

export interface RetrainingParts {
  /** Absolute path of the extension's storage. */
  readonly storage: string | undefined
  readonly analyser: Analyser
  /** Version of the recogniser. */
  readonly recogniser: string
  readonly warn?: (message: string) => void
  readonly learn?: LearnPages
}

/** Milliseconds after which preparing pages lets other work of the server go first. */
const slice = 8

export function createRetraining({
  storage,
  analyser,
  recogniser,
  warn = console.error,
  learn = learnInWorker,
}: RetrainingParts): Retraining {
  const store = createModelStore(storage, warn)
  const taggers = new WeakMap<StoredModel, Tagger>()
  let isRunning = false
  const basis = basisMaker(analyser)

  function load(corpus: Learner): Promise<StoredModel | undefined> {
    return store.load(corpus.root, () => basis(corpus))
  }

  async function run(
    corpus: Learner,
    pages: readonly TrainingPage[],
    options: LearnOptions,
  ): Promise<TrainReport> {
    const [own, bytes] = [basis(corpus), analyser.shipped?.()]
    if (own === undefined || bytes === undefined)
      throw new Error('There is no model to learn with.')
    const stored = await load(corpus)
    // Figures of another recogniser are no measure for this one.
    const last =
      stored === undefined || stored.recogniser === recogniser
        ? stored
        : { ...stored, heldBack: [] }
    const { words, patterns } = analyser.lexicon
    const task = { shipped: bytes, lexicon: { words, patterns }, last }
    const learned = await learn(prepared(pages, analyser, options.signal), task, options)
    if (learned === undefined || options.signal?.aborted) return { kind: 'cancelled' }
    const { judgement, ...model } = learned
    if (judgement.kept) {
      const ids = pages.map(({ id }) => id)
      await store.save(corpus.root, { ...model, recogniser, basis: own, pages: ids })
    }
    return { kind: 'judged', ...judgement }
  }

  return {
    async train(corpus, pages, options = {}) {
      if (pages.length < 2) return { kind: 'tooFewPages', pages: pages.length }
      if (isRunning) return { kind: 'busy' }
      isRunning = true
      try {
        return await run(corpus, pages, options)
      } catch (error) {
        return { kind: 'failed', message: messageOf(error) }
      } finally {
        isRunning = false
      }
    },
    async tagger(corpus) {
      const model = await load(corpus)
      if (model === undefined) return undefined
      const made = taggers.get(model) ?? analyser.personal?.(model)
      if (made !== undefined) taggers.set(model, made)
      return made
    },
    learnedPages: async (corpus) => (await load(corpus))?.pages ?? [],
    async isOutdated(corpus) {
      await load(corpus)
      return store.isOutdated(corpus.root)
    },
    forget: (root) => store.save(root, undefined),
    get isRunning() {
      return isRunning
    },
  }
}

/** What a model has to be for; `undefined` where there is no shipped model to learn with. */
function basisMaker(analyser: Analyser): (corpus: Learner) => string | undefined {
  let basisFor: ReturnType<typeof basisOf> | undefined
  return ({ types }) => {
    if (basisFor === undefined) {
      const shipped = analyser.shipped?.()
      if (shipped === undefined) return undefined
      basisFor = basisOf(shipped)
    }
    return basisFor(types)
  }
}

/** Each page when it is asked for, in slices between which the server answers. */
async function* prepared(
  pages: readonly TrainingPage[],
  analyser: Analyser,
  signal: AbortSignal | undefined,
): AsyncGenerator<MarkedPage, void> {
  let since = performance.now()
  for (const page of pages) {
    const steps = analyser.learned?.(page)
    if (steps === undefined) return
    for (;;) {
      const step = steps.next()
      if (signal?.aborted) return
      if (step.done === true) {
        yield step.value
        break
      }
      if (performance.now() - since < slice) continue
      await new Promise((resolve) => setImmediate(resolve))
      since = performance.now()
    }
  }
}
