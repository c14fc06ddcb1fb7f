import assert from 'node:assert/strict'
import { exportPaths } from '../../server/src/feature/export/export-paths.ts'
import { records, run, tooLarge } from './run.ts'

const gb = (...bytes: readonly number[]) => Uint8Array.from([0xa1, 0xbe, ...bytes, 0xa1, 0xbf])

describe('biaozhu mentions', () => {
  it('prints exactly these keys, in this order', async () => {
    const { out, status } = await run('mentions --format jsonl p', { 'p/a.txt': '【助企十条】' })
    assert.equal(
      out,
      '{"page":"a.txt","start":1,"end":5,"type":"Initiative","text":"助企十条","status":"suggested",' +
        '"entity":"Initiative:助企十条","article":null}\n',
    )
    assert.equal(status, 0)
  })

  it('counts code points over LF newlines without byte order mark', async () => {
    const page = '\uFEFF𠮷\r\n【助\r\n企】'
    const [mention] = records((await run('mentions --format jsonl a.txt', { 'a.txt': page })).out)
    assert.deepEqual([mention?.['start'], mention?.['end'], mention?.['text']], [3, 6, '助\n企'])
  })

  it('takes the .txt files of a folder, sorted, and names pages without folders', async () => {
    const disk = {
      'p/b.txt': '【乙】',
      'p/a/c.TXT': '【丙】',
      'p/x.md': '【丁】',
      'p/a.txt': '【甲】',
    }
    const { out } = await run('mentions --format jsonl p/', disk)
    assert.deepEqual(
      records(out).map(({ page, text }) => `${page} ${text}`),
      ['a.txt 甲', 'c.TXT 丙', 'b.txt 乙'],
    )
  })

  it('takes files of any name in the order given, each once', async () => {
    const disk = { 'b.text': '【乙】', 'p/a.txt': '【甲】' }
    const { out } = await run('mentions --format jsonl b.text p/a.txt p ./b.text', disk)
    assert.deepEqual(
      records(out).map(({ page }) => page),
      ['b.text', 'a.txt'],
    )
  })

  it('tells pages of one name apart', async () => {
    const { out } = await run('mentions --format jsonl p q', {
      'p/a.txt': '【甲】',
      'q/a.txt': '【甲】',
    })
    assert.deepEqual(
      records(out).map(({ page, entity }) => `${page} ${entity}`),
      ['a.txt Initiative:甲', 'a.txt Initiative:甲'],
    )
  })

  it('reads pages in the encoding of the folder’s corpus.json', async () => {
    const page = gb(0xb9, 0xa4)
    const { out } = await run('mentions --format jsonl p', { 'p/a.txt': page })
    assert.equal(records(out)[0]?.['text'], '工')
    const big5 = Uint8Array.from([0xa1, 0x69, 0xa4, 0x75, 0xa1, 0x6a])
    const disk = { 'p/corpus.json': '{"encoding":"big5"}', 'p/a.txt': big5 }
    assert.equal(records((await run('mentions --format jsonl p', disk)).out)[0]?.['text'], '工')
  })

  it('asks the nearest corpus.json upwards, of a page too', async () => {
    const big5 = Uint8Array.from([0xa1, 0x69, 0xa4, 0x75, 0xa1, 0x6a])
    const disk = {
      'p/corpus.json': '{"encoding":"big5"}',
      'p/q/a.txt': big5,
      'p/r/corpus.json': '{}',
      'p/r/b.txt': gb(0xb9, 0xa4),
    }
    for (const paths of ['p', 'p/q p/r', 'p/q/a.txt p/r/b.txt']) {
      const { out } = await run(`mentions --format jsonl ${paths}`, disk)
      assert.deepEqual(
        records(out).map(({ page, text }) => `${page} ${text}`),
        ['a.txt 工', 'b.txt 工'],
        paths,
      )
    }
  })

  it('aligns its table, a Chinese character two columns wide', async () => {
    const { out } = await run('mentions p', {
      'p/a.txt': '【甲】',
      'p/版面.txt': '【乙\n丙\u001b】',
    })
    assert.deepEqual(out.split('\n'), [
      'PAGE      PLACE  TYPE        TEXT         STATUS     ARTICLE',
      'a.txt     1-2    Initiative  甲           suggested',
      '版面.txt  1-5    Initiative  乙⏎丙\\u001b  suggested',
      '',
    ])
  })
})

describe('biaozhu articles and initiatives', () => {
  it('print exactly these keys, in this order', async () => {
    const disk = { 'a.txt': '【甲】', 'b.txt': '【甲】【乙】' }
    const initiatives = await run('initiatives --format jsonl b.txt a.txt', disk)
    const unknown = '"owner":null,"place":null,"since":null,"targets":[],"figures":[]'
    assert.equal(
      initiatives.out,
      `{"id":"Initiative:乙","name":"乙","aliases":[],"kind":"activity",${unknown},"status":"suggested",` +
        '"mentions":[{"page":"b.txt","start":4,"end":5,"text":"乙"}],"facts":[]}\n' +
        `{"id":"Initiative:甲","name":"甲","aliases":[],"kind":"activity",${unknown},"status":"suggested",` +
        '"mentions":[{"page":"a.txt","start":1,"end":2,"text":"甲"},' +
        '{"page":"b.txt","start":1,"end":2,"text":"甲"}],"facts":[]}\n',
    )
    const entities = await run('entities --format jsonl a.txt', disk)
    assert.equal(
      entities.out,
      '{"id":"Initiative:甲","type":"Initiative","name":"甲","aliases":[],"count":1,"status":"suggested",' +
        '"mentions":[{"page":"a.txt","start":1,"end":2,"text":"甲"}]}\n',
    )
    const page = '工会推出十项举措\n\n本报讯(记者王鑫)永州市总工会日前推出十项举措,受到职工好评。\n'
    const articles = await run('articles --format jsonl a.txt', { 'a.txt': page })
    assert.deepEqual(
      records(articles.out).map((record) => Object.keys(record)),
      [['page', 'start', 'end', 'headline', 'title', 'byline']],
    )
  })

  it('are tables for people and for other programs', async () => {
    const disk = { 'a.txt': '【甲】' }
    const table = await run('initiatives a.txt', disk)
    assert.match(table.out, /^NAME {2}KIND +OWNER +PLACE +SINCE +MENTIONS +PAGES +ALSO\n甲/)
    const csv = await run('initiatives --format csv a.txt', disk)
    assert.match(
      csv.out,
      /^name,aliases,kind,owner,place,since,targets,figures,status,mentions,pages,uri,id\r\n甲,,activity,,,,,,suggested,1,a.txt,,Initiative:甲\r\n$/,
    )
    const markdown = await run('entities --format markdown a.txt', disk)
    assert.match(markdown.out, /^\| type \| name .*\n\| --- .*\n\| Initiative \| 甲 \|/)
    const refused = await run('entities --format xlsx a.txt', disk)
    assert.deepEqual([refused.status, refused.out], [2, ''])
    const { written } = await run('initiatives --format xlsx --out o/i.xlsx a.txt', disk)
    assert.match(written['o/i.xlsx'] ?? '', /^PK/)
  })

  it('take a photo with a title for no article', async () => {
    const page = '妈妈工坊\n\n7月4日,妈妈们在【织锦基地】制作织锦产品。赵利霞 摄\n'
    assert.equal((await run('articles --format jsonl a.txt', { 'a.txt': page })).out, '')
    const mentions = await run('mentions --format jsonl a.txt', { 'a.txt': page })
    assert.deepEqual(
      records(mentions.out).map((record) => record['article']),
      [null],
    )
  })
})

describe('biaozhu export', () => {
  it('writes a file for each page and the settings of brat', async () => {
    const { written, status, out } = await run('export --format brat --out o p', {
      'p/a.txt': '【甲】',
      'p/f/b.txt': '',
    })
    assert.deepEqual(Object.keys(written), [
      'o/annotation.conf',
      'o/visual.conf',
      'o/a.txt',
      'o/a.ann',
      'o/b.txt',
      'o/b.ann',
    ])
    assert.match(written['o/a.ann'] ?? '', /^T1\tInitiative 1 2\t甲\n/)
    assert.equal(written['o/b.ann'], '')
    assert.deepEqual([status, out], [0, ''])
  })

  it('does not write two pages of one name over each other', async () => {
    const disk = { 'p/a.txt': '【甲】', 'q/a.txt': '【乙】', 'q/b.txt': '' }
    for (const paths of ['p q', 'p/a.txt q/a.txt q/b.txt', '.']) {
      const { written } = await run(`export --format brat --out o ${paths}`, disk)
      const files = Object.keys(written).filter((path) => path.endsWith('.ann'))
      assert.deepEqual(files, ['o/p/a.ann', 'o/q/a.ann', 'o/b.ann'], paths)
    }
  })

  it('keeps folders only where names are the same', () => {
    assert.deepEqual(exportPaths(['1/a.txt', '2/A.txt', '2/b.txt'], '.ann'), [
      '1/a.ann',
      '2/A.ann',
      'b.ann',
    ])
    assert.deepEqual(exportPaths(['a.txt', 'a.text'], '.ann'), ['a.txt.ann', 'a.text.ann'])
  })

  it('says when it cannot write', async () => {
    const { status, error } = await run('export --format brat --out full a.txt', { 'a.txt': '' })
    assert.equal(status, 2)
    assert.match(error, /^biaozhu: cannot write full\/annotation.conf: no space left$/m)
  })
})

describe('biaozhu', () => {
  it('explains itself', async () => {
    for (const args of ['--help', '-h', '--help --version']) {
      const { status, out, error } = await run(args)
      assert.deepEqual([status, error], [0, ''])
      assert.match(out, /Examples:\n {2}biaozhu initiatives seeds/)
    }
    assert.equal((await run('--version')).out, '1.2.3\n')
  })

  it('ends with status 2 on misuse, and prints nothing but the reason', async () => {
    for (const args of [
      '',
      'mention a.txt',
      'constructor a.txt',
      'mentions',
      'mentions --json a.txt',
      'mentions --format xml a.txt',
      'mentions --format',
      'mentions --out o a.txt',
      'export a.txt --out o',
      'export --format table --out o a.txt',
      'export --format brat a.txt',
      'export --format brat --out o',
    ]) {
      const { status, out, error } = await run(args, { 'a.txt': '' })
      assert.deepEqual([status, out], [2, ''], args)
      assert.match(error, /^biaozhu: [^\n]+\nTry: biaozhu (?:\w+ )?--help\n$/, args)
    }
  })

  it('ends with status 2 on input that cannot be read, and goes on with the rest', async () => {
    const disk = { 'a.txt': '【甲】', 'b.txt': Uint8Array.from({ length: 64 }, (_, i) => i) }
    const missing = await run('mentions --format jsonl nowhere a.txt', disk)
    assert.equal(missing.error, 'biaozhu: no such file or folder: nowhere\n')
    assert.deepEqual([missing.status, records(missing.out).length], [2, 1])
    assert.deepEqual(await run('mentions b.txt', disk), {
      status: 2,
      out: '',
      error: 'biaozhu: not a text file: b.txt\n',
      written: {},
    })
  })

  it('ends with status 2, and says so, where annotations are more than is read', async () => {
    const disk = { 'a.txt': '【甲】', 'a.anno.jsonl': tooLarge }
    const error = 'biaozhu: a.txt: its annotations are more than 100 MB and not read\n'
    for (const args of [
      'mentions a.txt',
      'articles a.txt',
      'export --format conll --out o a.txt',
    ]) {
      const result = await run(args, disk)
      assert.equal(result.status, 2, args)
      assert.ok(result.error.includes(error), result.error)
    }
  })

  it('ends with status 0 whatever a folder holds, with a word on it', async () => {
    const binary = { 'p/b.txt': Uint8Array.from({ length: 64 }, (_, i) => i) }
    const cases = [
      ['p', binary, 'not a text file: p/b.txt'],
      ['p', { 'p/x.md': '' }, 'no .txt files in p'],
      ['p', { 'p/a.txt': '', 'p/corpus.json': '{' }, 'corpus.json: This is not valid JSON.'],
    ] as const
    for (const [path, disk, note] of cases) {
      const { status, error } = await run(`mentions ${path}`, disk)
      assert.deepEqual([status, error], [0, `biaozhu: ${note}\n`])
    }
  })
})
