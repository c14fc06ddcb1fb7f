/** The page was changed by another program: each mention says what was marked, or is reported. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { placeSidecar } from '../../server/src/annotation/placed/placed.ts'
import { textView } from '../../server/src/annotation/record/selectors.ts'
import { readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { lfView } from '../../server/src/text/code-points.ts'
import { pageChanges, pageSidecar, pageText } from './changed-pages.ts'

const said = (text: string): string => lfView(text).normalize('NFC')

for (const known of [true, false]) {
  describe(`a page whose old text is ${known ? '' : 'not '}known, after`, () => {
    for (const { name, change, keeps } of pageChanges) {
      it(name, () => {
        const sidecar = readSidecar(pageSidecar)
        const text = change(pageText)
        const { records } = placeSidecar(sidecar, textView(text), {
          page: 'page.txt',
          textOf: () => (known ? pageText : undefined),
        })
        assert.equal(records.length, sidecar.records.length)
        assert.ok(records.length > 30)
        let asked = 0
        for (const [i, { record, spans }] of records.entries()) {
          const before = sidecar.records[i]
          assert(record.kind === 'span' && before?.kind === 'span')
          const marked = said((record.marked ?? record.quote).join(''))
          assert.equal(marked, said(before.quote.join('')), record.id)
          if (record.anchor === undefined) {
            const here = spans.map(({ start, end }) => text.slice(start, end)).join('')
            assert.equal(said(here), marked)
          } else if (record.anchor === 'orphan') assert.deepEqual(spans, [])
          if (record.anchor !== undefined) asked++
          const share = (before.at[0]?.[0] ?? 0) / pageText.length
          if (known && keeps(share)) assert.equal(record.anchor, undefined, marked)
        }
        if (name === 'nothing' || name.startsWith('C')) assert.equal(asked, 0)
        if (name.endsWith('file')) assert.ok(asked > 0.9 * records.length)
      })
    }
  })
}
