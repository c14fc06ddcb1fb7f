import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { exportFolder } from '../../server/src/disk/export-folder.ts'
import { markedSidecar } from '../annotation/records.ts'
import { run } from './run.ts'

/** A page and its sidecar; `records` are further lines. */
function page(path: string, marked: string, ...records: readonly object[]) {
  const { text, sidecar } = markedSidecar(marked)
  const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('')
  return {
    [path]: text,
    [path.replace(/txt$/, 'anno.jsonl')]: printSidecar(sidecar) + lines,
  }
}

const done = { kind: 'page', id: 'D', what: 'done', value: {} }

describe('biaozhu export --status', () => {
  const disk = {
    ...page('p/a.txt', '【甲】在⟦乙|Place⟧', done),
    ...page('p/b.txt', '【甲】在⟦乙|Place⟧'),
  }
  const counts = async (options: string) =>
    (await run(`export --format brat ${options}--out o p`, disk)).error
      .split('\n')
      .filter((line) => /accepted/.test(line))

  it('leaves out suggestions of pages that are done, unless it says otherwise', async () => {
    assert.deepEqual(await counts(''), [
      'biaozhu: a.txt: 1 accepted, 0 suggested',
      'biaozhu: b.txt: 1 accepted, 1 suggested',
    ])
    assert.deepEqual(await counts('--status accepted '), [
      'biaozhu: a.txt: 1 accepted, 0 suggested',
      'biaozhu: b.txt: 1 accepted, 0 suggested',
    ])
    assert.deepEqual(await counts('--status all '), [
      'biaozhu: a.txt: 1 accepted, 1 suggested',
      'biaozhu: b.txt: 1 accepted, 1 suggested',
    ])
  })
})

describe('biaozhu export', () => {
  const relation = {
    kind: 'relation',
    id: 'R',
    type: 'place',
    from: 'A',
    to: 'B',
    status: 'accepted',
  }
  const related = page('a.txt', '⟦甲|Initiative⟧在⟦乙|Place⟧', relation)

  it('says what the format cannot carry, once for each kind, and that the side file has it', async () => {
    const { error, written } = await run('export --format conll --out o a.txt', related)
    assert.match(error, /^biaozhu: 1 relation cannot be written in CoNLL$/m)
    assert.match(error, /^biaozhu: the files \*\.conll\.side\.jsonl restore them on import$/m)
    assert.match(written['o/a.conll.side.jsonl'] ?? '', /"kind":"relation"/)
  })

  it('writes no side file where nobody wants one', async () => {
    const { error, written } = await run('export --format conll --side no --out o a.txt', related)
    assert.deepEqual(Object.keys(written), ['o/a.conll'])
    assert.doesNotMatch(error, /restore/)
  })

  it('writes no side file that nobody could import', async () => {
    for (const format of ['prodigy', 'spacy', 'pubannotation', 'html', 'markdown']) {
      const { written } = await run(`export --format ${format} --out o a.txt`, related)
      const side = Object.keys(written).filter((path) => path.endsWith('.side.jsonl'))
      assert.deepEqual(side, [], format)
    }
  })

  it('warns before a logical text without side files, and says with its number what that loses', async () => {
    const disk = page(
      'a.txt',
      '本报讯 昨日⟦嘉兴⏎|Place⟧推出⟦举措|Initiative⟧。⟦⏎⏎|Date⟧工会⟦杭州|Place⟧好。',
      {
        ...{ kind: 'relation', id: 'R', type: 'date', from: 'B', to: 'C', status: 'accepted' },
      },
    )
    const call = 'export --format brat --text logical --status accepted --out o a.txt'
    const { error, status } = await run(`${call} --side no`, disk)
    assert.equal(status, 0)
    const said = error.split('\n').map((line) => line.replace('biaozhu: ', ''))
    assert.match(said[0] ?? '', /^the logical text without side files loses /)
    assert.match(said[1] ?? '', /^a\.txt: 3 accepted/)
    const counts = [
      'Mentions outside of the logical text are not written (1)',
      'Relations of mentions outside of the logical text are not written (1)',
      'Mentions over line breaks lose where the breaks and blanks in them are (1)',
    ]
    for (const count of counts) assert.ok(said.includes(count), count)
    const kept = await run(call, disk)
    assert.doesNotMatch(kept.error, /logical text|line breaks/)
    assert.match(kept.written['o/a.brat.side.jsonl'] ?? '', /"outside":\[\{.*"type":"Date"/)
    const source = await run(
      'export --format brat --text source --side no --status accepted --out o a.txt',
      disk,
    )
    assert.doesNotMatch(source.error, /logical text|line breaks/)
    // Nobody could import it, side file or not.
    const report = await run('export --format markdown --status accepted --out o a.txt', disk)
    assert.match(report.error, /^biaozhu: Mentions outside of the logical text .* \(1\)$/m)
    assert.doesNotMatch(report.error, /without side files/)
    const { error: converted } = await run(
      'convert --from-format brat --to-format csv --text logical --side no --from in --out o',
      { 'in/a.txt': '工会说', 'in/a.ann': 'T1\tPlace 0 2\t工会\n' },
    )
    assert.match(converted, /^biaozhu: the logical text without side files loses/m)
  })

  it('takes the options of the format, and refuses those of another', async () => {
    const { written } = await run(
      'export --format conll --tags bioes --side no --out o a.txt',
      related,
    )
    assert.match(written['o/a.conll'] ?? '', /^甲[ \t]S-Initiative$/m)
    for (const wrong of ['--format brat --tags bio', '--format conll --tags tab']) {
      const { status, error } = await run(`export ${wrong} --out o a.txt`, related)
      assert.equal(status, 2, wrong)
      assert.match(error, /^biaozhu: .*--tags/, wrong)
    }
  })

  it('writes the logical text where it is asked for, with the way back', async () => {
    const disk = { 'a.txt': '工会推出\n举措\n\n本报讯 昨日,嘉兴市总工会\n推出举措。\n' }
    const { written } = await run('export --format brat --text logical --out o a.txt', disk)
    assert.match(written['o/a.txt'] ?? '', /总工会推出举措/)
    assert.match(written['o/a.brat.side.jsonl'] ?? '', /"kind":"text".*"pieces"/)
    const source = await run('export --format brat --text source --out o a.txt', disk)
    assert.equal(source.written['o/a.txt'], disk['a.txt'])
  })

  it('names entities where the format has them', async () => {
    const { written } = await run('export --format csv --out o p', {
      'p/a.txt': '【甲】',
      'p/b.txt': '【甲】',
    })
    assert.equal((written['o/biaozhu.csv'] ?? '').match(/Initiative:甲,/g)?.length, 2)
  })

  it('states what people annotate by: a file with its hash, or the text itself', async () => {
    const stated = async (format: string, guidelines: string) => {
      const corpus = {
        'p/corpus.json': JSON.stringify({ guidelines }),
        'p/a.txt': '甲',
        'p/g/规范.md': 'abc',
        'out.md': 'abc',
      }
      const { written } = await run(`export --format ${format} --out o p`, corpus)
      return Object.values(written).join('')
    }
    // The hash of "abc" in the standard, FIPS 180.
    const file = 'g/规范.md sha256:ba7816bf'
    const json = await stated('webannotation', 'g/规范.md')
    assert.ok(json.includes(`"guidelines": "${file}"`) || json.includes(`"guidelines":"${file}"`))
    assert.match(await stated('tei', 'g/规范.md'), new RegExp(`guidelines ${file}</desc>`))
    // This one needs all pages at once.
    assert.match(await stated('html', 'g/规范.md'), new RegExp(`guidelines ${file}</footer>`))
    for (const text of ['第2版 & 更正', 'g', 'none.md', '../out.md', '/corpus/out.md']) {
      const shown = text.replace('&', '&amp;')
      assert.ok((await stated('tei', text)).includes(`guidelines ${shown}</desc>`), text)
    }
    assert.doesNotMatch(await stated('tei', ''), /guidelines/)
  })

  it('goes on where a page is gone meanwhile, and says so', async () => {
    const { status, error, written } = await run(
      'export --format brat --out o p/a.txt p/none.txt',
      {
        'p/a.txt': '',
      },
    )
    assert.equal(status, 2)
    assert.match(error, /no such file or folder: p\/none.txt/)
    assert.equal(written['o/a.ann'], '')
  })
})

describe('the folder of an export', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'biaozhu-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const uri = (path: string): string => pathToFileURL(join(folder, path)).href

  it('is made, and files grow by later pieces', async () => {
    const { write } = exportFolder(join(folder, 'x/y'), [])
    await write('a/b.txt', '甲')
    await write('a/b.txt', '乙')
    assert.equal(readFileSync(join(folder, 'x/y/a/b.txt'), 'utf8'), '甲乙')
    await exportFolder(join(folder, 'x/y'), []).write('a/b.txt', '丙')
    assert.equal(readFileSync(join(folder, 'x/y/a/b.txt'), 'utf8'), '丙')
  })

  it('takes nothing over a page, its annotations, or a corpus.json', async () => {
    const files = ['a.txt', 'b.txt', 'b.anno.jsonl', 'corpus.json']
    for (const file of files) writeFileSync(join(folder, file), `${file}\r\n`)
    const { write } = exportFolder(folder, [uri('a.txt')])
    for (const file of files) {
      await assert.rejects(write(file, 'x'), { message: new RegExp(`${file}: it is a page`) })
      await write(file, `${file}\r\n`)
      assert.equal(readFileSync(join(folder, file), 'utf8'), `${file}\r\n`)
    }
  })

  it('is not left by names or links', async () => {
    mkdirSync(join(folder, 'o'))
    writeFileSync(join(folder, 'page.txt'), '旧')
    symlinkSync(join(folder, 'page.txt'), join(folder, 'o/link.txt'))
    symlinkSync(folder, join(folder, 'o/up'))
    const { write } = exportFolder(join(folder, 'o'), [])
    for (const path of [
      '../page.txt',
      '/etc/x',
      'link.txt',
      'up/page.txt',
      'up/new.txt',
      'a\u0000b',
      'nul.txt',
    ]) {
      await assert.rejects(write(path, '新'), /cannot write/, path)
    }
    assert.equal(readFileSync(join(folder, 'page.txt'), 'utf8'), '旧')
    assert.ok(!existsSync(join(folder, 'new.txt')))
  })

  if (process.platform === 'linux') {
    it('below /proc is refused at once, with its path', () =>
      assert.rejects(exportFolder('/proc/biaozhu/x', []).write('a.ann', ''), {
        message: /cannot write \/proc\/biaozhu\/x\/a.ann: /,
      }))
  }
})
