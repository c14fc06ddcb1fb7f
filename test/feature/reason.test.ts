import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'mocha'
import type { Mention } from '../../server/src/annotation/record/mention.ts'
import { hover } from '../../server/src/feature/cursor/hover.ts'
import { setLanguage } from '../../server/src/feature/wording/messages.ts'
import { reasonOf, ruleLabel } from '../../server/src/feature/wording/reason.ts'
import { corpusFixture } from '../corpus-fixture.ts'
import { analysePage } from '../page/analyse-page.ts'
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
    const ofRules = [...sources].filter((source) => !source.startsWith('learned '))
    const english = ofRules.filter((source) => !/\p{Script=Han}/u.test(ruleLabel(source)))
    assert.deepEqual(english, [])
  })

  it('has one word for what the type Date is', () => {
    for (const source of ['date in figures', 'lunar date', 'relative date', 'relative day']) {
      assert.match(ruleLabel(source), /时间$/)
    }
  })

  it('is that of the whole card', () => {
    const { place, cursor } = corpusFixture({ '1.txt': '在⟦嘉$0兴市|Place⟧。' })
    assert.equal(
      hover(place, cursor)?.plain,
      '嘉兴市 · 地点\n1 处提及：1.txt (1)\n建议 · 规则：mark · 可信度 1.00',
    )
  })
})

describe('why a mention was found', () => {
  const { place } = corpusFixture({ '1.txt': '第一行\n第二行⟦嘉兴市|Place⟧' })
  const reason = (changes: Partial<Mention>): string => {
    const [mention] = place.document.mentions
    assert.ok(mention)
    return reasonOf({ ...mention, ...changes }, place.document)
  }

  it('is a model of the person’s own pages', () => {
    assert.equal(reason({ source: 'personal 0.83' }), 'learned, also from your pages 0.83')
  })

  it('is a rule by its name', () => {
    assert.equal(reason({ source: 'byline', confidence: 0.9 }), 'rule: byline · confidence 0.90')
    assert.equal(ruleLabel('name with the head 总工会'), 'name with the head 总工会')
  })

  it('is a probability, a line or a mark of the person', () => {
    assert.equal(reason({ source: 'learned 0.87', confidence: 0.87 }), 'learned 0.87')
    const spread = { source: 'named elsewhere on the page', sameAs: 5, confidence: 0.7 }
    assert.equal(reason(spread), 'same name, line 2 · confidence 0.70')
    assert.equal(reason({ source: 'your mark' }), 'your mark')
  })
})
