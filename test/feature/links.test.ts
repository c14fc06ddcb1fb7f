import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { links } from '../../server/src/feature/page/links.ts'
import { sliceSpan } from '../../server/src/text/span.ts'
import { corpusFixture } from '../corpus-fixture.ts'

function check(contact: string, ...expected: readonly string[]): void {
  const { document } = corpusFixture({ '1.txt': `联系⟦${contact}|Contact⟧。` }).place
  const found = links(document).map(
    ({ span, target }) => `${sliceSpan(document.text, span)} → ${target}`,
  )
  assert.deepEqual(found, expected)
}

describe('links', () => {
  it('open mail boxes, addresses and telephone numbers', () => {
    check('zjgrrb@163.com', 'zjgrrb@163.com → mailto:zjgrrb@163.com')
    check('www.zjgrrb.com', 'www.zjgrrb.com → https://www.zjgrrb.com')
    check('http://a.cn/x?y=1', 'http://a.cn/x?y=1 → http://a.cn/x?y=1')
    check('0571-88888888', '0571-88888888 → tel:057188888888')
    check('13812345678', '13812345678 → tel:13812345678')
    check('12351', '12351 → tel:12351')
  })

  it('leave a label out', () => {
    check('电话:0571-88888888', '0571-88888888 → tel:057188888888')
  })

  it('go nowhere else, whatever the page says', () => {
    check('command:workbench.action.quit')
    check('javascript:alert(1)')
    check('邮编310012')
  })

  it('are none in long nonsense', () => check(`${'a.'.repeat(50_000)}@`))
})
