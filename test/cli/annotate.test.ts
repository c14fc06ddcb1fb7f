import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { records, run } from './run.ts'

describe('biaozhu annotate', () => {
  it('answers a document a line, in order, with id and meta as they came', async () => {
    const { out, status } = await run('annotate', {}, [
      '{"id":7,"text":"【助企十条】启动","meta":{"source":"x"}}',
      '{"id":"b","text":""}',
    ])
    assert.equal(status, 0)
    const [first, second] = records(out)
    assert.deepEqual(first?.['id'], 7)
    assert.deepEqual(first?.['meta'], { source: 'x' })
    assert.deepEqual(first?.['mentions'], [
      {
        start: 1,
        end: 5,
        type: 'Initiative',
        text: '助企十条',
        status: 'suggested',
        entity: 'Initiative:助企十条',
        article: null,
      },
    ])
    assert.deepEqual(second, { id: 'b', mentions: [], entities: [], articles: [] })
  })

  it('says what is wrong with a line, and goes on', async () => {
    const { out, status } = await run('annotate', {}, [
      '{"id":1',
      '',
      '{"id":2,"text":3}',
      '{"text":"【工会】"}',
    ])
    assert.equal(status, 0)
    const [broken, wrong, good] = records(out)
    assert.deepEqual(broken, { id: null, line: 1, error: 'no JSON object' })
    assert.deepEqual(wrong, { id: 2, line: 3, error: '"text" is not a text' })
    assert.equal(good?.['id'], null)
  })

  it('loses no document to a byte order mark, at the start or where files were joined', async () => {
    const { out } = await run('annotate', {}, [
      '\uFEFF{"id":1,"text":"【工会】"}',
      '\uFEFF{"id":2,"text":"【工会】"}',
      '\uFEFF',
    ])
    const found = records(out)
    assert.deepEqual(
      found.map(({ id, mentions }) => [id, Array.isArray(mentions) && mentions.length]),
      [
        [1, 1],
        [2, 1],
      ],
    )
  })

  it('counts code points over LF newlines', async () => {
    const { out } = await run('annotate', {}, ['{"text":"\\ufeff😀\\r\\n【工会】"}'])
    const mentions = records(out)[0]?.['mentions']
    assert.match(JSON.stringify(mentions), /"start":3,"end":5/)
  })
})
