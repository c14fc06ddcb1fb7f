/** Learning from a person's own pages: one run at a time, judged before it replaces the model at work. */

import type { Judgement } from '../../recognition/personal/judge.ts'
import { readLabelModel } from '../../recognition/personal/label-model.ts'
import type { MarkedPage, TrainingPage } from '../../recognition/personal/marked-lines.ts'
import type { Overlay } from '../../recognition/personal/overlay.ts'
import type { Analyser } from '../analysis/analysis.ts'
import { type LearnOptions, type LearnPages, learnInWorker } from './learn-in-worker.ts'
import type { StoredModel } from './model-file.ts'
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
   * Learns from all `pages` of the corpus with this root (uri). The model replaces the last one where
   * it is no worse on pages held back. Never rejects.
   */
  train(root: string, pages: readonly TrainingPage[], options?: LearnOptions): Promise<TrainReport>
  /** The model at work, as it goes into the marks. */
  overlay(root: string): Promise<Overlay | undefined>
  /** Ids of the pages that the model at work has learned from. */
  learnedPages(root: string): Promise<readonly string[]>
  /** Takes the model away. */
  forget(root: string): Promise<void>
  readonly isRunning: boolean
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
  const overlays = new WeakMap<StoredModel, Overlay>()
  let isRunning = false

  async function run(
    root: string,
    pages: readonly TrainingPage[],
    options: LearnOptions,
  ): Promise<TrainReport> {
    const stored = await store.load(root)
    // Figures of another recogniser are no measure for this one.
    const last =
      stored === undefined || stored.recogniser === recogniser
        ? stored
        : { ...stored, heldBack: [] }
    const learned = await learn(prepared(pages, analyser, options.signal), last, options)
    if (learned === undefined || options.signal?.aborted) return { kind: 'cancelled' }
    const { judgement, model, calibrations, heldBack } = learned
    if (judgement.kept) {
      const types = readLabelModel(model)?.types ?? []
      const ids = pages.map(({ id }) => id)
      await store.save(root, { model, calibrations, heldBack, recogniser, types, pages: ids })
    }
    return { kind: 'judged', ...judgement }
  }

  return {
    async train(root, pages, options = {}) {
      if (pages.length < 2) return { kind: 'tooFewPages', pages: pages.length }
      if (isRunning) return { kind: 'busy' }
      isRunning = true
      try {
        return await run(root, pages, options)
      } catch (error) {
        return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
      } finally {
        isRunning = false
      }
    },
    async overlay(root) {
      const model = await store.load(root)
      if (model === undefined) return undefined
      const tagger = readLabelModel(model.model)
      const { calibrations } = model
      const made =
        overlays.get(model) ??
        (tagger === undefined ? undefined : analyser.overlay?.({ tagger, calibrations }))
      if (made !== undefined) overlays.set(model, made)
      return made
    },
    learnedPages: async (root) => (await store.load(root))?.pages ?? [],
    forget: (root) => store.save(root, undefined),
    get isRunning() {
      return isRunning
    },
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
