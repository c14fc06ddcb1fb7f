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

  it('keeps the way back from a logical text', async () => {
    const page =
      '工会推出\n举措\n\n本报讯 昨日,【嘉兴市总\n工会】推出【举措】。\n\n图为【现场】。\n'
    const corpus = { 'p/a.txt': page }
    for (const format of ['conllu', 'brat', 'csv']) {
      const { written } = await run(`export --format ${format} --text logical --out in p`, corpus)
      assert.ok(Object.keys(written).some((path) => path.endsWith('.side.jsonl')))
      for (const other of ['csv', 'xmi', 'brat --text source']) {
        const { written: converted, status } = await run(
          `convert --from-format ${format} --to-format ${other} --from in --out o p`,
          { ...corpus, ...written },
        )
        assert.equal(status, 0)
        const back = await run(`import --format ${other.split(' ')[0]} --from o p`, {
          ...corpus,
          ...converted,
        })
        assert.match(back.error, /^biaozhu: a.txt: 0 new, 3 same, 0 conflicting, 0 uncertain$/m)
      }
    }
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
