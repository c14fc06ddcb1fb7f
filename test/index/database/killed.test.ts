import assert from 'node:assert/strict'
import {
  type IndexingMeans,
  updateIndex,
} from '../../../server/src/corpus/indexing/update-index.ts'
import { filesOf } from '../../cli/run.ts'
import { bracketAnalyser } from '../../corpus/in-memory.ts'
import { emptyIndex, meansOf } from './means.ts'

describe('an index whose making is killed', () => {
  it('has the long pages that were read until then', async () => {
    const disk = { 'pages/1.txt': '长'.repeat(400_000), 'pages/2.txt': '短', 'pages/3.txt': '短' }
    const means = meansOf(filesOf(disk), bracketAnalyser())
    const readPages: IndexingMeans['readPages'] = async function* (orders, names) {
      for await (const page of means.readPages(orders, names)) {
        if (page.path === '3.txt') throw new Error('killed')
        yield page
      }
    }
    const sqlite = await emptyIndex()
    await assert.rejects(updateIndex(sqlite, ['pages'], undefined, { ...means, readPages }), {
      message: 'killed',
    })
    // A page as short as the second one waits for others that are written with it.
    assert.deepEqual(sqlite.rows('SELECT path FROM page'), [['1.txt']])
    sqlite.close()
  })
})
