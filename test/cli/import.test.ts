import assert from 'node:assert/strict'
import { readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { records, run } from './run.ts'

const text = '在嘉兴市好'
const disk = { 'p/a.txt': text, 'in/a.ann': 'T1\tPlace 1 4\t嘉兴市\n' }

describe('biaozhu import', () => {
  it('writes what is new beside the page', async () => {
    const { status, written, error, out } = await run('import --format brat --from in p', disk)
    assert.deepEqual([status, out], [0, ''])
    assert.equal(error, 'biaozhu: a.txt: 1 new, 0 same, 0 conflicting, 0 uncertain\n')
    assert.deepEqual(Object.keys(written), ['p/a.anno.jsonl'])
    const { header, records } = readSidecar(written['p/a.anno.jsonl'] ?? '')
    assert.equal(header?.page, 'a.txt')
    assert.deepEqual(
      records.map((record) => record.kind === 'span' && [record.status, record.quote, record.who]),
      [['accepted', ['嘉兴市'], '王丽']],
    )
  })

  it('is of the person whom corpus.json names', async () => {
    const named = { ...disk, 'p/corpus.json': '{"annotator": "李编辑"}' }
    const { written } = await run('import --format brat --from in p', named)
    const [record] = readSidecar(written['p/a.anno.jsonl'] ?? '').records
    assert.equal(record?.kind === 'span' && record.who, '李编辑')
  })

  describe('of what two annotators say of one page', () => {
    const region = (id: string, start: number, end: number) => ({
      ...{ id, type: 'labels', value: { start, end, labels: ['Place'] } },
    })
    const task = {
      data: { text },
      annotations: [
        { id: 7, completed_by: 1, result: [region('a', 1, 4)] },
        { id: 8, completed_by: 2, result: [region('b', 0, 4)] },
      ],
    }
    const two = { 'p/a.txt': text, 'in/a.json': JSON.stringify([task]) }
    const call = 'import --format label-studio --from in'
    /** Quotes and author of a sidecar. */
    const said = (content: string | undefined) =>
      readSidecar(content ?? '').records.map((each) =>
        each.kind === 'span' ? [...each.quote, each.who] : [],
      )

    it('makes a layer of each', async () => {
      const { status, written, error } = await run(`${call} p`, two)
      assert.equal(status, 0)
      assert.deepEqual(Object.keys(written).sort(), ['p/a.anno.1.jsonl', 'p/a.anno.2.jsonl'])
      assert.deepEqual(said(written['p/a.anno.1.jsonl']), [['嘉兴市', '1']])
      assert.deepEqual(said(written['p/a.anno.2.jsonl']), [['在嘉兴市', '2']])
      assert.match(error, /^biaozhu: a\.txt \(1\): 1 new/m)
      const again = await run(`${call} --report jsonl --dry-run p`, { ...two, ...written })
      assert.deepEqual(
        records(again.out).map(({ kind, page, layer }) => [kind, page, layer]),
        [
          ['same', 'a.txt', '1'],
          ['same', 'a.txt', '2'],
        ],
      )
    })

    it('takes the one that is named, for the page or for a layer', async () => {
      const { written } = await run(`${call} --annotator 2 p`, two)
      assert.deepEqual(said(written['p/a.anno.jsonl']), [['在嘉兴市', '王丽']])
      const named = await run(`${call} --annotator 1 --as layer:wang p`, two)
      assert.deepEqual(said(named.written['p/a.anno.wang.jsonl']), [['嘉兴市', 'wang']])
    })

    it('wants one to be named where it cannot be guessed', async () => {
      for (const [options, sentence] of [
        ['--as layer:wang', /choose one with --annotator \(1, 2\)/],
        ['--annotator 3', /there is no annotator 3: there are 1, 2/],
      ] as const) {
        const { status, written, error } = await run(`${call} ${options} p`, two)
        assert.deepEqual([status, written], [2, {}])
        assert.match(error, sentence)
      }
      const { status, error } = await run('import --format brat --from in --annotator 1 p', disk)
      assert.equal(status, 2)
      assert.match(error, /leave --annotator out/)
    })

    it('converts both', async () => {
      const { written, error } = await run(
        'convert --from-format label-studio --to-format brat --from in --out o',
        two,
      )
      assert.match(written['o/a.ann'] ?? '', /1 4\t嘉兴市/)
      assert.match(written['o/a~2.ann'] ?? '', /0 4\t在嘉兴市/)
      assert.match(error, /that of 2 is written as a~2\.txt/)
    })
  })

  it('says how far it is, and nothing more when it is done', async () => {
    const shown: string[] = []
    const call = 'import --format brat --from in --dry-run p'
    await run(call, disk, [], (text) => shown.push(text))
    assert.deepEqual(shown, ['0/1', ''])
  })

  it('writes nothing in a dry run, and lists what it would', async () => {
    const { status, written, out } = await run('import --format brat --from in --dry-run p', disk)
    assert.deepEqual([status, written], [0, {}])
    assert.match(out, /^new +a\.txt +1-4 +Place +嘉兴市/)
  })

  it('reports all as records for programs, what is the same too', async () => {
    const call = 'import --format brat --from in --report jsonl'
    const first = await run(`${call} p`, disk)
    const [fresh, ...none] = records(first.out)
    assert.deepEqual([fresh?.['kind'], fresh?.['page'], none], ['new', 'a.txt', []])
    const sidecar = first.written['p/a.anno.jsonl'] ?? ''
    // What is reported is what is written.
    assert.deepEqual(fresh?.['record'], readSidecar(sidecar).records[0])
    const more = { ...disk, 'p/a.anno.jsonl': sidecar }
    const [same] = records((await run(`${call} p`, more)).out)
    assert.deepEqual([same?.['kind'], same?.['existing']], ['same', [fresh?.['record']]])
    const other = { ...more, 'in/a.ann': 'T1\tHonor 1 5\t嘉兴市好\n' }
    const { status, out, written } = await run(`${call} --dry-run p`, other)
    const [against] = records(out)
    assert.deepEqual([status, written, against?.['kind']], [1, {}, 'conflicting'])
    assert.deepEqual(against?.['existing'], [fresh?.['record']])
    const moved = await run(`${call} p`, { ...disk, 'in/a.txt': text, 'p/a.txt': '在嘉善市好' })
    assert.deepEqual(
      records(moved.out).map(({ kind }) => kind),
      ['uncertain'],
    )
  })

  it('finds the same once it is there, and keeps what else stands in the file', async () => {
    const first = await run('import --format brat --from in p', disk)
    const sidecar = `${first.written['p/a.anno.jsonl']}{"kind":"page","id":"D","what":"done"}\nbroken\n`
    const more = { ...disk, 'p/a.anno.jsonl': sidecar }
    const again = await run('import --format brat --from in p', more)
    assert.match(again.error, /0 new, 1 same/)
    assert.deepEqual(again.written, {})
    const added = { ...more, 'in/a.ann': 'T1\tPlace 1 4\t嘉兴市\nT2\tHonor 4 5\t好\n' }
    const { written } = await run('import --format brat --from in p', added)
    const { records, broken } = readSidecar(written['p/a.anno.jsonl'] ?? '')
    assert.deepEqual([records.length, broken.map((line) => line.text)], [3, ['broken']])
  })

  it('ends with status 1 where something conflicts, and lists it', async () => {
    const first = await run('import --format brat --from in p', disk)
    const other = {
      ...disk,
      'p/a.anno.jsonl': first.written['p/a.anno.jsonl'] ?? '',
      'in/a.ann': 'T1\tOrganization 1 5\t嘉兴市好\n',
    }
    const { status, out, written } = await run('import --format brat --from in p', other)
    assert.deepEqual([status, written], [1, {}])
    assert.match(
      out,
      /^conflicting +a\.txt +1-5 +Organization +嘉兴市好 +here: 1-4 Place 嘉兴市 accepted$/m,
    )
    const theirs = await run('import --format brat --from in --on-conflict theirs p', other)
    const { records } = readSidecar(theirs.written['p/a.anno.jsonl'] ?? '')
    assert.deepEqual(
      records.map((record) => record.kind === 'span' && record.type),
      ['Organization'],
    )
  })

  it('says of what was changed in a table what it was and what it is now', async () => {
    const first = await run('import --format brat --from in p', disk)
    const corpus = { 'p/a.txt': text, 'p/a.anno.jsonl': first.written['p/a.anno.jsonl'] ?? '' }
    const { written } = await run('export --format csv --side no --out o p', corpus)
    const table = written['o/biaozhu.csv'] ?? ''
    const edited = table.replace(/^(.*,嘉兴市,1\.\.4,.*),accepted,,,,,/m, '$1,accepted,,,,新注,')
    assert.notEqual(edited, table)
    const { out } = await run('import --format csv --from o --dry-run p', {
      ...corpus,
      'o/biaozhu.csv': edited,
    })
    assert.match(out, /^conflicting .*here: 1-4 Place 嘉兴市 accepted; note: none → "新注"$/m)
    const retyped = { ...corpus, 'o/biaozhu.csv': table.replace(',Place,嘉兴市', ',Honor,嘉兴市') }
    const typed = await run('import --format csv --from o --dry-run p', retyped)
    assert.match(
      typed.out,
      /^conflicting .* {2}Honor {2}嘉兴市 {2}here: 1-4 Place 嘉兴市 accepted$/m,
    )
  })

  it('misses nothing of relations that the format never has', async () => {
    const from = {
      ...disk,
      'in/a.ann':
        'T1\tPlace 1 4\t嘉兴市\nT2\tHonor 4 5\t好\nR1\tplace Arg1:T2 Arg2:T1\nA1\tpart R1 host\n',
    }
    const sidecar = (await run('import --format brat --from in p', from)).written['p/a.anno.jsonl']
    const lines = (sidecar ?? '').replace('"type":"place",', '"type":"place","note":"一",')
    assert.notEqual(lines, sidecar)
    const corpus = { 'p/a.txt': text, 'p/a.anno.jsonl': lines }
    const { written } = await run('export --format label-studio --side no --out o p', corpus)
    const back = await run('import --format label-studio --from o p', { ...corpus, ...written })
    assert.match(back.error, /^biaozhu: a.txt: 0 new, 3 same, 0 conflicting, 0 uncertain$/m)
  })

  it('ends with status 1 where a place is uncertain', async () => {
    const moved = { ...disk, 'in/a.txt': text, 'p/a.txt': '在嘉善市好' }
    const { status, out, written } = await run('import --format brat --from in p', moved)
    assert.equal(status, 1)
    assert.match(out, /^uncertain .*changed$/m)
    assert.match(written['p/a.anno.jsonl'] ?? '', /"anchor":"changed"/)
  })

  it('can be what another annotator says, in a file of theirs', async () => {
    const { written } = await run('import --format brat --from in --as layer:wang p', disk)
    assert.deepEqual(Object.keys(written), ['p/a.anno.wang.jsonl'])
    assert.match(written['p/a.anno.wang.jsonl'] ?? '', /"who":"wang"/)
    for (const name of ['', '../x', 'a/b', '.']) {
      const { status, written: none } = await run(
        `import --format brat --from in --as layer:${name} p`,
        disk,
      )
      assert.deepEqual([status, none], [2, {}], name)
    }
  })

  it('can be suggestions', async () => {
    const { written } = await run('import --format brat --from in --as suggestions p', disk)
    assert.match(written['p/a.anno.jsonl'] ?? '', /"status":"suggested".*"source":"brat"/)
  })

  it('ends with status 2 where there is nothing to read', async () => {
    const none = await run('import --format brat --from nowhere p', disk)
    assert.deepEqual([none.status, none.error], [2, 'biaozhu: no such file or folder: nowhere\n'])
    const empty = await run('import --format conll --from in p', disk)
    assert.deepEqual([empty.status, empty.error], [2, 'biaozhu: no files of CoNLL in in\n'])
    const lost = await run('import --format brat --from in p', {
      ...disk,
      'p/a.txt': '',
      'in/b.ann': '',
    })
    assert.match(lost.error, /b\.ann: There is no page/)
    assert.equal(lost.status, 2)
  })
})

describe('export and import', () => {
  const page = '工会推出\n举措\n\n本报讯 昨日,【嘉兴市总\n工会】推出【举措】。\n'

  for (const options of [
    'brat',
    'webannotation',
    'conll',
    'conll --text source',
    'conll --tokens word --tags bioes',
    'csv',
    'brat --text logical',
    'csv --delimiter tab',
    'doccano',
    'label-studio',
  ]) {
    it(`of ${options} find everything the same`, async () => {
      const sidecar = (
        await run('import --format brat --from in p', {
          'p/a.txt': page,
          'in/a.txt': page,
          'in/a.ann': 'T1\tDate 17 19\t昨日\nA1\tNegation T1\n',
        })
      ).written['p/a.anno.jsonl']
      assert.ok(sidecar)
      const corpus = { 'p/a.txt': page, 'p/a.anno.jsonl': sidecar }
      const { written } = await run(`export --format ${options} --out o p`, corpus)
      const format = options.split(' ')[0]
      const back = await run(`import --format ${format} --from o p`, { ...corpus, ...written })
      assert.match(back.error, /^biaozhu: a.txt: 0 new, 3 same, 0 conflicting, 0 uncertain$/m)
      assert.deepEqual(back.written, {})
    })
  }

  it('finds places in the logical text without its side file', async () => {
    const corpus = { 'p/a.txt': page }
    const { written } = await run('export --format conll --side no --out o p', corpus)
    const { error, written: after } = await run('import --format conll --from o p', {
      ...corpus,
      ...written,
    })
    assert.match(error, /2 new, 0 same/)
    assert.match(after['p/a.anno.jsonl'] ?? '', /嘉兴市总\\n工会/)
  })
})
