import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { RandomPage, startText } from './random-page.ts'

/** What the first accepted mention says and where. */
function first(page: RandomPage): readonly unknown[] {
  const mention = page.document.decided.find(({ status }) => status === 'accepted')
  const { type, note, anchor } = mention?.record ?? {}
  return [mention?.text, mention?.spans[0]?.start, type, note, anchor]
}

function marked(): { readonly page: RandomPage; readonly start: number } {
  const page = new RandomPage()
  const start = startText.indexOf('总工会启动')
  page.act('mark', { type: 'Organization' }, { span: { start, end: start + 3 } })
  return { page, start }
}

describe('undo', () => {
  it('leaves an annotation where the text has moved it to', () => {
    const { page, start } = marked()
    page.act('setNote', { note: '市级' }, { offset: start })
    const [, note] = page.steps
    page.edit({ span: { start: 0, end: 0 }, text: '昨日' }, { told: true })
    page.save()
    page.act('retype', { type: 'Group' }, { offset: start + 2 })
    assert.deepEqual(first(page), ['总工会', start + 2, 'Group', '市级', undefined])
    if (note !== undefined) page.steps.push(note)
    page.undo()
    assert.deepEqual(first(page), ['总工会', start + 2, 'Group', undefined, undefined])
    page.undo()
    assert.deepEqual(first(page), ['总工会', start + 2, 'Organization', undefined, undefined])
  })

  it('of a mark gives back what it replaced', () => {
    const { page, start } = marked()
    const before = page.sidecar
    const span = { start: start - 3, end: start + 3 }
    page.act('mark', { type: 'Group' }, { span })
    assert.deepEqual(first(page), ['嘉兴市总工会', start - 3, 'Group', undefined, undefined])
    page.undo()
    assert.equal(page.sidecar, before)
  })
})
