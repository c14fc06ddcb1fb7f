import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'mocha'
import { hover } from '../../server/src/feature/hover.ts'
import { setLanguage } from '../../server/src/feature/messages.ts'
import { reasonLabel } from '../../server/src/feature/reason.ts'
import { analysePage } from '../../server/src/page/page.ts'
import { corpusFixture } from '../corpus-fixture.ts'
import { recognise } from '../recognition/recognised.ts'

const root = join(import.meta.dirname, '../..')

describe('the language of the server', () => {
  before(() => {
    setLanguage('zh-cn', readFileSync(join(root, 'l10n/bundle.l10n.zh-cn.json'), 'utf8'))
  })
  after(() => setLanguage(undefined, undefined))

  it('has a Chinese word for every reason on the seeds', () => {
    const sources = new Set<string>()
    for (const file of readdirSync(join(root, 'seeds')).filter((name) => name.endsWith('.txt'))) {
      const text = readFileSync(join(root, 'seeds', file), 'utf8')
      for (const { source } of recognise(text, analysePage(text))) sources.add(source)
    }
    assert.ok(sources.size > 20)
    const english = [...sources].filter((source) => !/\p{Script=Han}/u.test(reasonLabel(source)))
    assert.deepEqual(english, [])
  })

  it('is that of the whole card', () => {
    const { place, cursor } = corpusFixture({ '1.txt': '在⟦嘉$0兴市|Place⟧。' })
    assert.equal(
      hover(place, cursor)?.plain,
      '嘉兴市 · 地点\n1 处提及：1.txt (1)\n建议，依据：mark',
    )
  })
})

describe('reasonLabel', () => {
  it('is the reason itself in English', () => {
    assert.equal(reasonLabel('byline'), 'byline')
    assert.equal(reasonLabel('name with the head 总工会'), 'name with the head 总工会')
    assert.equal(reasonLabel('learned 0.87'), 'learned, 0.87')
  })
})
