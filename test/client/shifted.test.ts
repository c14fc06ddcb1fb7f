/** What an action is about stays what it is while its page is edited. */
import assert from 'node:assert/strict'
import { shifted } from '../../client/src/change/shifted.ts'

const at = (line: number, character: number) => ({ line, character })
const range = (line: number, from: number, to: number) => ({
  start: at(line, from),
  end: at(line, to),
})
const typed = (line: number, character: number, text: string) => ({
  range: range(line, character, character),
  text,
})

describe('places of an action', () => {
  it('move with text that is typed before them', () => {
    const values = { uri: 'a', position: at(1, 4), range: range(1, 4, 8) }
    assert.deepEqual(shifted(values, [typed(1, 0, '新')]), {
      uri: 'a',
      position: at(1, 5),
      range: range(1, 5, 9),
    })
    assert.deepEqual(shifted(values, [typed(0, 0, '新\n的\n')]).range, range(3, 4, 8))
    assert.deepEqual(shifted(values, [typed(1, 2, '\n')]).range, range(2, 2, 6))
  })

  it('stay where the text changes behind them', () => {
    const values = { range: range(1, 4, 8) }
    assert.deepEqual(shifted(values, [typed(1, 9, '新'), typed(2, 0, '\n')]), values)
  })

  it('leave out what is typed at their edges, and take in what is typed inside', () => {
    const values = { ranges: [range(0, 4, 8)] }
    assert.deepEqual(shifted(values, [typed(0, 4, '前')]).ranges, [range(0, 5, 9)])
    assert.deepEqual(shifted(values, [typed(0, 8, '后')]).ranges, [range(0, 4, 8)])
    assert.deepEqual(shifted(values, [typed(0, 6, '中')]).ranges, [range(0, 4, 9)])
  })

  it('shrink with what is deleted of them', () => {
    const deleted = [{ range: range(0, 2, 6), text: '' }]
    assert.deepEqual(shifted({ range: range(0, 4, 8) }, deleted).range, range(0, 2, 4))
    assert.deepEqual(shifted({ range: range(0, 3, 5) }, deleted).range, range(0, 2, 2))
  })
})
