import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, it } from 'mocha'
import type { SemanticTokens } from 'vscode-languageserver/node'
import { emptyFolder, startClient } from './client.ts'

describe('settings', () => {
  it('make a folder without corpus.json a corpus', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'a.page'), '嘉兴市总工会。')
    const client = await startClient({ folder })
    assert.deepEqual(await client.own('biaozhu/corpora', {}), [])
    const again = client.next('biaozhu/changed', ({ pages }) => pages.length === 1)
    const pages = { [pathToFileURL(folder).href]: ['*.page'] }
    await client.connection.sendNotification('biaozhu/settings', { pages })
    await again
    assert.equal((await client.own('biaozhu/corpora', {}))[0]?.pages, 1)
    await client.stop()
  })

  it('hide suggestions, and have the open editors ask again', async () => {
    const client = await startClient()
    const page = '000_43f4299937225fbf.txt'
    await client.open(page)
    const textDocument = { uri: client.uri(page) }
    const count = async (): Promise<number> =>
      (await client.standard<SemanticTokens>('textDocument/semanticTokens/full', { textDocument }))
        .data.length
    assert.ok((await count()) > 0)
    const asked = client.received.length
    await client.connection.sendNotification('biaozhu/settings', { suggestions: false })
    await client.until(() =>
      client.received
        .slice(asked)
        .some(({ method }) => method === 'workspace/semanticTokens/refresh'),
    )
    assert.equal(await count(), 0)
    assert.deepEqual((await client.marks(textDocument.uri))?.marks, [])
    await client.stop()
  })

  it('hide suggestions that are less sure, and keep them in the panels', async () => {
    const client = await startClient()
    const page = '000_43f4299937225fbf.txt'
    await client.open(page)
    const textDocument = { uri: client.uri(page) }
    const count = async (): Promise<number> =>
      (await client.marks(textDocument.uri))?.marks.length ?? 0
    const all = await count()
    const entities = (await client.own('biaozhu/entities', {})).length
    await client.connection.sendNotification('biaozhu/settings', { minimumConfidence: 0.8 })
    const sure = await count()
    assert.ok(sure > 0 && sure < all, `${sure} of ${all}`)
    assert.equal((await client.own('biaozhu/entities', {})).length, entities)
    await client.stop()
  })

  it('of the wrong form are ignored', async () => {
    const client = await startClient()
    await client.connection.sendNotification('biaozhu/settings', {
      pages: 7,
      suggestions: 'no',
      minimumConfidence: '1',
    })
    await client.connection.sendNotification('biaozhu/settings', null)
    assert.equal((await client.own('biaozhu/corpora', {}))[0]?.pages, 5)
    await client.stop()
  })
})

describe('workspace folders', () => {
  it('come and go', async () => {
    const client = await startClient({ folder: emptyFolder() })
    const folder = emptyFolder()
    mkdirSync(join(folder, 'sub'))
    writeFileSync(join(folder, 'sub/corpus.json'), '{"name": "子语料"}')
    writeFileSync(join(folder, 'sub/a.txt'), '嘉兴市总工会。')
    const added = { uri: pathToFileURL(folder).href, name: 'more' }
    const names = async (): Promise<readonly string[]> =>
      (await client.own('biaozhu/corpora', {})).map(({ name }) => name)
    const change = async (event: object): Promise<void> => {
      const changed = client.next('biaozhu/indexing', ({ done, total }) => done === total)
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event })
      await changed
    }
    await change({ added: [added], removed: [] })
    assert.deepEqual(await names(), ['子语料'])
    await change({ added: [], removed: [added] })
    assert.deepEqual(await names(), [])
    await client.stop()
  })
})
