import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { readSchema } from '../../server/src/annotation/schema/read.ts'
import { tokens } from '../../server/src/feature/page/tokens.ts'
import { encodeTokens, legend, SentTokens } from '../../server/src/lsp/semantic-tokens.ts'
import { corpusFixture } from '../corpus-fixture.ts'
import { applyDelta } from '../protocol/tokens.ts'

function encode(marked: string): number[] {
  const { document } = corpusFixture({ '1.txt': marked }).place
  return encodeTokens(document.lines, tokens(document))
}

describe('encodeTokens', () => {
  it('counts lines and characters from the token before', () => {
    assert.deepEqual(
      encode('在⟦嘉兴|Place⟧和⟦台州|Place⟧。⏎⟦总工会|Organization⟧。'),
      [
        [0, 1, 2, 3, 1],
        [0, 3, 2, 3, 1],
        [1, 0, 3, 1, 1],
      ].flat(),
    )
  })

  it('shows types of a corpus as what they are kinds of, else as their super type', () => {
    const { schema } = readSchema({
      types: [
        'Person',
        { name: 'Model', parent: 'Person' },
        { name: 'B', superType: 'macro' },
        'C',
      ],
    })
    const pages = { '1.txt': '⟦甲|Model⟧⟦乙|B⟧⟦丙|C⟧⟦丁|Person⟧' }
    const { document } = corpusFixture(pages, schema).place
    const data = encodeTokens(document.lines, tokens(document), schema)
    const found = data.filter((_, i) => i % 5 === 3).map((type) => legend.tokenTypes[type])
    assert.deepEqual(found, ['person', 'macro', 'type', 'person'])
  })
})

describe('a type that is gone from the schema', () => {
  it('is shown where a person has marked it', () => {
    const { schema } = readSchema({ types: ['Person'] })
    const marked = { start: 0, end: 1, type: 'Gone', status: 'accepted' } as const
    const { document } = corpusFixture({ '1.txt': '甲' }).place
    const [, , , type = -1] = encodeTokens(document.lines, [marked], schema)
    assert.equal(legend.tokenTypes[type], 'mention')
  })
})

describe('SentTokens', () => {
  const states = [
    '',
    '⟦甲|Place⟧',
    '⟦甲|Place⟧⟦乙|Place⟧',
    '一⟦甲|Place⟧⟦乙|Place⟧',
    '⟦乙|Role⟧',
  ].map(encode)

  it('sends edits that lead from each state to each other', () => {
    for (const from of states) {
      for (const to of states) {
        const sent = new SentTokens()
        const { resultId = '' } = sent.full('a', from)
        const delta = sent.delta('a', resultId, to)
        assert.ok('edits' in delta)
        assert.deepEqual(applyDelta(from, delta), to)
        const next = sent.delta('a', delta.resultId ?? '', from)
        assert.ok('edits' in next)
        assert.deepEqual(applyDelta(to, next), from)
      }
    }
  })

  it('sends everything when it does not know what the client has', () => {
    const sent = new SentTokens()
    const { resultId = '' } = sent.full('a', states[1] ?? [])
    sent.forget('a')
    const answer = sent.delta('a', resultId, states[2] ?? [])
    assert.ok('data' in answer)
    assert.deepEqual(answer.data, states[2])
  })
})
