import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { hover } from '../../server/src/feature/cursor/hover.ts'
import { sliceSpan } from '../../server/src/text/span.ts'
import { corpusFixture } from '../corpus-fixture.ts'

describe('hover', () => {
  const pages = {
    '1.txt':
      '建会入会\n⟦嘉兴市|Place⟧⟦“助企$0十条”|Initiative⟧与⟦货车司机|Group⟧。⟦“助企十条”|Initiative⟧。',
    '2.txt': '⟦“助企十条”|Initiative⟧很好。',
  }

  it('says type, counts by page, article, neighbours and why', () => {
    const { place, cursor } = corpusFixture(pages)
    const card = hover(place, cursor)
    assert.ok(card)
    assert.equal(sliceSpan(place.document.text, card.span), '“助企十条”')
    const lines = card.plain.split('\n')
    assert.match(lines[0] ?? '', /助企十条.* · Initiative$/)
    assert.ok(lines.includes('3 mentions: 1.txt (2) · 2.txt (1)'), card.plain)
    assert.ok(lines.includes('Article: 建会入会'), card.plain)
    assert.ok(lines.includes('Before: 嘉兴市 (Place) · After: 货车司机 (Group)'), card.plain)
    assert.ok(lines.includes('suggested · rule: mark · confidence 1.00'), card.plain)
  })

  it('says why the mention is one of its entity', () => {
    const why = (pages: Readonly<Record<string, string>>) => {
      const { place, cursor } = corpusFixture(pages)
      const lines = hover(place, cursor)?.plain.split('\n') ?? []
      return lines.find((line) => line.startsWith('Why this entity'))
    }
    assert.equal(why(pages), 'Why this entity: the same name in the corpus')
    assert.equal(
      why({ '1.txt': '⟦诸暨市总工会|Organization⟧和⟦市总$0工会|Organization⟧。' }),
      'Why this entity: short for “诸暨市总工会” on this page',
    )
    assert.equal(
      why({
        '1.txt': '⟦浙江省诸暨市总工会|Organization⟧即⟦诸暨市总工会|Organization⟧。',
        '2.txt': '⟦诸暨市总$0工会|Organization⟧。',
      }),
      'Why this entity: the same name in the corpus; “诸暨市总工会” is short for “浙江省诸暨市总工会” on 1.txt',
    )
    assert.equal(why({ '1.txt': '在⟦嘉$0兴市|Place⟧。' }), undefined)
  })

  it('leads from an initiative to all that is known of it, and takes that along', () => {
    const linked = (marked: string): readonly string[] => {
      const { place, cursor } = corpusFixture({ '1.txt': marked })
      const markdown = hover(place, cursor, { ownCommands: true })?.markdown ?? ''
      return [...markdown.matchAll(/\[([^\]]*)\]\(command:biaozhu\.actOnMention/g)].map(
        ([, title = '']) => title,
      )
    }
    const ways = ['Show All That Is Known', 'Copy as Markdown', 'Copy as JSON']
    assert.deepEqual(linked('⟦“助企$0十条”|Initiative⟧').slice(0, 3), ways)
    assert.ok(!linked('⟦嘉$0兴市|Place⟧').includes(ways[0] ?? ''))
  })

  it('escapes what the page says', () => {
    const { place, cursor } = corpusFixture({
      '1.txt': '在⟦[x](command:a)$0<b>|Organization⟧。',
    })
    const markdown = hover(place, cursor)?.markdown ?? ''
    assert.ok(markdown.includes('\\[x\\]\\(command\\:a\\)\\<b\\>'), markdown)
  })

  it('shows controls in what the page says', () => {
    const { place, cursor } = corpusFixture({
      '1.txt': '在⟦甲\u001b$0[31m\u202e乙|Organization⟧。',
    })
    const card = hover(place, cursor)
    assert.match(card?.markdown ?? '', /甲\\\\u001b\\\[31m\\\\u202e乙/)
    assert.match(card?.plain ?? '', /甲\\u001b\[31m\\u202e乙/)
    assert.doesNotMatch(`${card?.markdown}${card?.plain}`, /[\u001b\u202e]/)
  })

  it('says what a date and a figure mean', () => {
    const date = corpusFixture({ '1.txt': '在⟦2021年1$01月|Date⟧。' })
    assert.ok(hover(date.place, date.cursor)?.plain.includes('\nValue: 2021-11\n'))
    const figure = corpusFixture({ '1.txt': '投入⟦9.2$0亿元|Figure⟧。' })
    assert.ok(hover(figure.place, figure.cursor)?.plain.includes('\nValue: 920,000,000 元\n'))
    const more = corpusFixture({ '1.txt': '有⟦10多$0万|Figure⟧。' })
    assert.ok(hover(more.place, more.cursor)?.plain.includes('\nValue: > 100,000\n'))
    const vague = corpusFixture({ '1.txt': '在⟦近$0日|Date⟧。' })
    assert.ok(!hover(vague.place, vague.cursor)?.plain.includes('Value'))
  })

  it('counts one mention in words', () => {
    const { place, cursor } = corpusFixture({ '1.txt': '在⟦嘉$0兴市|Place⟧。' })
    assert.ok(hover(place, cursor)?.plain.includes('1 mention: 1.txt (1)'))
  })

  it('is on the mention behind the cursor where two touch, and on none between mentions', () => {
    const { place } = corpusFixture({ '1.txt': '⟦甲县|Place⟧⟦乙县|Place⟧好。' })
    const nameAt = (offset: number): string | undefined =>
      hover(place, offset)?.plain.split(' ·')[0]
    assert.equal(nameAt(2), '乙县')
    assert.equal(nameAt(4), '乙县')
    assert.equal(nameAt(5), undefined)
  })

  it('hides with the suggestions', () => {
    const { place, cursor } = corpusFixture(pages)
    assert.equal(hover(place, cursor, { suggestions: false }), undefined)
    assert.equal(hover(place, cursor, { minimumConfidence: 1.01 }), undefined)
    assert.ok(hover(place, cursor, { minimumConfidence: 1 }))
  })
})
