import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { escapeMarkdown, oneLine } from '../../server/src/feature/wording/markdown.ts'

describe('escapeMarkdown', () => {
  const hostile = [
    '[x](command:workbench.action.quit)',
    '<img src=x onerror=alert(1)>',
    '`a|b`',
    '# 标题',
    '1. 一',
    '- 一',
    '**粗**_斜_~~删~~',
    'https://example.org www.example.org a@example.org',
    '&lt;&#60;',
    '$(trash)',
    '![](http://example.org/x.png)',
  ]
  for (const text of hostile) {
    it(`leaves no mark of Markdown unescaped in ${text}`, () => {
      const escaped = escapeMarkdown(text)
      assert.equal(
        /(?<!\\)(?:\\\\)*[!-/:-@[-`{-~]/.exec(escaped.replace(/\\[!-/:-@[-`{-~]/g, '')),
        null,
      )
      assert.equal(escaped.replace(/\\(?=[!-/:-@[-`{-~])/g, ''), text)
    })
  }

  it('makes one line of many, so that no block begins inside it', () => {
    assert.equal(escapeMarkdown('货\r\n\n    车\t司机\u2028'), '货 车 司机')
  })

  it('steers nothing and turns no text round: controls are shown', () => {
    assert.equal(
      escapeMarkdown('甲\u202e乙\u001b[1m\u009b'),
      '甲\\\\u202e乙\\\\u001b\\[1m\\\\u009b',
    )
  })
})

describe('oneLine', () => {
  it('cuts long text with an ellipsis, never inside a surrogate pair', () => {
    assert.equal(oneLine('一二三四', 3), '一二三…')
    assert.equal(oneLine('一二𠮷四', 3), '一二…')
    assert.equal(oneLine('甲\u0007\t\n乙'), '甲\\u0007 乙')
  })
})
