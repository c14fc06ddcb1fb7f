import assert from 'node:assert/strict'
import { findPage } from '../../../server/src/corpus/snapshot/model.ts'
import { articleLenses } from '../../../server/src/feature/review/lenses.ts'
import { sliceSpan } from '../../../server/src/text/span.ts'
import { annotated, pageUri } from '../annotate/fixture.ts'

describe('the lens of an article', () => {
  const lensesOf = (text: string) => {
    const place = findPage(annotated(text).workspace.snapshot(), pageUri)
    assert.ok(place)
    return articleLenses(place).map(({ span, named, initiatives, open = '' }) => [
      sliceSpan(place.document.text, span),
      named,
      initiatives.map((each) => sliceSpan(place.document.text, each)).join(),
      open,
    ])
  }

  it('counts mentions, each initiative once, and what is open', () => {
    const text =
      '⟦浙江工人日报|Organization⟧,总第1期。⏎⏎建会入会⏎⟦“助企十条”|Initiative!⟧和⟦助企十条|Initiative⟧，⟦暖企行动|Initiative⟧。' +
      '⏎⏎匠心行动⏎⟦嘉兴市|Place!⟧来了。⏎⏎安全用电⏎没有名称。'
    assert.deepEqual(lensesOf(text), [
      ['建会入会', '3 mentions · 2 initiatives', '“助企十条”,暖企行动', '2 open'],
      ['匠心行动', '1 mention · 0 initiatives', '', ''],
    ])
  })

  it('leaves out what was rejected', () => {
    const text = '建会入会⏎⟦暖企行动|Initiative-⟧和⟦助企十条|Initiative⟧来了。'
    assert.deepEqual(lensesOf(text), [
      ['建会入会', '1 mention · 1 initiative', '助企十条', '1 open'],
    ])
  })
})
