import assert from 'node:assert/strict'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { describeSpans, headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import { printRecord, printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { readStored } from '../../server/src/annotation/sidecar/stored.ts'
import { Loader, type LoaderParts } from '../../server/src/corpus/loading/loader.ts'
import { createWarmer } from '../../server/src/corpus/loading/warm.ts'
import { Workspace } from '../../server/src/corpus/snapshot/workspace.ts'
import type { Files } from '../../server/src/disk/files.ts'
import { defined } from '../../server/src/values/defined.ts'
import { bracketAnalyser } from './in-memory.ts'

const home = 'file:///home'

/** Files by path below `home`; `undefined` for one that cannot be read. `reads` takes the paths that are read. */
function memoryFiles(disk: Map<string, string | undefined>, reads: string[]): Files {
  const pathOf = (uri: string) => decodeURIComponent(uri.slice(home.length + 1))
  return {
    async walk(uri) {
      const prefix = uri === home ? '' : `${pathOf(uri)}/`
      const paths = [...disk.keys()].filter((path) => path.startsWith(prefix)).sort()
      return { paths: paths.map((path) => path.slice(prefix.length)), unreadable: 0, outside: [] }
    },
    async read(uri) {
      const path = pathOf(uri)
      reads.push(path)
      const text = disk.get(path)
      if (text !== undefined) return { kind: 'file', bytes: new TextEncoder().encode(text) }
      if ([...disk.keys()].some((key) => key.startsWith(`${path}/`))) return { kind: 'folder' }
      return { kind: disk.has(path) ? 'unreadable' : 'missing' }
    },
  }
}

function setUp(
  files: Readonly<Record<string, string | undefined>>,
  sidecars?: (workspace: Workspace) => LoaderParts['sidecars'],
) {
  const disk = new Map(Object.entries(files))
  const reads: string[] = []
  const analyser = bracketAnalyser()
  const workspace = new Workspace(analyser)
  const loader = new Loader({
    workspace,
    files: memoryFiles(disk, reads),
    warmer: createWarmer(workspace),
    ...defined({ sidecars: sidecars?.(workspace) }),
  })
  /** `root: path, path` of each corpus. */
  const corpora = () =>
    workspace.snapshot().corpora.map(({ root, documents }) => {
      const paths = documents.map(({ path }) => path)
      return `${root.slice(home.length)}: ${paths.join(', ')}`
    })
  return { disk, reads, analyser, workspace, loader, corpora }
}

function spanOf(text: string, words: string): SpanRecord {
  const start = text.indexOf(words)
  const anchor = describeSpans(textView(text), [{ start, end: start + words.length }])
  return { kind: 'span', id: '1', ...anchor, type: 'Place', status: 'accepted' }
}

const folder = (path = '', pages?: readonly string[]) => ({
  uri: `${home}${path}`,
  name: 'home',
  pages,
})

describe('loading a corpus', () => {
  it('finds corpora by corpus.json at any depth and nothing else', async () => {
    const { loader, corpora } = setUp({
      'a/corpus.json': '{}',
      'a/1.txt': '',
      'a/sub/2.txt': '',
      'a/sub/deep/corpus.json': '{"pages":["*.text"]}',
      'a/sub/deep/3.text': '',
      'a/sub/deep/4.txt': '',
      'b/5.txt': '',
    })
    await loader.load([folder()])
    assert.deepEqual(corpora(), ['/a: 1.txt, sub/2.txt', '/a/sub/deep: 3.text'])
  })

  it('knows the names of all annotated pages before it analyses others, so that none of them is analysed twice', async () => {
    const text = '他说嘉兴市很好'
    const pages = { '1.txt': text, '2.txt': `${text}。`, '3.txt': `${text}!` }
    const sidecar = printSidecar({
      header: headerOf(textView(pages['3.txt']), '3.txt'),
      records: [spanOf(pages['3.txt'], '嘉兴市')],
      broken: [],
    })
    const { loader, analyser } = setUp(
      { 'corpus.json': '{}', ...pages, '3.anno.jsonl': sidecar },
      (workspace) => ({
        async load(uri, { namesLater = false } = {}) {
          if (!uri.endsWith('/3.txt')) return
          const later = namesLater ? { namesLater } : {}
          workspace.apply({ kind: 'sidecar', uri, sidecar: readStored(sidecar), ...later })
        },
        changed: async () => undefined,
      }),
    )
    await loader.load([folder()])
    // The page with the annotation has it as a mark of its own.
    assert.deepEqual(analyser.knew, ['', '嘉兴市', '嘉兴市'])
    assert.equal(analyser.analysed[0], pages['3.txt'])
  })

  it('says of a pattern of file names that it takes too long over one of them', async () => {
    const text = '{"name":"甲",\n"fileNames":"^(b+)+$"}'
    const { loader, workspace, disk } = setUp({ 'corpus.json': text, '1.txt': '' })
    const problems = () =>
      workspace
        .snapshot()
        .corpora.flatMap(({ problems }) =>
          problems.map(({ offset, end, message }) => [
            text.slice(offset, end),
            message.slice(0, 12),
          ]),
        )
    await loader.load([folder()])
    assert.deepEqual(problems(), [])
    const slow = `${'b'.repeat(60)}!.txt`
    disk.set(slow, '')
    await loader.changed([{ uri: `${home}/${slow}`, kind: 'created' }])
    assert.deepEqual(problems(), [['"^(b+)+$"', '"fileNames":']])
  })

  it('warns of a guidelines file and of pages that corpus.json names and that are not there', async () => {
    const text =
      '{"guidelines": "规范/guide.md",\n"pageData": {"1.txt": {"number": 1}, "2.txt": {"number": 2}, "in/3.txt": {}}}'
    const { loader, workspace, disk } = setUp({
      'corpus.json': text,
      '1.txt': '',
      'in/corpus.json': '{"guidelines": "2.1"}',
      'in/3.txt': '',
    })
    const problems = () =>
      workspace
        .snapshot()
        .corpora.flatMap(({ problems }) =>
          problems.map(({ offset, end, message }) => `${text.slice(offset, end)} ${message}`),
        )
    const guide = '"规范/guide.md" "guidelines": there is no such file.'
    const ofPage = (path: string) => `"${path}" "pageData": the corpus has no such page.`
    await loader.load([folder()])
    assert.deepEqual(problems(), [guide, ofPage('2.txt'), ofPage('in/3.txt')])
    const tell = (path: string, kind: 'created' | 'deleted') => {
      if (kind === 'created') disk.set(path, '')
      else disk.delete(path)
      return loader.changed([{ uri: `${home}/${encodeURI(path)}`, kind }])
    }
    await tell('规范/guide.md', 'created')
    await tell('2.txt', 'created')
    assert.deepEqual(problems(), [ofPage('in/3.txt')])
    await tell('规范/guide.md', 'deleted')
    await tell('1.txt', 'deleted')
    assert.deepEqual(problems(), [guide, ofPage('1.txt'), ofPage('in/3.txt')])
    await loader.configEdited(
      `${home}/corpus.json`,
      text.replace('in/3', '2').replace('"规范/', '"'),
    )
    assert.deepEqual(
      workspace.snapshot().corpora.flatMap((each) => each.problems.length),
      [2, 0],
    )
  })

  it('knows of annotations without a page which page has their text now', async () => {
    const header = printRecord(headerOf(textView('甲乙'), 'a.txt'))
    const { loader, disk } = setUp({
      'corpus.json': '{}',
      'a.txt': '甲乙',
      'a.anno.jsonl': header,
      'a.anno.王.jsonl': header,
      'c.txt': '甲乙',
      'c.anno.jsonl': header,
      'd.txt': '丙',
    })
    const strays = (page: string) =>
      loader.straysOf(`${home}/${page}`).map((uri) => decodeURI(uri.slice(home.length + 1)))
    await loader.load([folder()])
    assert.deepEqual(strays('c.txt'), [])
    disk.delete('a.txt')
    disk.set('in/b.txt', '甲乙')
    const told = await loader.changed([
      { uri: `${home}/a.txt`, kind: 'deleted' },
      { uri: `${home}/in/b.txt`, kind: 'created' },
    ])
    assert.ok(told.includes(`${home}/c.txt`))
    const pages = ['in/b.txt', 'c.txt', 'd.txt']
    const both = ['a.anno.jsonl', 'a.anno.王.jsonl']
    assert.deepEqual(pages.map(strays), [both, ['a.anno.王.jsonl'], []])
    disk.delete('a.anno.jsonl')
    disk.set('in/b.anno.jsonl', header)
    await loader.changed([
      { uri: `${home}/a.anno.jsonl`, kind: 'deleted' },
      { uri: `${home}/in/b.anno.jsonl`, kind: 'created' },
    ])
    assert.deepEqual(pages.map(strays), [['a.anno.王.jsonl'], ['a.anno.王.jsonl'], []])
  })

  it('says of globs of the setting that they are too many', async () => {
    const { loader, corpora } = setUp({ 'a.txt': '' })
    const report = await loader.load([folder('', ['{a,aa}'.repeat(30)])])
    assert.deepEqual(report.faults, [
      '"biaozhu.pages" of home: at most 1000 globs are expected, with what braces stand for, and 20000 characters.',
    ])
    assert.deepEqual(corpora(), [])
  })

  it('takes up a page that is made while the folder is walked', async () => {
    const { disk, loader, corpora } = setUp({ 'corpus.json': '{}', '1.txt': '' })
    const loading = loader.load([folder()])
    // The walk of the files has read the names by now; that there are corpora is not known yet.
    disk.set('2.txt', '')
    const told = loader.changed([{ uri: `${home}/2.txt`, kind: 'created' }])
    await Promise.all([loading, told])
    assert.deepEqual(corpora(), [': 1.txt, 2.txt'])
  })

  it('takes the setting for a folder that has no corpus.json', async () => {
    const { loader, corpora } = setUp({
      'a/1.txt': '',
      'a/1.md': '',
      'b/corpus.json': '{}',
      'b/2.txt': '',
    })
    await loader.load([folder('/a/', ['*.md']), folder('/b', ['*.md']), folder('/c')])
    assert.deepEqual(corpora(), ['/a: 1.md', '/b: 2.txt'])
  })

  it('analyses every page once and counts them', async () => {
    const { loader, analyser } = setUp({
      'corpus.json': '{}',
      '1.txt': '【甲】',
      '2.txt': '',
      '3.txt': undefined,
    })
    const seen: string[] = []
    const report = await loader.load([folder()], {
      progress: (done, total) => seen.push(`${done}/${total}`),
    })
    assert.deepEqual(report, { pages: 3, unreadable: 1, outside: [], faults: [], cancelled: false })
    assert.deepEqual([seen.at(0), seen.at(-1)], ['0/3', '3/3'])
    assert.deepEqual(analyser.analysed, ['【甲】', ''])
  })

  it('stops when it is cancelled', async () => {
    const { loader, corpora } = setUp({
      'corpus.json': '{}',
      '1.txt': '',
      '2.txt': '',
      '3.txt': '',
    })
    let asked = 0
    const report = await loader.load([folder()], { cancelled: () => ++asked > 2 })
    assert.deepEqual(report, { pages: 2, unreadable: 0, outside: [], faults: [], cancelled: true })
    assert.deepEqual(corpora(), [': 1.txt, 2.txt'])
  })

  it('stops when a later load takes over', async () => {
    const { loader, corpora } = setUp({
      'a/corpus.json': '{}',
      'a/1.txt': '',
      'b/corpus.json': '{}',
      'b/2.txt': '',
    })
    const [first] = await Promise.all([loader.load([folder('/a')]), loader.load([folder('/b')])])
    assert.equal(first.cancelled, true)
    assert.deepEqual(corpora(), ['/b: 2.txt'])
  })

  it('follows pages that are created, changed and deleted', async () => {
    const { disk, loader, corpora, workspace } = setUp({
      'corpus.json': '{}',
      '1.txt': '一',
      'f/2.txt': '',
    })
    await loader.load([folder()])
    disk.set('1.txt', '二').set('3.txt', '').delete('f/2.txt')
    await loader.changed([
      { uri: `${home}/1.txt`, kind: 'changed' },
      { uri: `${home}/3.txt`, kind: 'created' },
      { uri: `${home}/other.md`, kind: 'created' },
      { uri: `${home}/f`, kind: 'deleted' },
    ])
    assert.deepEqual(corpora(), [': 1.txt, 3.txt'])
    assert.equal(workspace.snapshot().corpora[0]?.documents[0]?.text, '二')
  })

  it('follows a folder that appears whole', async () => {
    const { disk, loader, corpora } = setUp({ 'corpus.json': '{}' })
    await loader.load([folder()])
    disk.set('f/1.txt', '').set('f/2.txt', '')
    await loader.changed([{ uri: `${home}/f`, kind: 'created' }])
    assert.deepEqual(corpora(), [': f/1.txt, f/2.txt'])
  })

  it('follows a folder that goes with its corpus.json', async () => {
    const { disk, loader, corpora } = setUp({ 'f/corpus.json': '{}', 'f/1.txt': '' })
    await loader.load([folder()])
    disk.clear()
    await loader.changed([{ uri: `${home}/f`, kind: 'deleted' }])
    assert.deepEqual(corpora(), [])
  })

  it('follows corpus.json: created, changed, broken, mended, deleted', async () => {
    const { disk, loader, corpora, workspace } = setUp({ '1.txt': '', '2.md': '' })
    const write = async (text: string | undefined) => {
      if (text === undefined) disk.delete('corpus.json')
      else disk.set('corpus.json', text)
      await loader.changed([{ uri: `${home}/corpus.json`, kind: 'changed' }])
      const problems = workspace.snapshot().corpora[0]?.problems.length
      return [corpora(), problems]
    }
    await loader.load([folder()])
    assert.deepEqual(corpora(), [])
    assert.deepEqual(await write('{}'), [[': 1.txt'], 0])
    assert.deepEqual(await write('{"pages":["*.md"]}'), [[': 2.md'], 0])
    assert.deepEqual(await write('{"pages":["*.txt",'), [[': 2.md'], 1])
    assert.deepEqual(await write('{"pages":["*"]}'), [[': 1.txt, 2.md'], 0])
    assert.deepEqual(await write(undefined), [[], undefined])
  })

  it('follows a corpus.json in an editor before it is saved', async () => {
    const { loader, workspace, reads } = setUp({ 'corpus.json': '{}', '1.txt': '', '2.txt': '' })
    const uri = `${home}/corpus.json`
    const types = () => workspace.snapshot().corpora[0]?.schema.types.map(({ name }) => name)
    const problems = () => workspace.snapshot().corpora[0]?.problems.length
    await loader.load([folder()])
    reads.length = 0
    assert.equal(await loader.configEdited(uri, '{}'), 'nothing')
    assert.equal(await loader.configEdited(uri, '{"schema":{"types":["甲"]}}'), 'definitions')
    assert.deepEqual([types(), problems()], [['甲'], 0])
    const document = workspace.snapshot().corpora[0]?.documents[0]
    assert.equal(await loader.configEdited(uri, '{"schema":{"types":["甲",'), 'definitions')
    assert.deepEqual([types(), problems()], [['甲'], 1])
    assert.equal(loader.configText(uri), '{"schema":{"types":["甲",')
    assert.equal(workspace.snapshot().corpora[0]?.documents[0], document)
    assert.equal(await loader.configEdited(uri, undefined), 'definitions')
    assert.deepEqual([types()?.length, problems()], [11, 0])
    assert.deepEqual(reads, [])
  })

  it('reads only pages that are new after the globs have changed, all after the encoding has', async () => {
    const { loader, corpora, reads } = setUp({ 'corpus.json': '{}', '1.txt': '', '2.md': '' })
    const uri = `${home}/corpus.json`
    const edit = async (text: string) => {
      reads.length = 0
      const changed = await loader.configEdited(uri, text)
      return [changed, corpora(), reads.filter((path) => path !== 'corpus.json')]
    }
    await loader.load([folder()])
    assert.deepEqual(await edit('{"pages":["*"]}'), ['pages', [': 1.txt, 2.md'], ['2.md']])
    assert.deepEqual(await edit('{"pages":["*.md"]}'), ['pages', [': 2.md'], []])
    assert.deepEqual(await edit('{"pages":["*"]}'), ['pages', [': 1.txt, 2.md'], ['1.txt']])
    assert.deepEqual(await edit('{"pages":["*"],"encoding":"big5"}'), [
      'pages',
      [': 1.txt, 2.md'],
      ['1.txt', '2.md'],
    ])
  })

  it('reads a page again that left its corpus for the time of two edits', async () => {
    const { loader, corpora } = setUp({ 'corpus.json': '{}', '1.txt': '' })
    await loader.load([folder()])
    await Promise.all([
      loader.configEdited(`${home}/corpus.json`, '{"pages":["*.md"]}'),
      loader.configEdited(`${home}/corpus.json`, '{"pages":["*.txt"]}'),
    ])
    assert.deepEqual(corpora(), [': 1.txt'])
  })

  it('takes the text of an editor that was open before the folder was read', async () => {
    const { loader, workspace } = setUp({ 'corpus.json': '{}' })
    await loader.configEdited(`${home}/corpus.json`, '{"schema":{"types":["甲"]}}')
    await loader.load([folder()])
    assert.equal(workspace.snapshot().corpora[0]?.schema.types.length, 1)
  })

  it('keeps the text of an editor when the file is saved by another hand', async () => {
    const { disk, loader, workspace } = setUp({ 'corpus.json': '{}' })
    const uri = `${home}/corpus.json`
    const name = () => workspace.snapshot().corpora[0]?.config.name
    await loader.load([folder()])
    await loader.configEdited(uri, '{"name":"甲"}')
    disk.set('corpus.json', '{"name":"乙"}')
    await loader.changed([{ uri, kind: 'changed' }])
    assert.equal(name(), '甲')
    await loader.configEdited(uri, undefined)
    assert.equal(name(), '乙')
  })
})
