import assert from 'node:assert/strict'
import { isLayerName, layeredParts, saidBy } from '../../server/src/feature/import/annotators.ts'
import { documentsOf, reading } from './import-fixture.ts'

describe('several annotators of a page', () => {
  const annotation = (by: number, start: number) => ({
    completed_by: by,
    result: [{ id: 'a', type: 'labels', value: { start, end: start + 1, labels: ['Person'] } }],
  })
  const tasks = [
    { data: { text: '甲乙' }, annotations: [annotation(1, 0), annotation(2, 1)] },
    { data: { text: '丙' }, annotations: [annotation(1, 0)] },
  ]
  const read = async () => {
    const files = { 'in.json': JSON.stringify(tasks) }
    const documents = documentsOf({ 'a.txt': '甲乙', 'b.txt': '丙' })
    return (await reading('label-studio', files, documents)).pages
  }
  const shown = (parts: ReturnType<typeof layeredParts>) =>
    parts.map(({ document, layer, incoming }) => [document.path, layer, incoming.length])

  it('are a layer each, and what one person says is for the page', async () => {
    assert.deepEqual(shown(layeredParts(await read(), { as: 'annotations' })), [
      ['a.txt', '1', 1],
      ['a.txt', '2', 1],
      ['b.txt', undefined, 1],
    ])
  })

  it('are nobody’s as suggestions', async () => {
    assert.deepEqual(shown(layeredParts(await read(), { as: 'suggestions' })), [
      ['a.txt', undefined, 2],
      ['b.txt', undefined, 1],
    ])
  })

  it('are one layer where one of them is chosen', async () => {
    const into = { as: 'annotations', layer: '王' } as const
    assert.deepEqual(shown(layeredParts(saidBy(await read(), '2'), into)), [
      ['a.txt', '王', 1],
      ['b.txt', '王', 1],
    ])
  })

  it('have names that are those of files', () => {
    assert.deepEqual(['王丽', 'a b', '../a', 'a/b', '', 'nul'].map(isLayerName), [
      ...[true, true, false, false, false, false],
    ])
  })
})
