import assert from 'node:assert/strict'
import { updateIndex } from '../../../server/src/corpus/indexing/update-index.ts'
import { openSqlite } from '../../../server/src/index/database/sqlite.ts'
import { makeTables } from '../../../server/src/index/database/tables.ts'
import { filesOf } from '../../cli/run.ts'
import { analyser } from '../random-corpus.ts'
import { meansOf } from './means.ts'

const records = [
  '{"kind":"entities","version":1}',
  '{"kind":"entity","id":"b.txt#Initiative:货车司机爱心驿站","type":"Initiative","name":"司机之家"}',
  '{"kind":"name","id":"b.txt#Initiative:货车司机爱心驿站","type":"Initiative","entity":"a.txt#Initiative:户外劳动者爱心驿站"}',
]

describe('an entity of which a name is gone', () => {
  it('is not called any more what people said of that name', async () => {
    const sqlite = (await openSqlite(':memory:')) ?? assert.fail('Node without SQLite')
    makeTables(sqlite)
    const disk: Record<string, string> = {
      'pages/corpus.json': '{}',
      'pages/entities.jsonl': records.map((line) => `${line}\n`).join(''),
      'pages/a.txt': '今日要闻\n户外劳动者爱心驿站。',
      'pages/b.txt': '今日要闻\n货车司机爱心驿站。',
    }
    const names = async () => {
      await updateIndex(sqlite, ['pages'], undefined, meansOf(filesOf(disk), analyser))
      return sqlite.rows('SELECT name FROM entity').flat()
    }
    assert.deepEqual(await names(), ['司机之家'])
    delete disk['pages/b.txt']
    assert.deepEqual(await names(), ['户外劳动者爱心驿站'])
  })
})
