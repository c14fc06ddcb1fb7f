/** A process that saves one sidecar again and again, for the test that kills it: `saver.ts FOLDER FIRST`. */
import { pathToFileURL } from 'node:url'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import { printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { nodeSidecarFiles } from '../../server/src/disk/sidecar-files.ts'

const [folder = '', first = '0'] = process.argv.slice(2)
const view = textView('嘉兴市')
const uri = `${pathToFileURL(folder).href}/1.anno.jsonl`

for (let save = Number(first); save < Number(first) + 1000; save++) {
  const records = Array.from(
    { length: 300 },
    (_, i): SpanRecord => ({
      kind: 'span',
      id: String(1000 + i),
      at: [[0, 3]],
      quote: ['嘉兴市'],
      prefix: '',
      suffix: '',
      type: 'Place',
      status: 'accepted',
      note: String(save),
    }),
  )
  const text = printSidecar({ header: headerOf(view, '1.txt'), records, broken: [] })
  await nodeSidecarFiles.change(uri, () => text)
  process.stdout.write('.')
}
