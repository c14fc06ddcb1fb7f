import assert from 'node:assert/strict'
import { fold } from '../../server/src/text/fold.ts'

describe('a folded text', () => {
  it('has one width and one case', () => {
    assert.equal(fold('ＡＢc１２3：（“红船”）　号').text, 'abc123:(“红船”) 号')
    assert.equal(fold('助企十条').text, '助企十条')
  })

  it('is, of a part, the part of the whole', () => {
    const text = '共50㎡的Ｔ台，½、①、ﬁ和𝐀，ͤ 和İ'
    const whole = fold(text).text
    const characters = [...text]
    assert.equal(characters.map((each) => fold(each).text).join(''), whole)
    assert.ok(whole.includes(fold('㎡的Ｔ').text))
  })

  it('leads back to the text, and never into a sign', () => {
    const { text, toSource } = fold('共50㎡的Ｔ台')
    const place = (part: string) => {
      const start = text.indexOf(part)
      const { start: from, end } = toSource({ start, end: start + part.length })
      return '共50㎡的Ｔ台'.slice(from, end)
    }
    assert.equal(text, '共50m2的t台')
    assert.equal(place('t台'), 'Ｔ台')
    assert.equal(place('50m2'), '50㎡')
    assert.equal(place('m'), '㎡')
    assert.equal(place('2的'), '㎡的')
    assert.equal(place('0m'), '0㎡')
    assert.equal(place('的'), '的')
  })
})
