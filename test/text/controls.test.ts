import assert from 'node:assert/strict'
import { showControls as shownInTooltips } from '../../client/src/editor/controls.ts'
import { showControls } from '../../server/src/text/controls.ts'

describe('control characters', () => {
  it('are shown, and line ends and tabs are what they are', () => {
    assert.equal(
      showControls('\u001b[31m红\u0007\u0000\u007f\u009b\tb\r\nc\nd\re'),
      '\\u001b[31m红\\u0007\\u0000\\u007f\\u009b\tb\r\nc\nd\\u000de',
    )
    assert.equal(
      showControls('甲\u202e乙\u2066丙\u2069\u200f'),
      '甲\\u202e乙\\u2066丙\\u2069\\u200f',
    )
    assert.equal(
      showControls('“工”𠮷😀\u3000\u200d\ufeff\u2028'),
      '“工”𠮷😀\u3000\u200d\ufeff\u2028',
    )
  })

  it('in JSON are the same values afterwards', () => {
    const value = { '\u009b': 'a\u001b\u202e\\u001b"\r\n' }
    assert.deepEqual(JSON.parse(showControls(`${JSON.stringify(value)}\n`)), value)
  })

  it('are shown in tooltips as in everything else', () => {
    const all = String.fromCharCode(...Array.from({ length: 0x3000 }, (_, code) => code))
    assert.equal(shownInTooltips(all), showControls(all))
  })
})
