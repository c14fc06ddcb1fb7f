/** Suggestions that an import left in the sidecar: shown, decided like others, binding nobody. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { annotated, pageOf, printed } from '../feature/annotate/fixture.ts'

const stored = { status: 'suggested', source: 'conll' } as const

describe('a stored suggestion', () => {
  it('is shown, and is no decision', () => {
    const { workspace } = annotated('在⟦嘉兴市|Place!⟧好', { records: { 0: stored } })
    const { mentions, decided } = pageOf(workspace)
    assert.deepEqual(
      mentions.map(({ status, source, record }) => [status, source, record?.id !== undefined]),
      [['suggested', 'conll', true]],
    )
    assert.deepEqual(decided, [])
  })

  it('stands where the recogniser says something else, which is not shown', () => {
    const whole = { at: [[1, 7] as const], quote: ['嘉兴市总工会'], prefix: '在', suffix: '' }
    const page = annotated('在⟦嘉兴市|Place!⟧⟦总工会|Organization⟧,⟦乙市|Place⟧', {
      records: { 0: { ...stored, ...whole } },
    })
    assert.equal(printed(pageOf(page.workspace)), '在⟦嘉兴市总工会|Place⟧,⟦乙市|Place⟧')
  })

  it('is accepted and rejected as the record that it is', () => {
    for (const [action, mark] of [
      ['accept', '!'],
      ['reject', '-'],
    ] as const) {
      const page = annotated('在⟦嘉$0兴市|Place!⟧好', { records: { 0: stored } })
      const [before] = pageOf(page.workspace).mentions
      page.act(action, {}, { offset: page.cursor })
      const { decided } = pageOf(page.workspace)
      assert.equal(printed(pageOf(page.workspace)), `在⟦嘉兴市|Place${mark}⟧好`)
      assert.deepEqual(
        decided.map(({ record }) => [record?.id, record?.source]),
        [[before?.record?.id, 'conll']],
      )
    }
  })

  it('is hidden where it touches what a person accepted', () => {
    const page = annotated('在⟦嘉兴市|Place!⟧⟦总工会|Organization!⟧', {
      records: {
        1: {
          ...stored,
          at: [[1, 7]],
          quote: ['嘉兴市总工会'],
          prefix: '在',
          suffix: '',
        },
      },
    })
    assert.equal(printed(pageOf(page.workspace)), '在⟦嘉兴市|Place!⟧总工会')
  })
})
