import assert from 'node:assert/strict'
import { reanchor } from '../../server/src/annotation/anchor/anchor.ts'
import { textView } from '../../server/src/annotation/record/selectors.ts'
import { corrections, evenings, mentionsOf, pageTexts } from './corrections.ts'
import { measure } from './reanchoring.ts'
import { spanRecord } from './records.ts'

describe('re-anchoring after 500 corrections of the five pages', () => {
  const single = corrections()

  it('is measured on mentions and their surroundings alike', () => {
    const inside = single.filter((one) => one.inside).length
    assert.equal(single.length, 500)
    assert.ok(inside >= 240 && inside <= 260, `${inside}`)
    assert.ok(
      single.every(({ before, after }) => before !== after),
      'a correction changes nothing',
    )
    const kinds = new Set(single.map(({ kind }) => kind))
    assert.deepEqual([...kinds].sort(), ['doubled', 'joined', 'known', 'lost', 'moved', 'wrong'])
  })

  it('is right without asking in 97 % where the old text is known, and never wrong unreported', () => {
    const { right, of, silentlyWrong, examples } = measure(single, true)
    assert.ok(right >= 0.97 * of, examples.join('\n'))
    assert.equal(silentlyWrong, 0, examples.join('\n'))
  })

  it('is so too where twenty corrections come at once', () => {
    const { right, of, silentlyWrong, examples } = measure(evenings(), true)
    assert.ok(right >= 0.97 * of, examples.join('\n'))
    assert.equal(silentlyWrong, 0, examples.join('\n'))
  })

  it('is never wrong unreported where the old text is not known', () => {
    const { right, of, silentlyWrong, examples } = measure(single, false)
    assert.ok(right >= 0.7 * of, examples.join('\n'))
    assert.equal(silentlyWrong, 0, examples.join('\n'))
  })

  it('finds no place for a mention whose paragraph is deleted', () => {
    for (const page of pageTexts) {
      const { sha256 } = textView(page)
      // Every third one: their names stand elsewhere on the page all the same.
      for (const mention of mentionsOf(page).filter((_, i) => i % 3 === 0)) {
        const start = page.lastIndexOf('\n', mention.start) + 1
        const [line = ''] = page.slice(start).split('\n')
        const view = textView(page.slice(0, start) + page.slice(start + line.length))
        const record = spanRecord(page, [mention])
        const [known] = reanchor([record], view, { sha256, textOf: () => page })
        const [unknown] = reanchor([record], view, { sha256 })
        assert.equal(known?.state, 'orphan')
        assert.notEqual(unknown?.state, 'kept')
      }
    }
  })
})
