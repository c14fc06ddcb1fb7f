import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { dateHints, hints } from '../../server/src/feature/page/hints.ts'
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

describe('the hint of a date', () => {
  const { place } = corpusFixture({
    '20150617.txt':
      '短消息\n本报⟦6月15日|Date⟧讯,⟦今天|Date⟧起⟦近日|Date⟧办。⟦去年10月|Date⟧也办过。',
  })
  const dated = {
    ...place,
    corpus: { ...place.corpus, pageData: () => ({ date: '2015-06-17' }) },
  }
  const whole = { start: 0, end: place.document.text.length }
  const labels = (within = whole, shown = {}): readonly string[] =>
    dateHints(dated, within, { dateHints: true, ...shown }).map(
      ({ offset, label }) => `${place.document.text.slice(0, offset).slice(-3)} ${label}`,
    )

  it('says what it means, where that is known', () => {
    assert.deepEqual(labels(), ['15日 2015-06-15', ',今天 2015-06-15', '10月 2014-10'])
  })

  it('is off unless asked for, in the part asked for, and hidden with the suggestions', () => {
    assert.deepEqual(dateHints(dated, whole, {}), [])
    assert.deepEqual(labels({ start: 0, end: 14 }), ['15日 2015-06-15'])
    assert.deepEqual(labels(whole, { suggestions: false }), [])
  })

  it('is not there where the page does not say its day', () => {
    assert.deepEqual(dateHints(place, whole, { dateHints: true }), [])
  })
})
