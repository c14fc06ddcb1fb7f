import assert from 'node:assert/strict'
import type { ExchangePage } from '../../server/src/exchange/format/model.ts'
import { html } from '../../server/src/exchange/html/html.ts'
import { exchangePage, mention } from './exchange-page.ts'
import { hardInputs } from './matrix.ts'
import { writeAll } from './round-trip.ts'

function report(...pages: readonly ExchangePage[]): string {
  return (writeAll(html, pages).files.get('工人报.html') ?? '').toString()
}

/** What stands between `<main>` and its end, without the attributes of marks. */
function body(...pages: readonly ExchangePage[]): string {
  const main = /<main>\n(.*)<\/main>/s.exec(report(...pages))?.[1] ?? ''
  return main.replace(/<mark [^>]*>/g, '<mark>')
}

describe('HTML report', () => {
  it('has articles with titles and paragraphs, and what belongs to none', () => {
    const text = '报头\n\n引题\n大 标题\n第一段。\n\n社址'
    const page = exchangePage(text, [], [], {
      kind: 'logical',
      articles: [
        {
          ...{ titleLines: ['引题', '大标题'], headline: '大标题', byline: [] },
          spans: [{ start: 4, end: 16 }],
        },
      ],
    })
    assert.equal(
      body(page),
      '<section class="page" id="p1">\n<h2>p.txt</h2>\n<p class="soft">已确认 0 · 建议 0</p>\n' +
        '<div class="loose">\n<p>报头</p>\n</div>\n' +
        '<article>\n<p class="title">引题</p>\n<h3>大 标题</h3>\n<p>第一段。</p>\n</article>\n' +
        '<div class="loose">\n<p>社址</p>\n</div>\n</section>\n',
    )
  })

  it('nests marks, and cuts them where mentions cross', () => {
    const page = exchangePage('甲乙丙丁', [
      mention('a', 'Place', [[0, 3]]),
      mention('b', 'Place', [[0, 1]]),
      mention('c', 'Place', [[2, 4]]),
    ])
    assert.match(
      body(page),
      /<p><mark><mark>甲<\/mark>乙<mark>丙<\/mark><\/mark><mark>丁<\/mark><\/p>/,
    )
  })

  it('has each anchor once, however marks are cut', () => {
    for (const { page } of hardInputs) {
      const ids = [...report(page).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      assert.equal(new Set(ids).size, ids.length)
    }
  })

  it('has every link lead to an anchor', () => {
    for (const { page } of hardInputs) {
      const whole = report(page)
      for (const [, to] of whole.matchAll(/href="#([^"]*)"/g)) {
        assert.ok(whole.includes(` id="${to}"`), to)
      }
    }
  })

  it('needs no script, no style from elsewhere and no network', () => {
    for (const { page } of hardInputs) {
      assert.doesNotMatch(report(page), /<script|<link|<img|<iframe|javascript:|https?:|url\(/i)
    }
  })

  it('never takes a text for markup', () => {
    const evil = "\"><script>alert(1)</script><img src=x onerror='a'>&amp;"
    const page = exchangePage(
      evil,
      [
        mention('a"><b>', evil, [[0, 5]], {
          ...{ note: evil, reading: evil, who: evil, source: evil, entity: evil },
          attributes: { [evil]: evil },
        }),
      ],
      [{ id: evil, type: evil, from: 'a"><b>', to: 'a"><b>', status: 'accepted', note: evil }],
      {
        path: 'p.txt',
        data: { newspaper: evil, date: evil },
        articles: [
          {
            titleLines: [evil],
            headline: evil,
            byline: [evil],
            spans: [{ start: 0, end: evil.length }],
          },
        ],
      },
    )
    const whole = report(page)
    assert.doesNotMatch(whole, /<script|<img|<b>/)
    const attributes = whole.replace(/"[^"<>]*"/g, '""').match(/<mark[^>]*>/g) ?? []
    assert.ok(attributes.length > 0)
    for (const tag of attributes) assert.match(tag, /^<mark(?: [a-z-]+="")+>$/)
  })

  it('has no character that HTML forbids', () => {
    for (const { page } of hardInputs) {
      assert.doesNotMatch(report(page), /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/)
    }
  })

  it('shows colours of the schema only where they are colours', () => {
    const types = [
      { name: 'A', labelZh: '甲', superType: 'class', colour: '#abcdef' },
      { name: 'B', labelZh: '乙', superType: 'class', colour: '}</style><script>' },
    ]
    const writer = html.write({
      schema: { types },
      words: () => [],
      title: 't',
      pages: [],
      versions: { biaozhu: '1' },
      created: '2026-11-20T09:00:00Z',
      initiatives: [],
      options: {},
    })
    const opening = String(writer.begin()[0]?.content)
    assert.match(opening, /\.t0\{--c:#abcdef\}/)
    assert.doesNotMatch(opening, /<script/)
  })

  it('shows controls, which would steer what shows it', () => {
    const text = '甲\u001b[31m\u202e\u009b乙'
    const page = exchangePage(text, [mention('a', 'Person', [[0, text.length]])])
    assert.match(body(page), /甲\\u001b\[31m\\u202e\\u009b乙/)
    assert.doesNotMatch(report(page), /[\u001b\u202e\u009b]/)
  })

  it('has an index of names, not of dates', () => {
    const page = exchangePage('吴浩在今年与吴浩', [
      mention('a', 'Person', [[0, 2]], { linked: 'e' }),
      mention('b', 'Date', [[3, 5]]),
      mention('c', 'Person', [[6, 8]], { linked: 'e' }),
    ])
    const index = /<section id="index">(.*)<\/section>/s.exec(report(page))?.[1] ?? ''
    assert.match(index, /<li>吴浩 <span class="soft">×2 · 版面 <a href="#p1">1<\/a><\/span><\/li>/)
    assert.doesNotMatch(index, /今年/)
  })
})
