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

  it('writes each page whole, however many files or lines say something of a page of its name', async () => {
    const cas = (begin: number, end: number, value: string): string =>
      JSON.stringify({
        '%FEATURE_STRUCTURES': [
          { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: '主席陆平在桐乡市。' },
          { '%ID': 2, '%TYPE': 'custom.Meta', documentId: '第1版.txt' },
          { '%ID': 3, '%TYPE': 'custom.Span', begin, end, value },
        ],
      })
    const disk = { 'in/一/wang.json': cas(2, 4, 'Person'), 'in/一/li.json': cas(5, 8, 'Place') }
    const { written, error } = await run(
      'convert --from-format json-cas --to-format brat --from in --out o',
      disk,
    )
    assert.match(written['o/第1版.ann'] ?? '', /^T1\tPlace 5 8\t桐乡市$/m)
    assert.match(written['o/第1版~2.ann'] ?? '', /^T1\tPerson 2 4\t陆平$/m)
    assert.equal(written['o/第1版~2.txt'], '主席陆平在桐乡市。')
    assert.match(error, /^biaozhu: 一\/wang\.json: 第1版\.txt is there already.* 第1版~2\.txt\.$/m)

    const lines = ['主席陆平。', '张敏到会。'].map((text) =>
      JSON.stringify({ filename: 'P1.txt', text, label: [] }),
    )
    const two = await run('convert --from-format doccano --to-format csv --from in --out o', {
      'in/a.jsonl': `${lines.join('\n')}\n`,
      'in/b.jsonl': '{"filename":"p1.txt","text":"另一版。","label":[[0,2,"Date"]]}\n',
    })
    assert.equal(two.status, 0)
    assert.match(two.written['o/biaozhu.csv'] ?? '', /p1~3\.txt/)
  })

  it('looks for the words that a file says where its positions lead to others, as import does', async () => {
    const note = (exact: string, start: number, end: number, prefix = ''): object => ({
      type: 'Annotation',
      body: [{ purpose: 'tagging', value: 'Place' }],
      target: {
        selector: [
          { type: 'TextPositionSelector', start, end },
          { type: 'TextQuoteSelector', exact, prefix },
        ],
      },
    })
    const call = 'convert --from-format webannotation --to-format brat --from in --out o p'
    const convert = (...notes: readonly object[]) =>
      run(call, { 'p/a.txt': '在嘉兴市和南湖区开会', 'in/a.jsonld': JSON.stringify(notes) })
    const right = await convert(note('嘉兴市', 1, 4))
    assert.deepEqual([right.status, right.error], [0, 'biaozhu: a.txt: 1 accepted, 0 suggested\n'])
    const moved = await convert(note('嘉兴市', 2, 5))
    assert.equal(moved.status, 0)
    assert.match(moved.written['o/a.ann'] ?? '', /^T1\tPlace 1 4\t嘉兴市$/m)
    const doubtful = await convert(note('嘉兴市', 90, 93, '昨在'))
    assert.equal(doubtful.status, 1)
    assert.match(doubtful.error, /^biaozhu: a\.jsonld: uncertain 1-4 Place 嘉兴市 moved$/m)
    const lost = await convert(note('𠮷田的家乡', 2, 5), note('南湖区', 5, 8))
    assert.equal(lost.status, 2)
    assert.match(lost.written['o/a.ann'] ?? '', /^T\d\tPlace 5 8\t南湖区$/m)
    assert.match(lost.error, /^biaozhu: a\.jsonld: 1 says “𠮷田的家乡”, which is not for sure/m)
  })

  it('never writes over what it reads', async () => {
    const { status, error, written } = await run(
      'convert --from-format doccano --to-format doccano --from in --out in',
      { 'in/biaozhu.doccano.jsonl': '{"text":"主席陆平","label":[[2,4,"Person"]]}\n' },
    )
    assert.equal(status, 2)
    assert.match(error, /cannot write in\/biaozhu\.doccano\.jsonl/)
    assert.deepEqual(written, {})
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
