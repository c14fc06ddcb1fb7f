/** A text that is edited by lines and characters, against the same by whole texts. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { applyEdit } from '../../server/src/text/edit.ts'
import { EditedText } from '../../server/src/text/edited-text.ts'
import { lineIndex } from '../../server/src/text/lines.ts'
import { rounds } from '../rounds.ts'
import { randomOf } from '../varied/random.ts'

describe('a text that is edited', () => {
  it('has the lines that its text has, after any edits', () => {
    const random = randomOf(7)
    const inserted = ['', '\n', '\r', '\r\n', '工会', '\n\n', '会\r', '\n王', '\r\r\n']
    for (let round = 0; round < rounds(200); round++) {
      let text = Array.from({ length: random(8) }, () => inserted[random(9)] ?? '').join('')
      const buffer = new EditedText(text)
      for (let step = 0; step < 12; step++) {
        const range = { start: place(random), end: place(random) }
        const lines = lineIndex(text)
        const offsets = [lines.offset(range.start), lines.offset(range.end)].sort((a, b) => a - b)
        const edit = buffer.edit(range, inserted[random(9)] ?? '')
        assert.deepEqual([edit.span.start, edit.span.end], offsets, JSON.stringify([text, range]))
        buffer.apply(edit)
        text = applyEdit(text, edit)
        if (random(3) === 0) assert.equal(buffer.text(), text)
      }
      assert.equal(buffer.text(), text)
    }
  })
})

/** In a text of a few lines or outside it. */
function place(random: (below: number) => number) {
  return { line: random(9) - 1, character: random(6) - 1 }
}
