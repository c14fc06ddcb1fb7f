import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { hints } from '../../server/src/feature/page/hints.ts'
import { marks } from '../../server/src/feature/page/marks.ts'
import { corpusFixture } from '../corpus-fixture.ts'

describe('an unsure join', () => {
  const { document } = corpusFixture({
    '1.txt': '第一句,\n\n另一篇。\n\n进度清、责任清、效果清。',
  }).place
  const [from, , to] = document.page.blocks
  assert.ok(from && to)
  const unsure = { ...document, page: { ...document.page, unsureJoins: [{ from, to }] } }
  const whole = { start: 0, end: document.text.length }

  it('is shown where the text stops, with the words that may follow and the way there', () => {
    assert.deepEqual(hints(unsure, whole), [
      { offset: 4, label: '⤷ continues: “进度清、责任清、…”?', target: to.span },
    ])
  })

  it('is shown only in the part of the page that is asked for', () => {
    assert.deepEqual(hints(unsure, { start: 5, end: 9 }), [])
  })

  it('is among the marks, so that an editor can show both ends', () => {
    assert.deepEqual(marks(unsure, { suggestions: true }).unsureJoins, [
      { from: from.span, to: to.span },
    ])
  })
})
