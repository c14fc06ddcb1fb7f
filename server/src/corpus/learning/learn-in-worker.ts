/** Has a model learned in a thread of its own, which can be stopped at any time. */
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Learned, LearnTask } from '../../recognition/personal/learn.ts'
import type { MarkedPage } from '../../recognition/personal/marked-lines.ts'
import type { FromWorker, ToWorker } from '../../recognition/personal/worker-messages.ts'

export interface LearnOptions {
  readonly signal?: AbortSignal | undefined
  /** From 0 to 1. */
  progress?(share: number): void
}

/** `undefined` where it was stopped. Rejects with what the worker failed of. */
export type LearnPages = (
  pages: AsyncIterable<MarkedPage>,
  task: Omit<LearnTask, 'pages'>,
  options: LearnOptions,
) => Promise<Learned | undefined>

export const learnInWorker: LearnPages = async (pages, task, { signal, progress }) => {
  const worker = new Worker(workerFile)
  const stop = (): void => {
    void worker.terminate()
  }
  signal?.addEventListener('abort', stop)
  try {
    const learned = answer(worker, progress)
    // Handled below; here so that a worker that fails while pages are still sent is no stray rejection.
    learned.catch(() => undefined)
    for await (const page of pages) {
      if (signal?.aborted) return undefined
      send(worker, { kind: 'page', page })
    }
    if (signal?.aborted) return undefined
    send(worker, { kind: 'learn', ...task })
    return await learned
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

/** Beside the server's bundle or, from sources, beside its entry point. */
const workerFile =
  basename(import.meta.dirname) === 'dist'
    ? join(import.meta.dirname, 'train-worker.js')
    : join(import.meta.dirname, '..', '..', 'train-worker.ts')

function answer(worker: Worker, progress: LearnOptions['progress']): Promise<Learned | undefined> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') progress?.(message.share)
      else resolve(message.learned)
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve(undefined))
  })
}

function send(worker: Worker, message: ToWorker): void {
  worker.postMessage(message)
}
