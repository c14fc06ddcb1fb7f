/** A page that an editor opens while a corpus is being read does not wait for the others. */
import assert from 'node:assert/strict'
import { PageQueue } from '../../server/src/corpus/loading/page-queue.ts'
import { createWarmer } from '../../server/src/corpus/loading/warm.ts'
import { bracketAnalyser, file, root, workspaceOf } from './in-memory.ts'

const paths = Array.from({ length: 30 }, (_, i) => `${String(i).padStart(2, '0')}.txt`)
const uris = paths.map((path) => `${root}/${path}`)

/** Reads the pages; when the third one has been read, `open` is opened. In which order they were read and analysed. */
async function orderOf(open: string, annotated: readonly string[] = []) {
  const analyser = bracketAnalyser()
  const workspace = workspaceOf({}, analyser)
  const reads: string[] = []
  let opened: Promise<void> | undefined
  const queue: PageQueue = new PageQueue(uris, {
    read: async (uri) => {
      const path = uri.slice(root.length + 1)
      reads.push(path)
      workspace.apply({ kind: 'file', uri, content: file(`[${path}]`) })
      if (reads.length === 3) opened = queue.first(`${root}/${open}`)
      return true
    },
    warmer: createWarmer(workspace),
    isOpen: () => false,
    isAnnotated: (uri) => annotated.includes(uri.slice(root.length + 1)),
    named: () => undefined,
    stopped: () => false,
    options: {},
  })
  const report = await queue.run()
  await opened
  const analysed = analyser.analysed.map((text) => text.slice(1, -1))
  return { report, reads, analysed }
}

describe('a page that is opened while a corpus is read', () => {
  it('is read and analysed before all that are not begun, once', async () => {
    const { report, reads, analysed } = await orderOf('25.txt')
    assert.deepEqual(reads.slice(0, 5), ['00.txt', '01.txt', '02.txt', '25.txt', '03.txt'])
    assert.equal(analysed.indexOf('25.txt') < analysed.indexOf('03.txt'), true)
    assert.deepEqual(reads.toSorted(), paths)
    assert.deepEqual(analysed.toSorted(), paths)
    assert.deepEqual(report, { pages: 30, unreadable: 0, cancelled: false })
  })

  it('does not wait for the annotations of the others either', async () => {
    const annotated = paths.slice(10)
    const { reads, analysed } = await orderOf('25.txt', annotated)
    assert.deepEqual(reads.slice(0, 5), ['10.txt', '11.txt', '12.txt', '25.txt', '13.txt'])
    assert.equal(analysed[0], '25.txt')
    assert.deepEqual(reads.toSorted(), paths)
  })

  it('is done at once where it is read already', async () => {
    const { reads } = await orderOf('00.txt')
    assert.deepEqual(reads, paths)
  })
})
