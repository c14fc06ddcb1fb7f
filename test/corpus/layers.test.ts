/** Layers of single annotators are read beside the page, and never anything else. */
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, it } from 'mocha'
import { describeSpans, headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import { printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { layerNames, readLayer } from '../../server/src/corpus/saving/layers.ts'
import { nodeFiles } from '../../server/src/disk/files.ts'
import { layerMarks } from '../../server/src/feature/page/layer-marks.ts'
import { sliceSpan } from '../../server/src/text/span.ts'
import { file, workspaceOf } from './in-memory.ts'

describe('layers of annotators', () => {
  let folder = ''
  let page = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'layers-'))
    page = pathToFileURL(join(folder, '版 1.txt')).href
  })
  afterEach(() => rm(folder, { recursive: true }))

  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)

  it('are those of the page, by name', async () => {
    for (const name of [
      '版 1.txt',
      '版 1.anno.jsonl',
      '版 1.anno.王丽.jsonl',
      '版 1.anno.b.c.jsonl',
    ])
      await write(name, '')
    for (const name of ['版 2.anno.x.jsonl', '版 1.x.jsonl', 'anno.y.jsonl']) await write(name, '')
    assert.deepEqual(await layerNames(page), ['b.c', '王丽'])
    assert.deepEqual(await layerNames('file:///nowhere/a.txt'), [])
  })

  it('have their marks where they are in the page of now, and what is lost is counted', async () => {
    const old = textView('嘉兴市总工会启动“十匠”行动。后来又有另一个很长的名字。')
    const spanOf = (words: string, id: string) => {
      const start = old.text.indexOf(words)
      const place = describeSpans(old, [{ start, end: start + words.length }])
      return { kind: 'span', id, ...place, type: 'Organization', status: 'accepted' } as const
    }
    const records = [spanOf('嘉兴市总工会', 'a'), spanOf('另一个很长的名字', 'b')]
    const sidecar = { header: headerOf(old, '版 1.txt'), records, broken: [] }
    await write('版 1.anno.王丽.jsonl', `${printSidecar(sidecar)}{broken\n`)
    const now = '昨天,嘉兴市总工会启动“十匠”行动。后来又有别的。'
    const workspace = workspaceOf({})
    workspace.apply({ kind: 'file', uri: 'file:///corpus/1.txt', content: file(now) })
    const document = workspace.snapshot().corpora[0]?.documents[0]
    assert.ok(document)
    const options = { view: document.view, encoding: 'utf8', files: nodeFiles }
    const layer = await readLayer(page, '王丽', options)
    assert.ok(layer)
    const { marks, orphans, broken } = layerMarks(document, layer)
    assert.deepEqual(
      marks.map(({ spans, type }) => [type, ...spans.map((span) => sliceSpan(now, span))]),
      [['Organization', '嘉兴市总工会']],
    )
    assert.deepEqual([orphans, broken], [1, 1])
  })

  it('are read by their names alone', async () => {
    await write('版 1.anno.jsonl', '')
    const options = { view: textView('甲'), encoding: 'utf8', files: nodeFiles }
    for (const name of ['', '../x', '王丽', '..'])
      assert.equal(await readLayer(page, name, options), undefined)
  })
})
