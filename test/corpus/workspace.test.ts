import assert from 'node:assert/strict'
import { defaultConfig } from '../../server/src/corpus/config/config.ts'
import { findPage } from '../../server/src/corpus/snapshot/model.ts'
import { bracketAnalyser, definition, file, root, workspaceOf } from './in-memory.ts'

const a = `${root}/a.txt`

describe('workspace', () => {
  it('lists the pages of a corpus sorted by path', () => {
    const { corpora } = workspaceOf({
      'b.txt': '',
      'a/z.txt': '',
      'a.txt': '',
      'x.md': '',
    }).snapshot()
    assert.deepEqual(
      corpora[0]?.documents.map(({ path }) => path),
      ['a.txt', 'a/z.txt', 'b.txt'],
    )
  })

  it('leaves a snapshot as it was when something changes', () => {
    const workspace = workspaceOf({ 'a.txt': '一' })
    const before = workspace.snapshot()
    workspace.apply({ kind: 'text', uri: a, version: 2, text: '二' })
    assert.equal(findPage(before, a)?.document.text, '一')
    assert.equal(findPage(workspace.snapshot(), a)?.document.text, '二')
    assert.equal(workspace.snapshot().revision, before.revision + 1)
  })

  it('shows an open page over its file, and the file again when it is closed', () => {
    const workspace = workspaceOf({ 'a.txt': '盘上' })
    workspace.apply({ kind: 'open', uri: a, version: 1, text: '编辑' })
    workspace.apply({ kind: 'file', uri: a, content: file('盘上二') })
    assert.equal(findPage(workspace.snapshot(), a)?.document.text, '编辑')
    workspace.apply({ kind: 'close', uri: a })
    const closed = findPage(workspace.snapshot(), a)?.document
    assert.deepEqual([closed?.text, closed?.version], ['盘上二', undefined])
  })

  it('takes an editor’s text for that of the file where line breaks and a byte order mark are all that differ', () => {
    const workspace = workspaceOf({ 'a.txt': '一\n二' })
    const saved = (text: string): boolean | undefined => {
      workspace.apply({ kind: 'open', uri: a, version: 1, text })
      return findPage(workspace.snapshot(), a)?.document.saved
    }
    assert.deepEqual(['\uFEFF一\n二', '\uFEFF一\r\n二', '一\r\n二'].map(saved), [true, true, true])
    assert.deepEqual(['\uFEFF\uFEFF一\n二', '一二'].map(saved), [false, false])
  })

  it('analyses a text once: opened, saved and closed unchanged', () => {
    const analyser = bracketAnalyser()
    const workspace = workspaceOf({ 'a.txt': '【甲】' }, analyser)
    const mentions = () => findPage(workspace.snapshot(), a)?.document.mentions
    const first = mentions()
    workspace.apply({ kind: 'open', uri: a, version: 1, text: '【甲】' })
    assert.equal(mentions(), first)
    workspace.apply({ kind: 'text', uri: a, version: 2, text: '【乙】' })
    const second = mentions()
    workspace.apply({ kind: 'file', uri: a, content: file('【乙】') })
    workspace.apply({ kind: 'close', uri: a })
    assert.equal(mentions(), second)
    assert.deepEqual(analyser.analysed, ['【甲】', '【乙】'])
  })

  it('analyses nothing that nobody asks for', () => {
    const analyser = bracketAnalyser()
    const workspace = workspaceOf({ 'a.txt': '【甲】' }, analyser)
    for (let version = 1; version < 9; version++) {
      workspace.apply({ kind: 'text', uri: a, version, text: `【${version}】` })
    }
    assert.deepEqual(analyser.analysed, [])
  })

  it('keeps the page object where only other pages changed', () => {
    const workspace = workspaceOf({ 'a.txt': '一', 'b.txt': '二' })
    const before = findPage(workspace.snapshot(), a)?.document
    workspace.apply({ kind: 'text', uri: `${root}/b.txt`, version: 1, text: '三' })
    workspace.apply({ kind: 'corpora', corpora: [definition()] })
    workspace.apply({ kind: 'file', uri: a, content: file('一') })
    assert.equal(findPage(workspace.snapshot(), a)?.document, before)
  })

  it('gives a page to the innermost corpus', () => {
    const workspace = workspaceOf({ 'sub/a.txt': '一', 'b.txt': '二' })
    const inner = definition({ root: `${root}/sub` })
    workspace.apply({ kind: 'corpora', corpora: [definition(), inner] })
    const found = findPage(workspace.snapshot(), `${root}/sub/a.txt`)
    assert.deepEqual([found?.corpus.root, found?.document.path], [inner.root, 'a.txt'])
    assert.deepEqual(
      workspace.snapshot().corpora.map(({ documents }) => documents.length),
      [1, 1],
    )
  })

  it('follows the globs of the corpus', () => {
    const workspace = workspaceOf({ 'a.txt': '一', '.git/a.txt': '二', 'node_modules/c.txt': '三' })
    const only = { ...defaultConfig, pages: ['pages/**/*.txt', '!**/draft*'] }
    const paths = () => workspace.snapshot().corpora[0]?.documents.map(({ path }) => path)
    assert.deepEqual(paths(), ['a.txt'])
    workspace.apply({ kind: 'corpora', corpora: [definition({ config: only })] })
    workspace.apply({ kind: 'file', uri: `${root}/pages/1/x.txt`, content: file('') })
    workspace.apply({ kind: 'file', uri: `${root}/pages/draft.txt`, content: file('') })
    assert.deepEqual(paths(), ['pages/1/x.txt'])
  })

  it('suggests no type that the schema lacks, and does when it gets it', () => {
    const analyser = bracketAnalyser()
    const workspace = workspaceOf({ 'a.txt': '【甲】' }, analyser)
    const suggested = () => findPage(workspace.snapshot(), a)?.document.mentions.length
    const schema = { types: [{ name: '劳模', labelZh: '劳模', superType: 'type' }] }
    const other = definition({ config: { ...defaultConfig, schema } })
    assert.equal(suggested(), 1)
    workspace.apply({ kind: 'corpora', corpora: [other] })
    assert.equal(suggested(), 0)
    workspace.apply({ kind: 'corpora', corpora: [definition()] })
    assert.equal(suggested(), 1)
    assert.equal(analyser.analysed.length, 1)
  })

  it('counts a binary file and does not list it', () => {
    const workspace = workspaceOf({})
    workspace.apply({ kind: 'file', uri: a, content: file('', { state: 'binary' }) })
    const corpus = () => workspace.snapshot().corpora[0]
    assert.deepEqual(
      [corpus()?.binary, corpus()?.isBinary(a), corpus()?.documents.length],
      [1, true, 0],
    )
    workspace.apply({ kind: 'file', uri: a, content: file('一') })
    assert.deepEqual([corpus()?.binary, corpus()?.documents.length], [0, 1])
  })

  it('forgets a page that is deleted, and keeps it while it is open', () => {
    const workspace = workspaceOf({ 'a.txt': '一' })
    workspace.apply({ kind: 'open', uri: a, version: 1, text: '一' })
    workspace.apply({ kind: 'file', uri: a, content: undefined })
    assert.equal(findPage(workspace.snapshot(), a)?.document.text, '一')
    workspace.apply({ kind: 'close', uri: a })
    assert.equal(findPage(workspace.snapshot(), a), undefined)
  })

  it('knows a page by any spelling of its uri and answers with the editor’s', () => {
    const workspace = workspaceOf({ '%E7%89%88%281%29.txt': '一' })
    const spelled = `${root}/版(1).txt`
    assert.equal(findPage(workspace.snapshot(), spelled)?.document.path, '版(1).txt')
    workspace.apply({ kind: 'open', uri: spelled, version: 1, text: '二' })
    assert.equal(workspace.snapshot().corpora[0]?.documents.length, 1)
    assert.equal(findPage(workspace.snapshot(), spelled)?.document.uri, spelled)
  })

  it('never analyses a buffer with more replacement characters than its file', () => {
    const analyser = bracketAnalyser()
    const workspace = workspaceOf({ 'a.txt': '【甲\uFFFD】' }, analyser)
    const page = () => findPage(workspace.snapshot(), a)?.document
    workspace.apply({ kind: 'open', uri: a, version: 1, text: '【\uFFFD\uFFFD】' })
    assert.deepEqual([page()?.state, page()?.mentions], ['garbled', []])
    workspace.apply({ kind: 'open', uri: a, version: 2, text: '【甲\uFFFD】' })
    assert.deepEqual([page()?.state, page()?.mentions.length], ['ready', 1])
  })

  it('sees that a buffer is garbled before its file is read, and after', () => {
    const workspace = workspaceOf({})
    const state = () => findPage(workspace.snapshot(), a)?.document.state
    workspace.apply({ kind: 'open', uri: a, version: 1, text: '\uFFFD\uFFFD报' })
    assert.equal(state(), 'garbled')
    workspace.apply({ kind: 'file', uri: a, content: file('\uFFFD\uFFFD报') })
    assert.equal(state(), 'ready')
  })

  it('does not analyse a page over 5 MB', () => {
    const workspace = workspaceOf({})
    workspace.apply({ kind: 'open', uri: a, version: 1, text: `【甲】${'报'.repeat(1_700_000)}` })
    const page = findPage(workspace.snapshot(), a)?.document
    assert.deepEqual([page?.state, page?.mentions], ['tooLarge', []])
  })
})
