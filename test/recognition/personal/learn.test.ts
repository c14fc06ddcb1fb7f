import assert from 'node:assert/strict'
import { adapt } from '../../../server/src/recognition/personal/adapt.ts'
import {
  adaptedParts,
  type PersonalModel,
} from '../../../server/src/recognition/personal/difference.ts'
import { recognisePage } from '../../../server/src/recognition/recognise.ts'
import {
  readModelParts,
  writeTaggerModel,
} from '../../../server/src/recognition/spans/tagger-model.ts'
import { lexicon } from '../../lexicon.ts'
import { parseMarked, renderMarked } from '../../marked.ts'
import { oneArticlePage } from '../one-article.ts'
import { means, recognised } from '../recognised.ts'
import {
  donePage,
  feastPages,
  feasts,
  last,
  learned,
  prepared,
  shipped,
  taggerOf,
} from './pages.ts'

/** The marked text with what is suggested with this model instead of its own marks. */
function suggested(model: PersonalModel, marked: string): string {
  const { text } = parseMarked(marked)
  const personal = taggerOf(model)
  const marks = { fixed: [], positive: new Map(), negative: new Set<string>(), personal }
  const found = recognisePage(text, oneArticlePage(text), means, marks)
  return renderMarked(
    text,
    found.flatMap(({ spans, type }) => spans.map((span) => ({ ...span, type }))),
  )
}

describe('a model learned from done pages', () => {
  const pages = prepared(feastPages(feasts))
  const model = learned({ pages })

  it('suggests names of the person’s own type on another page', () => {
    for (const line of [
      '说起⟦蜜橘节|Feast⟧，人人都很高兴，纷纷点头。',
      '去年的⟦茉莉节|Feast⟧办得很好，今年还要接着办。',
    ])
      assert.equal(suggested(model, line), line)
    assert.equal(suggested(model, '这个季节大家都很高兴。'), '这个季节大家都很高兴。')
  })

  it('is kept, and says how well it does on pages held back', () => {
    const { judgement } = model
    assert.equal(judgement.pages, 5)
    assert.equal(judgement.kept, true)
    assert.equal(judgement.before.gold, 20)
    assert.equal(judgement.before.right, 0)
    assert.ok(judgement.after.f1 > 0.8)
    const [feast] = judgement.perType
    assert.equal(feast?.type, 'Feast')
    assert.equal(feast.before.f1, 0)
  })

  it('is the same each time, in whatever order the pages come', () => {
    assert.deepEqual(learned({ pages }).difference, model.difference)
    assert.deepEqual(learned({ pages: pages.toReversed() }), model)
  })

  it('is not kept when it is worse than the model at work', () => {
    const perfect = model.heldBack.map((page) => ({
      ...page,
      counts: [['Feast', { gold: 4, found: 4, right: 4 }]] as const,
    }))
    const next = learned({ pages, last: { ...model, heldBack: perfect } })
    assert.equal(next.judgement.before.f1, 1)
    assert.equal(next.judgement.kept, next.judgement.after.f1 >= 1)
    const worse = learned({ pages: pages.slice(0, 2), last: { ...model, heldBack: perfect } })
    assert.ok(worse.judgement.after.f1 < 1)
    assert.equal(worse.judgement.kept, false)
  })

  it('measures the model at work on pages that are new to it with that model itself', () => {
    const two = learned({ pages: pages.slice(0, 2) })
    const all = learned({ pages, last: two })
    assert.ok(all.judgement.before.right > 0)
    assert.equal(all.judgement.without.right, 0)
  })

  it('changes nothing of the shipped model', () => {
    const before = shipped.slice()
    const line = '⟦王建国|Person⟧在⟦5月3日|Date⟧来到这里。'
    assert.equal(recognised(line), line)
    learned({ pages: pages.slice(0, 2) })
    assert.deepEqual(shipped, before)
    assert.equal(recognised(line), line)
  })

  it('is the shipped model where the difference is none', () => {
    const parts = readModelParts(shipped)
    assert.ok(parts)
    const difference = writeTaggerModel(last(adapt([], parts, lexicon)))
    assert.ok(difference.length < 10_000)
    const line = '⟦王建国|Person⟧在⟦5月3日|Date⟧来到这里。'
    assert.equal(suggested({ difference }, line), line)
    assert.equal(adaptedParts(parts, shipped.subarray(0, 100)), undefined)
    const others = { ...parts, types: parts.types.toReversed() }
    assert.equal(adaptedParts(others, difference), undefined)
  })

  it('stops suggesting what the person takes for no name', () => {
    const dates = ['3月5日', '4月8日', '6月9日', '7月2日', '8月4日', '9月6日']
    const rejecting = dates.map((date, at) =>
      donePage(`r${at}.txt`, `${date}，大家一起清扫街道。⏎王建国在${date}来到这里。`),
    )
    const date = '5月3日'
    const line = `⟦${date}|Date⟧，大家一起清扫街道。`
    assert.equal(suggested(model, line), line)
    const strict = learned({ pages: prepared(rejecting) })
    assert.equal(strict.judgement.kept, true)
    assert.equal(suggested(strict, line), `${date}，大家一起清扫街道。`)
  })

  it('is made of pages without any text and of names that stand nowhere, too', () => {
    const empty = donePage('empty.txt', '')
    const lost = { ...empty, id: 'lost.txt', mentions: [{ span: { start: 0, end: 3 }, type: 'X' }] }
    const { judgement } = learned({ pages: prepared([empty, lost]) })
    assert.equal(judgement.after.gold, 1)
    assert.equal(judgement.kept, true)
  })
})
