import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { readNumber } from '../../../server/src/entity/values/numerals.ts'

/** A whole number below 100,000,000 as it is written in full. */
function written(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000
    const zero = rest > 0 && rest < 1000 ? '零' : ''
    return `${written(Math.floor(value / 10_000))}万${zero}${rest === 0 ? '' : written(rest)}`
  }
  const scales = ['千', '百', '十', '']
  const digits = [...String(value).padStart(4, '0')].map(Number)
  const text = digits.map((digit, i) =>
    digit === 0 ? '零' : `${'一二三四五六七八九'[digit - 1]}${scales[i]}`,
  )
  return text
    .join('')
    .replace(/零+/gu, '零')
    .replace(/^零|零$/gu, '')
}

describe('numbers in Chinese numerals', () => {
  it('are read as they are written', () => {
    for (let value = 1; value < 99_999_999; value = value * 2 + 7) {
      assert.equal(readNumber(written(value)), value, written(value))
    }
  })

  it('are none where something else stands among them', () => {
    for (const text of ['', '人', '三人', '三三十四', '3.4.5', '点五', '三点']) {
      assert.equal(readNumber(text), undefined, text)
    }
  })
})
