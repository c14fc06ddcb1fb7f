import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'mocha'
import { type Diagnostic, FileChangeType, type LocationLink } from 'vscode-languageserver/node'
import { defaultSchema } from '../../server/src/annotation/schema/schema.ts'
import { emptyFolder, startClient, type TestClient } from './client.ts'

const onDisk = '{\n  "name": "报"\n}\n'

describe('the schema of a corpus', () => {
  let client: TestClient
  let folder: string
  let version = 1
  before(async () => {
    folder = emptyFolder()
    writeFileSync(join(folder, 'corpus.json'), onDisk)
    writeFileSync(join(folder, 'a.txt'), '嘉兴市总工会召开会议。\n')
    client = await startClient({ folder })
    await client.open('corpus.json')
  })
  after(() => client.stop())

  const types = async () =>
    (await client.own('biaozhu/schema', { uri: client.uri('a.txt') }))?.types ?? []
  const diagnostics = (): readonly Diagnostic[] | undefined =>
    client.received
      .flatMap(({ method, params }) =>
        method === 'textDocument/publishDiagnostics'
          ? [(params as { diagnostics: Diagnostic[] }).diagnostics]
          : [],
      )
      .at(-1)
  const edit = (text: string): Promise<void> => client.change('corpus.json', ++version, [{ text }])
  /** Resolves when the page's corpus has types of these names. */
  const typesAre = async (...names: readonly string[]): Promise<void> => {
    while (true) {
      const changed = client.next('biaozhu/changed')
      if ((await types()).map(({ name }) => name).join() === names.join()) return
      await changed
    }
  }

  it('is the default one where corpus.json says nothing', async () => {
    const found = await types()
    assert.equal(found.length, 11)
    assert.deepEqual(found[0], { name: 'Initiative', label: 'Initiative', key: '1' })
    assert.equal(await client.own('biaozhu/schema', { uri: client.uri('b.txt') }), null)
  })

  it('changes while corpus.json is edited, before it is saved', async () => {
    await edit(
      '{ "schema": { "types": ["机构", { "name": "工会", "parent": "机构", "key": "5" }] } }',
    )
    await typesAre('机构', '工会')
    assert.deepEqual(
      (await types()).map(({ name, key, parent }) => [name, key, parent]),
      [
        ['机构', '1', undefined],
        ['工会', '5', '机构'],
      ],
    )
    assert.ok((await client.own('biaozhu/types', {})).some(({ name }) => name === '工会'))
  })

  it('is where Go to Type Definition leads, as it stands in the editor', async () => {
    await edit('{ "schema": { "types": ["Place", { "name": "Organization" }] } }')
    await typesAre('Place', 'Organization')
    const links = await client.standard<LocationLink[]>('textDocument/typeDefinition', {
      textDocument: { uri: client.uri('a.txt') },
      position: { line: 0, character: 2 },
    })
    assert.deepEqual(
      links.map(({ targetUri, targetSelectionRange: { start, end } }) => [targetUri, start, end]),
      [[client.uri('corpus.json'), { line: 0, character: 43 }, { line: 0, character: 57 }]],
    )
  })

  it('has mistakes at their place, and stays what it was', async () => {
    await edit(
      '{\n  "schema": {\n    "types": [\n      { "name": "机构", "colour": "red" }\n    ]\n  }\n}',
    )
    await client.until(() => (diagnostics()?.length ?? 0) > 0)
    assert.deepEqual(diagnostics(), [
      {
        range: { start: { line: 3, character: 32 }, end: { line: 3, character: 37 } },
        severity: 2,
        source: 'biaozhu',
        message: '"colour": a colour is expected: "#d9c2f0".',
      },
    ])
    assert.equal((await types()).length, 2)
  })

  it('is that of the file on disk when the editor is closed without saving', async () => {
    await client.close('corpus.json')
    await typesAre(...defaultSchema.types.map(({ name }) => name))
    await client.until(() => diagnostics()?.length === 0)
  })

  it('makes pages stale that were done with another one, and says so of all pages', async () => {
    const uri = client.uri('a.txt')
    const progress = async () =>
      (await client.own('biaozhu/pageStates', { uris: [uri] })).map((each) => each.progress)
    await client.standard('workspace/executeCommand', {
      command: 'biaozhu.server.done',
      arguments: [{ uri, force: true }],
    })
    assert.deepEqual(await progress(), ['done'])
    const told = client.next('biaozhu/changed', ({ pages }) => pages.includes(uri))
    writeFileSync(join(folder, 'corpus.json'), '{ "schema": { "types": ["机构"] } }')
    const changes = [{ uri: client.uri('corpus.json'), type: FileChangeType.Changed }]
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes })
    await told
    assert.deepEqual(await progress(), ['stale'])
  })
})
