/** Runs people's regular expressions in a thread of their own: whoever asks goes on, and one that runs away ends with its thread. */
import { Worker } from 'node:worker_threads'
import { type Matches, matching, TooSlow } from './expressions.ts'

/** In ms of the clock for one page: nobody but who has asked waits for it. */
const longest = 5000

export class ExpressionThread {
  #worker: Worker | undefined

  /** As `matchesIn`, one call at a time. Rejects with `TooSlow` after five seconds. */
  async matches(
    texts: readonly string[],
    source: string,
    flags: string,
  ): Promise<readonly Matches[]> {
    const worker = this.#worker ?? (await started())
    this.#worker = worker
    try {
      return await answerOf(worker, source, { texts, source, flags })
    } catch (error) {
      this.close()
      throw error
    }
  }

  close(): void {
    void this.#worker?.terminate()
    this.#worker = undefined
  }
}

/** Its start does not count as the time of an expression. */
async function started(): Promise<Worker> {
  const worker = new Worker(program, {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  })
  await new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  worker.unref()
  return worker
}

function answerOf(worker: Worker, source: string, question: object): Promise<readonly Matches[]> {
  return new Promise((resolve, reject) => {
    // Not all listeners: Node has its own among them.
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      worker.off('message', take)
      worker.off('error', fail)
      settle()
    }
    const take = (found: readonly Matches[]): void => end(() => resolve(found))
    const fail = (error: unknown): void => end(() => reject(error))
    const timer = setTimeout(() => fail(new TooSlow(source, longest)), longest)
    worker.on('message', take)
    worker.on('error', fail)
    worker.postMessage(question)
  })
}

const program = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', ({ texts, source, flags }) => {
    parentPort.postMessage(${matching}(texts, source, flags))
  })
  parentPort.postMessage('ready')
`
