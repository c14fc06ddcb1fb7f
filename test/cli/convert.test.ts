import assert from 'node:assert/strict'
import { run } from './run.ts'

const brat = { 'in/a.ann': 'T1\tPlace 1 4\t嘉兴市\n', 'in/a.txt': '在嘉兴市好' }

describe('biaozhu convert', () => {
  it('needs no pages where the format has their text', async () => {
    const { status, written } = await run(
      'convert --from-format brat --to-format conll --from in --out o',
      brat,
    )
    assert.equal(status, 0)
    assert.match(written['o/a.conll'] ?? '', /^嘉[ \t]B-Place\n兴[ \t]I-Place\n市[ \t]I-Place$/m)
  })

  it('asks for them where it has not', async () => {
    const csv = { 'in/t.csv': 'page,type,place\na.txt,Place,1..4\n', 'p/a.txt': '在嘉兴市好' }
    const call = 'convert --from-format csv --to-format brat --from in --out o'
    const without = await run(call, csv)
    assert.equal(without.status, 2)
    assert.match(without.error, /There is no page a\.txt/)
    const { status, written } = await run(`${call} p`, csv)
    assert.equal(status, 0)
    assert.match(written['o/a.ann'] ?? '', /^T1\tPlace 1 4\t嘉兴市$/m)
  })

  it('restores what the first format lost from its side file', async () => {
    const side = JSON.stringify({
      kind: 'mention',
      page: 'a.txt',
      lost: ['note'],
      mention: { at: [[1, 4]], type: 'Place', id: 'x', note: '首届' },
    })
    const { written } = await run('convert --from-format brat --to-format csv --from in --out o', {
      ...brat,
      'in/a.brat.side.jsonl': `${side}\n`,
    })
    assert.match(written['o/biaozhu.csv'] ?? '', /首届/)
  })

  it('says what is missing', async () => {
    const call = 'convert --from-format brat --to-format conll'
    assert.equal((await run(`${call} --from nowhere --out o`, brat)).status, 2)
    assert.match(
      (await run(`${call} --from p --out o`, { 'p/x.md': '' })).error,
      /no pages of brat in p/,
    )
    assert.equal((await run(`${call} --from in`, brat)).status, 2)
  })
})
