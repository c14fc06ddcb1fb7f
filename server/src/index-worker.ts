/** The entry point of a process that reads and analyses pages for the index, and ends when nobody listens any more. */
import { setFlagsFromString } from 'node:v8'
import { createAnalyser } from './corpus/analysis/analysis.ts'
import { IndexedPageReader } from './corpus/indexing/read-page.ts'
import type { FromWorker, ToWorker } from './corpus/indexing/worker-messages.ts'
import { nodeFiles } from './disk/files.ts'
import { resourceDir } from './resources.ts'

// Finished pages are collected soon: the memory of a long run is that of a short one.
setFlagsFromString('--semi-space-growth-factor=1')
setFlagsFromString('--heap-growing-percent=200')

const analyser = createAnalyser(resourceDir, undefined, { isBatch: true })
let reader: IndexedPageReader | undefined
let work = Promise.resolve()

process.on('message', (message: ToWorker) => {
  if (message.kind === 'start') {
    reader = new IndexedPageReader(nodeFiles, analyser, message.names)
  } else work = work.then(() => readAll(message))
})
process.on('disconnect', () => process.exit())

async function readAll({ orders }: Extract<ToWorker, { kind: 'pages' }>): Promise<void> {
  for await (const page of reader?.read(orders) ?? []) {
    const answer: FromWorker = { kind: 'page', page }
    await new Promise((sent) => process.send?.(answer, sent))
  }
}
