/** The worker's entry point: learns a model from lines it is sent. It never sees the segmenter. */
import { parentPort } from 'node:worker_threads'
import { type LearnTask, learn } from './recognition/personal/learn.ts'
import type { MarkedPage } from './recognition/personal/marked-lines.ts'
import type { FromWorker, ToWorker } from './recognition/personal/worker-messages.ts'

/** Milliseconds between two messages on how far it is. */
const newsEvery = 200

const pages: MarkedPage[] = []

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'page') pages.push(message.page)
  else learnAll({ ...message, pages })
})

function learnAll(task: LearnTask): void {
  const steps = learn(task)
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) {
      send({ kind: 'learned', learned: step.value })
      return
    }
    if (performance.now() - since < newsEvery) continue
    send({ kind: 'progress', share: step.value })
    since = performance.now()
  }
}

function send(message: FromWorker): void {
  parentPort?.postMessage(message)
}
