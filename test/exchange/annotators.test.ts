import assert from 'node:assert/strict'
import { lastAnnotators } from '../../server/src/feature/import/annotators.ts'
import { documentsOf, reading } from './import-fixture.ts'

describe('several annotators, imported into one place', () => {
  it('leave the last one of each page, and the others are said', async () => {
    const annotation = (by: number, start: number) => ({
      completed_by: by,
      result: [{ id: 'a', type: 'labels', value: { start, end: start + 1, labels: ['Person'] } }],
    })
    const tasks = [
      { data: { text: '甲乙' }, annotations: [annotation(1, 0), annotation(2, 1)] },
      { data: { text: '丙' }, annotations: [annotation(1, 0)] },
    ]
    const { pages } = await reading(
      'label-studio',
      { 'in.json': JSON.stringify(tasks) },
      documentsOf({ 'a.txt': '甲乙', 'b.txt': '丙' }),
    )
    const last = lastAnnotators(pages)
    assert.deepEqual(
      last.pages.map(({ document, records: [first] }) => [
        document.path,
        first?.kind === 'span' && first.quote[0],
      ]),
      [
        ['a.txt', '乙'],
        ['b.txt', '丙'],
      ],
    )
    assert.deepEqual(last.problems, [
      {
        path: 'in.json',
        message: 'What 2 says is read, not what 1 says: biaozhu import makes a layer of each.',
      },
    ])
  })
})
