import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { AnyAnswer, ImportPreview } from '../../server/src/protocol.ts'
import { eventually } from '../eventually.ts'
import { copyOfSeeds, emptyFolder, startClient, type TestClient } from './client.ts'

const page = '001_b66ab0af8ed20314.txt'
const sidecar = page.replace('.txt', '.anno.jsonl')

describe('export and import over the protocol', () => {
  let folder: string
  let client: TestClient
  beforeEach(async () => {
    folder = copyOfSeeds()
    client = await startClient({ folder, initializationOptions: { annotator: '王丽' } })
  })
  afterEach(() => client.stop())

  const run = (name: string, values: object): Promise<AnyAnswer> =>
    client.standard('workspace/executeCommand', {
      command: `biaozhu.server.${name}`,
      arguments: [values],
    })

  /** A brat file that has the first three characters as a place. */
  function bratFolder(): string {
    const from = emptyFolder()
    const text = readFileSync(join(folder, page), 'utf8').replace(/\r\n/g, '\n')
    const start = text.search(/\p{Script=Han}{3}/u)
    const words = text.slice(start, start + 3)
    writeFileSync(
      join(from, page.replace('.txt', '.ann')),
      `T1\tHonor ${[...text.slice(0, start)].length} ${[...text.slice(0, start)].length + 3}\t${words}\n`,
    )
    return from
  }

  function preview(from: string, layer?: string): Promise<ImportPreview> {
    const scope = { kind: 'all' } as const
    const uri = pathToFileURL(from).href
    return client.own('biaozhu/importPreview', {
      format: 'brat',
      from: uri,
      as: 'annotations',
      scope,
      ...(layer === undefined ? {} : { layer }),
    })
  }

  it('says of each format what it is for and what it would lose of these pages', async () => {
    const formats = await client.own('biaozhu/formats', {})
    const conll = formats.find(({ name }) => name === 'conll')
    assert.match(conll?.purpose ?? '', /training/)
    // Suggestions alone have been made here: there are no relations to lose.
    assert.deepEqual(conll?.loses, ['status', 'confidence'])
    assert.equal(conll?.text, 'logical')
    assert.deepEqual(conll?.options[0]?.values, ['bio', 'bioes'])
  })

  it('exports one page or all, and tells how far it is', async () => {
    const out = emptyFolder()
    const params = { format: 'brat', folder: pathToFileURL(out).href, status: 'all' } as const
    const scope = { kind: 'below', uri: client.uri(page) } as const
    const one = await client.own('biaozhu/export', { ...params, scope })
    assert.equal(one.pages, 1)
    assert.ok(one.suggested > 10)
    assert.ok(existsSync(join(out, page.replace('.txt', '.ann'))))
    const all = await client.own('biaozhu/export', { ...params, scope: { kind: 'all' } })
    assert.deepEqual([all.pages, all.problem], [5, undefined])
    assert.equal(readdirSync(out).filter((name) => name.endsWith('.ann')).length, 5)
    assert.ok(client.received.some(({ method }) => method === 'biaozhu/exchanging'))
  })

  it('does not export over the pages', async () => {
    const changed = client.next('biaozhu/changed')
    writeFileSync(join(folder, page), `甲\r\n${readFileSync(join(folder, page), 'utf8')}`)
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri(page), type: 2 }],
    })
    await changed
    const params = { format: 'brat', folder: pathToFileURL(folder).href, status: 'all' } as const
    const { problem } = await client.own('biaozhu/export', { ...params, scope: { kind: 'all' } })
    assert.match(problem ?? '', /is a page/)
  })

  it('writes the list that a view shows, and not over a page', async () => {
    const [first] = await client.own('biaozhu/initiatives', {})
    assert.ok(first)
    const lines = [{ group: '甲组', corpus: first.corpus, id: first.id, count: 7 }]
    const file = join(emptyFolder(), 'list.csv')
    const list = { list: 'initiatives', format: 'csv', lines } as const
    const done = await client.own('biaozhu/exportList', { ...list, file: pathToFileURL(file).href })
    assert.deepEqual(done, { lines: 1 })
    const [head, row] = readFileSync(file, 'utf8').split('\r\n')
    assert.match(head ?? '', /^\uFEFFgroup,name,/)
    assert.ok(row?.startsWith('甲组,') && row.includes(',7,'), row)
    const { problem } = await client.own('biaozhu/exportList', { ...list, file: client.uri(page) })
    assert.match(problem ?? '', /is a page/)
  })

  it('imports as a layer, which leaves the page as it is', async () => {
    const from = bratFolder()
    const found = await preview(from, '王 丽')
    assert.deepEqual([found.problems, found.annotators], [[], []])
    assert.deepEqual(
      found.pages.map(({ path, layer }) => [path, layer]),
      [[`${page} (王 丽)`, '王 丽']],
    )
    const file = join(folder, page.replace('.txt', '.anno.王 丽.jsonl'))
    assert.equal(existsSync(file), false)
    const params = { plan: found.plan, onConflict: 'skip' } as const
    const done = await client.own('biaozhu/importLayers', params)
    assert.deepEqual(done, { written: 1, problems: [] })
    assert.match(readFileSync(file, 'utf8'), /"type":"Honor".*"who":"王 丽"/)
    assert.equal(existsSync(join(folder, sidecar)), false)
    const layer = await client.own('biaozhu/layer', { uri: client.uri(page), name: '王 丽' })
    assert.equal(layer?.marks.length, 1)
    // What is there already is the same, and nothing is for the page itself.
    const again = await preview(from, '王 丽')
    assert.deepEqual([again.counts.same, again.counts.new], [1, 0])
    assert.equal((await run('import', params)).kind, 'refused')
    const outside = await preview(from, '../x')
    assert.equal(outside.problems.length, 1)
    assert.deepEqual(outside.pages, [])
  })

  it('imports each of several annotators as a layer, or the one that is chosen', async () => {
    const from = emptyFolder()
    const text = readFileSync(join(folder, page), 'utf8').replace(/\r\n/g, '\n')
    const value = { start: 0, end: 2, text: [...text].slice(0, 2).join(''), labels: ['Honor'] }
    const annotations = ['wang', 'li'].map((username) => ({
      completed_by: { username },
      result: [{ id: 'a', type: 'labels', value }],
    }))
    writeFileSync(
      join(from, 'in.json'),
      JSON.stringify([{ data: { text, path: page }, annotations }]),
    )
    const asked = {
      format: 'label-studio',
      from: pathToFileURL(from).href,
      as: 'annotations',
      scope: { kind: 'all' },
    } as const
    const all = await client.own('biaozhu/importPreview', asked)
    assert.deepEqual(
      [all.annotators, all.pages.map(({ layer }) => layer)],
      [
        ['wang', 'li'],
        ['wang', 'li'],
      ],
    )
    const one = await client.own('biaozhu/importPreview', { ...asked, annotator: 'li' })
    assert.deepEqual(
      one.pages.map(({ layer }) => layer),
      [undefined],
    )
    const mixed = await client.own('biaozhu/importPreview', { ...asked, layer: 'both' })
    assert.deepEqual([mixed.pages, mixed.problems.length], [[], 1])
    const params = { plan: all.plan, onConflict: 'skip' } as const
    assert.equal((await client.own('biaozhu/importLayers', params)).written, 2)
    for (const name of ['wang', 'li']) {
      assert.ok(existsSync(join(folder, page.replace('.txt', `.anno.${name}.jsonl`))))
    }
  })

  it('imports what the preview showed as one step that is undone and redone', async () => {
    const found = await preview(bratFolder())
    assert.deepEqual(found.problems, [])
    assert.equal(found.counts.new, 1)
    assert.equal(existsSync(join(folder, sidecar)), false)
    const done = await run('import', { plan: found.plan, onConflict: 'skip' })
    assert.ok(done.kind === 'done')
    assert.equal(done.pages.length, 1)
    await eventually(() => existsSync(join(folder, sidecar)))
    assert.match(readFileSync(join(folder, sidecar), 'utf8'), /"type":"Honor".*"who":"王丽"/)
    const { transaction } = done
    assert.equal((await run('undo', { transaction })).kind, 'done')
    await eventually(() => !existsSync(join(folder, sidecar)))
    assert.equal((await run('redo', { transaction })).kind, 'done')
    await eventually(() => existsSync(join(folder, sidecar)))
    const again = await run('import', { plan: found.plan, onConflict: 'skip' })
    assert.equal(again.kind, 'refused')
  })

  it('refuses a preview that it does not know', async () => {
    const answer = await run('import', { plan: 'x' })
    assert.ok(answer.kind === 'refused')
    assert.match(answer.message, /too old/)
  })

  it('says when there is nothing to read', async () => {
    const found = await preview(emptyFolder())
    assert.deepEqual([found.files, found.problems.length], [0, 1])
    const none = await preview(join(emptyFolder(), 'none'))
    assert.deepEqual(none.problems, ['There is no such folder.'])
  })
})
