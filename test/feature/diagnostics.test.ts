import assert from 'node:assert/strict'
import { headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import { diagnostics } from '../../server/src/feature/page/diagnostics.ts'
import { spanRecord } from '../annotation/records.ts'
import { corpusFixture, fixtureRoot } from '../corpus-fixture.ts'

describe('problems of a page', () => {
  it('show what would steer a terminal in the names of types and in what was marked', () => {
    const text = '在嘉兴市。'
    const { workspace } = corpusFixture({ '1.txt': text })
    const record = spanRecord(text, [{ start: 1, end: 4 }], 'A\u001b[31m\u202e', 'A')
    workspace.apply({
      kind: 'sidecar',
      uri: `${fixtureRoot}/1.txt`,
      sidecar: {
        header: headerOf(textView(text), '1.txt'),
        records: [record],
        broken: [],
        problems: [],
      },
    })
    const [corpus] = workspace.snapshot().corpora
    const [document] = corpus?.documents ?? []
    assert.ok(corpus && document)
    assert.deepEqual(
      diagnostics({ corpus, document }).page.map(({ message }) => message),
      ['The schema has no type “A\\u001b[31m\\u202e”.'],
    )
  })
})
