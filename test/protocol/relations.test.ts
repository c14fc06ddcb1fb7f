/** Relations, corrections of the text, structure and layers, as any client asks for them. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { AnyAnswer, Range } from '../../server/src/protocol.ts'
import { eventually } from '../eventually.ts'
import { emptyFolder, fullCapabilities, startClient, type TestClient } from './client.ts'

const text =
  '某市送清凉\n\n记者周静报道 昨天永州市总工会开展“安康杯”竞赛活动,老板座淡后说好。\n\n某县培训\n\n今天培训职工。\n'

describe('beyond marks, over the protocol', () => {
  let folder: string
  let client: TestClient
  beforeEach(async () => {
    folder = emptyFolder()
    writeFileSync(join(folder, 'corpus.json'), '{ "images": "scans/{name}.jpg" }')
    writeFileSync(join(folder, '1.txt'), text)
    client = await startClient({ folder, initializationOptions: { annotator: '王丽' } })
    await client.open('1.txt')
  })
  afterEach(() => client.stop())

  const run = (name: string, values: object): Promise<AnyAnswer> =>
    client.standard('workspace/executeCommand', {
      command: `biaozhu.server.${name}`,
      arguments: [{ uri: client.uri('1.txt'), ...values }],
    })

  it('joins two suggestions by their ranges, and shows that both ways', async () => {
    const from = { range: rangeOf('“安康杯”竞赛活动'), type: 'Initiative' }
    const to = { range: rangeOf('永州市总工会'), type: 'Organization' }
    const attributes = { part: 'host' }
    const answer = await run('attach', { from, to, type: 'actor', attributes })
    assert.equal(answer.kind, 'done', JSON.stringify(answer))
    await eventually(() => /"kind":"relation".*"part":"host"/.test(sidecar()))
    const uri = client.uri('1.txt')
    const found = await client.own('biaozhu/relations', { uri, position: to.range.start })
    assert.deepEqual(
      found?.items.map(({ relation, direction, text, values }) => [
        ...[relation, direction, text, ...values],
      ]),
      [['actor', 'in', '“安康杯”竞赛活动', 'host']],
    )
    const related = await client.own('biaozhu/related', { uri, position: from.range.start })
    assert.deepEqual(related, [to.range])
    const highlights = await client.standard<readonly { kind?: number }[]>(
      'textDocument/documentHighlight',
      { textDocument: { uri }, position: from.range.start },
    )
    assert.deepEqual(
      highlights.map(({ kind }) => kind),
      [undefined, 2],
    )
  })

  it('keeps what the source said when the text is corrected, saved and recorded', async () => {
    const asked = await run('correctText', { range: rangeOf('座淡'), text: '座谈' })
    assert.ok(asked.kind === 'answer')
    const { edit, record } = asked.answer as {
      edit: { range: Range; text: string }
      record: object
    }
    await client.change('1.txt', 2, [edit])
    const early = await run('recordCorrection', record)
    assert.equal(early.kind === 'refused' && early.reason, 'unsaved')
    writeFileSync(join(folder, '1.txt'), text.replace('座淡', '座谈'))
    const done = await run('recordCorrection', record)
    assert.equal(done.kind, 'done', JSON.stringify(done))
    const uri = client.uri('1.txt')
    const [correction] = await client.own('biaozhu/corrections', { uri })
    assert.deepEqual(
      [correction?.was, correction?.now, correction?.location.range, correction?.who],
      ['座淡', '座谈', rangeOf('座淡'), '王丽'],
    )
    await eventually(() => /"kind":"correction".*"was":"座淡"/.test(sidecar()))
  })

  it('has the client make the edit, and records it when the page is saved', async () => {
    await client.stop()
    const capabilities = { ...fullCapabilities, workspace: { applyEdit: true } }
    client = await startClient({
      folder,
      capabilities,
      initializationOptions: { annotator: '王丽' },
    })
    await client.open('1.txt')
    const uri = client.uri('1.txt')
    const asked: object[] = []
    client.connection.onRequest('workspace/applyEdit', ({ edit }) => {
      asked.push(edit.changes[uri])
      return { applied: true }
    })
    await run('correctText', { range: rangeOf('座淡'), text: '座谈', apply: true })
    assert.deepEqual(asked, [[{ range: rangeOf('座淡'), newText: '座谈' }]])
    await client.change('1.txt', 2, [{ range: rangeOf('座淡'), text: '座谈' }])
    assert.equal((await client.own('biaozhu/corrections', { uri })).length, 0)
    writeFileSync(join(folder, '1.txt'), text.replace('座淡', '座谈'))
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } })
    await eventually(() => /"kind":"correction".*"was":"座淡"/.test(sidecar()))
  })

  it('joins blocks by two positions', async () => {
    const [from, to] = [rangeOf('说好').start, rangeOf('今天').start]
    const answer = await run('continuesAt', { from, to, value: true })
    assert.equal(answer.kind, 'done', JSON.stringify(answer))
    const article = await client.own('biaozhu/logicalArticle', {
      uri: client.uri('1.txt'),
      article: 0,
    })
    assert.match(article?.text ?? '', /说好。今天培训职工。/)
  })

  it('knows scan and layers of a page', async () => {
    const uri = client.uri('1.txt')
    const scan = await client.own('biaozhu/scan', { uri })
    assert.equal(scan, pathToFileURL(join(folder, 'scans', '1.jpg')).href)
    await run('accept', { range: rangeOf('永州市总工会'), type: 'Organization' })
    await eventually(() => sidecar() !== '')
    writeFileSync(join(folder, '1.anno.李明.jsonl'), sidecar())
    assert.deepEqual(await client.own('biaozhu/layers', { uri }), ['李明'])
    const layer = await client.own('biaozhu/layer', { uri, name: '李明' })
    assert.deepEqual(layer?.marks[0]?.ranges, [rangeOf('永州市总工会')])
    assert.equal(await client.own('biaozhu/layer', { uri, name: '../1' }), null)
  })

  const sidecar = (): string => {
    const path = join(folder, '1.anno.jsonl')
    return existsSync(path) ? readFileSync(path, 'utf8') : ''
  }
})

/** Of words that stand in one line. */
function rangeOf(words: string): Range {
  const before = text.slice(0, text.indexOf(words)).split('\n')
  const [line, character] = [before.length - 1, before.at(-1)?.length ?? 0]
  return { start: { line, character }, end: { line, character: character + words.length } }
}
