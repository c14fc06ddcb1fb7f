import assert from 'node:assert/strict'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'mocha'
import { FileChangeType, type SemanticTokens } from 'vscode-languageserver/node'
import { eventually } from '../eventually.ts'
import { emptyFolder, startClient, type TestClient } from './client.ts'

const article = '总工会推出新活动\n\n本报讯 今年5月,嘉善县总工会开展“安康杯”竞赛活动。\n'

/** Text as GB18030, for characters of its two-byte part. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytes = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const pair = [lead, trail]
      if (trail !== 0x7f) bytes.set(decoder.decode(Uint8Array.from(pair)), pair)
    }
  }
  return Buffer.from([...text].flatMap((char) => bytes.get(char) ?? [char.charCodeAt(0)]))
}

describe('odd files', () => {
  let client: TestClient
  let folder: string
  before(async () => {
    folder = emptyFolder()
    writeFileSync(join(folder, 'corpus.json'), '{"pages": ["**/*.txt"], "encoding": 3}')
    writeFileSync(join(folder, 'gb.txt'), gb18030(article))
    writeFileSync(join(folder, 'binary.txt'), Buffer.from([0x89, 0x50, 0, 1, 2, 0, 0xff, 0, 0, 0]))
    writeFileSync(join(folder, 'crlf.txt'), `\ufeff${article.replaceAll('\n', '\r\n')}`)
    writeFileSync(join(folder, '空.txt'), '')
    writeFileSync(join(folder, 'plain.txt'), article)
    writeFileSync(join(folder, 'large.txt'), article.repeat(60_000))
    client = await startClient({ folder })
  })
  after(() => client.stop())

  const types = async (file: string): Promise<number> => {
    const textDocument = { uri: client.uri(file) }
    const { data } = await client.standard<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    })
    return data.length / 5
  }
  const changed = (file: string, type: FileChangeType): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri(file), type }],
    })

  it('are counted: a binary file is no page', async () => {
    const [corpus] = await client.own('biaozhu/corpora', {})
    assert.equal(corpus?.binary, 1)
    assert.equal(corpus?.pages, 5)
    const info = await client.own('biaozhu/pageInfo', { uri: client.uri('binary.txt') })
    assert.equal(info.state, 'binary')
    assert.ok(client.log.some((line) => line.includes('1 binary files were skipped')))
  })

  it('are read in their encoding', async () => {
    const info = await client.own('biaozhu/pageInfo', { uri: client.uri('gb.txt') })
    assert.equal(info.encoding, 'gb18030')
    assert.equal(await types('gb.txt'), await types('plain.txt'))
    assert.ok((await types('gb.txt')) > 0)
  })

  it('are not analysed in the wrong encoding', async () => {
    await client.open('gb.txt', new TextDecoder().decode(gb18030(article)))
    const { state } = await client.own('biaozhu/pageInfo', { uri: client.uri('gb.txt') })
    assert.equal(state, 'garbled')
    assert.equal(await types('gb.txt'), 0)
    await client.close('gb.txt')
    assert.ok((await types('gb.txt')) > 0)
  })

  it('may have a byte order mark and any line breaks', async () => {
    assert.equal(await types('crlf.txt'), await types('plain.txt'))
  })

  it('may be too large to be analysed, or empty', async () => {
    const info = await client.own('biaozhu/pageInfo', { uri: client.uri('large.txt') })
    assert.equal(info.state, 'tooLarge')
    assert.equal(await types('large.txt'), 0)
    const textDocument = { uri: client.uri('large.txt') }
    const here = { textDocument, position: { line: 2, character: 20 } }
    assert.deepEqual(await client.standard('textDocument/documentHighlight', here), [])
    assert.ok(client.log.some((line) => line.includes('too large for suggestions: large.txt')))
    assert.equal(await types('空.txt'), 0)
  })

  it('may hold any characters', async () => {
    await client.open('plain.txt', `\u0000${article}𠮷\ud800\udfff\ud800${article}\u2028`)
    assert.ok((await types('plain.txt')) > 0)
    await client.close('plain.txt')
  })

  it('stay open when they are deleted, and are gone when they are closed', async () => {
    writeFileSync(join(folder, 'short-lived.txt'), article)
    await changed('short-lived.txt', FileChangeType.Created)
    await eventually(async () => (await types('short-lived.txt')) > 0)
    await client.open('short-lived.txt')
    rmSync(join(folder, 'short-lived.txt'))
    const deleted = client.next('biaozhu/changed')
    await changed('short-lived.txt', FileChangeType.Deleted)
    await deleted
    assert.ok((await types('short-lived.txt')) > 0)
    await client.close('short-lived.txt')
    assert.equal(await types('short-lived.txt'), 0)
  })

  it('are followed when a folder of them is renamed', async () => {
    mkdirSync(join(folder, 'old'))
    writeFileSync(join(folder, 'old/页.txt'), article)
    await changed('old/页.txt', FileChangeType.Created)
    await eventually(async () => (await types('old/页.txt')) > 0)
    renameSync(join(folder, 'old'), join(folder, 'new'))
    await client.connection.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: client.uri('old'), newUri: client.uri('new') }],
    })
    await eventually(async () => (await types('new/页.txt')) > 0)
    assert.equal(await types('old/页.txt'), 0)
  })

  it('include a corpus.json with mistakes, which are diagnostics until they are mended', async () => {
    const diagnostics = (): { readonly message: string }[] =>
      client.received.flatMap(({ method, params }) =>
        method === 'textDocument/publishDiagnostics'
          ? [(params as { diagnostics: { message: string }[] }).diagnostics[0] ?? { message: '' }]
          : [],
      )
    await client.until(() => diagnostics().length > 0)
    assert.match(diagnostics().at(-1)?.message ?? '', /^"encoding": the name of an encoding/)
    writeFileSync(join(folder, 'corpus.json'), '{}')
    await changed('corpus.json', FileChangeType.Changed)
    await client.until(() => diagnostics().at(-1)?.message === '')
  })
})

describe('an empty folder', () => {
  it('is no corpus until it has a corpus.json', async () => {
    const folder = emptyFolder()
    const client = await startClient({ folder })
    assert.deepEqual(await client.own('biaozhu/corpora', {}), [])
    writeFileSync(join(folder, 'a.txt'), article)
    writeFileSync(join(folder, 'corpus.json'), '{}')
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('corpus.json'), type: FileChangeType.Created }],
    })
    await eventually(async () => (await client.own('biaozhu/corpora', {}))[0]?.pages === 1)
    await client.stop()
  })
})
