import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'mocha'
import { setLanguage } from '../../server/src/feature/wording/messages.ts'
import { nameOfPage } from '../../server/src/feature/wording/page-name.ts'

const root = join(import.meta.dirname, '../..')

describe('the name of a page', () => {
  after(() => setLanguage(undefined, undefined))
  const data = { newspaper: '浙江工人日报', date: '2021-11-22', number: 3 }

  it('is newspaper, date and number, else its file', () => {
    assert.equal(nameOfPage(data, 'a/b.txt'), '浙江工人日报 2021-11-22 p. 3')
    assert.equal(nameOfPage({ date: '1987' }, 'a/b.txt'), '1987')
    assert.equal(nameOfPage({ newspaper: '浙江工人日报' }, 'a/b.txt'), 'b.txt')
  })

  it('is Chinese in a Chinese interface', () => {
    setLanguage('zh-cn', readFileSync(join(root, 'l10n/bundle.l10n.zh-cn.json'), 'utf8'))
    assert.equal(nameOfPage(data, 'a/b.txt'), '浙江工人日报 2021-11-22 第 3 版')
  })
})
