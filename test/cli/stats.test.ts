import assert from 'node:assert/strict'
import { printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { markedSidecar } from '../annotation/records.ts'
import { records, run } from './run.ts'

/** What stands in `【…】` is suggested; `甲市` of the first page is accepted. */
const first = markedSidecar('在⟦甲市|Place⟧启动【助企十条】。')
const disk = {
  'p/2021-a.txt': first.text,
  'p/2021-a.anno.jsonl': printSidecar(first.sidecar),
  'p/b.txt': '【助企十条】和【乙】',
  'p/corpus.json': '{"fileNames": "^(?<year>[0-9]{4})-"}',
}

describe('biaozhu stats', () => {
  it('prints a table with accepted and suggested mentions', async () => {
    const { out, status, error } = await run('stats p', disk)
    assert.deepEqual([status, error], [0, ''])
    assert.match(out, /^TYPE +ACCEPTED +PER 10,000 +SUGGESTED +PER 10,000 +PAGES +CHARACTERS\n/)
    assert.match(out, /^Initiative +0 +0\.00 +3 +[\d.]+ +2 +\d+$/m)
    assert.match(out, /^Place +1 +[\d.]+ +0 +0\.00 +1 +\d+$/m)
  })

  it('counts one type alone, by year, entity and page', async () => {
    const years = await run('stats --by year --type Initiative --format jsonl p', disk)
    assert.deepEqual(
      records(years.out).map(({ value, accepted, suggested }) => [value, accepted, suggested]),
      [
        ['2021', 0, 1],
        [null, 0, 2],
      ],
    )
    const entities = await run('stats --by entity --type Initiative --format jsonl p', disk)
    assert.deepEqual(
      records(entities.out).map(({ value, of, suggested, pages }) => [value, of, suggested, pages]),
      [
        ['助企十条', 'Initiative', 2, 2],
        ['乙', 'Initiative', 1, 1],
      ],
    )
    assert.match((await run('stats --by owner p', disk)).out, /^– +0 +0\.00 +3 /m)
  })

  it('prints CSV for a pipe, and writes it for Excel with a byte order mark', async () => {
    const { out } = await run('stats --by page --format csv p', disk)
    assert.match(out, /^by,value,of,accepted,.*\r\npage,2021-a\.txt,,1,1,/)
    const { written } = await run('stats --by page --format csv --out o/pages.csv p', disk)
    assert.equal(written['o/pages.csv'], `\uFEFF${out}`)
  })

  it('writes a workbook into a file only', async () => {
    const { written, out } = await run('stats --format xlsx --out o/s.xlsx p', disk)
    assert.deepEqual([out, Object.keys(written)], ['', ['o/s.xlsx']])
    const { status, error } = await run('stats --format xlsx p', disk)
    assert.equal(status, 2)
    assert.match(error, /xlsx needs --out FILE/)
  })

  it('ends with status 2 for misuse, for pages that are missing, for a file that cannot be written', async () => {
    assert.equal((await run('stats --by moon p', disk)).status, 2)
    assert.equal((await run('stats p missing', disk)).status, 2)
    const full = await run('stats --out full/s.txt p', disk)
    assert.equal(full.status, 2)
    assert.match(full.error, /cannot write full\/s\.txt/)
  })
})
