import assert from 'node:assert/strict'
import { inkOn } from '../../client/src/marks/ink.ts'
import { kindOf, rangesByKind } from '../../client/src/marks/kinds.ts'

function luminance(hex: string): number {
  const linear = (from: number) => {
    const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5)
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

const given = [
  '#d9c2f0',
  '#ffe28a',
  '#2f7fd1',
  '#000000',
  '#ffffff',
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#808080',
]

describe('the ink of a colour that a corpus gives', () => {
  it('can be read on light and on dark backgrounds', () => {
    for (const colour of given) {
      for (const background of ['#ffffff', '#f8f8f8']) {
        assert.ok(contrast(inkOn('light', colour), background) >= 6.5, colour)
      }
      for (const background of ['#1f1f1f', '#272822', '#000000']) {
        assert.ok(contrast(inkOn('dark', colour), background) >= 6.5, colour)
      }
    }
  })

  it('is the colour itself where that can be read', () => {
    assert.equal(inkOn('dark', '#d9c2f0'), '#d9c2f0')
    assert.equal(inkOn('light', '#123456'), '#123456')
  })

  it('keeps the hue', () => {
    const [, red = 0, green = 0, blue = 0] =
      /^#(..)(..)(..)$/.exec(inkOn('light', '#d9c2f0'))?.map((part) => Number.parseInt(part, 16)) ??
      []
    assert.ok(blue > red && red > green)
  })
})

describe('marks of types with a colour of their own', () => {
  it('are a kind of their own, and another one when the colour changes', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }
    const marks = [{ type: '劳模', status: 'accepted', ranges: [range] }] as const
    const kinds = rangesByKind(marks, { 劳模: '#aa5500' })
    assert.deepEqual([...kinds.keys()], [kindOf(marks[0], '#aa5500')])
    assert.notEqual(kindOf(marks[0], '#aa5500'), kindOf(marks[0]))
    assert.deepEqual([...rangesByKind(marks, {}).keys()], [kindOf(marks[0])])
  })
})
