import assert from 'node:assert/strict'
import { escapeMarkdown, lineOfMarkdown } from '../../server/src/exchange/markdown/escape.ts'
import { markdown } from '../../server/src/exchange/markdown/markdown.ts'
import { exchangePage, mention } from './exchange-page.ts'
import { writeAll } from './round-trip.ts'

describe('Markdown', () => {
  it('is a file a page, and one that lists them', () => {
    const page = exchangePage(
      '标题\n“五型”品牌由总工会推出',
      [
        mention('a', 'Initiative', [[3, 9]]),
        mention('b', 'Organization', [[10, 13]], {
          status: 'suggested',
          unsure: true,
          note: '省*',
        }),
      ],
      [{ id: 'r', type: 'actor', from: 'a', to: 'b', status: 'accepted' }],
      {
        kind: 'logical',
        articles: [
          { titleLines: ['标题'], headline: '标题', byline: [], spans: [{ start: 0, end: 15 }] },
        ],
      },
    )
    const { files } = writeAll(markdown, [page])
    assert.equal(
      (files.get('p.md') ?? '').toString(),
      `# p.txt

已确认 1 · 建议 1

## 标题

<mark>“五型”品牌</mark><sub>举措</sub>由<mark>总工会</mark><sub>组织·建议?</sub>推出

### 关系 Relations

- “五型”品牌 → 主体:总工会

### 备注 Notes

- 总工会:省\\*
`,
    )
    assert.equal(
      (files.get('工人报.index.md') ?? '').toString(),
      '# 工人报\n\n## 版面 Pages\n\n- [p.txt](p.md)\n',
    )
  })

  it('shows controls, which would steer what shows it', () => {
    assert.equal(escapeMarkdown('甲\u001b[31m\u202e\u0085乙'), '甲\\\\u001b\\[31m\\\\u202e 乙')
  })

  it('never takes a text for markup', () => {
    assert.equal(
      escapeMarkdown('<b> &amp; [a](b) `c`\n*d*'),
      '&lt;b&gt; &amp;amp; \\[a\\](b) \\`c\\` \\*d\\*',
    )
    assert.equal(escapeMarkdown('http://a www.b c@d 8:30'), 'http\\://a www\\.b c\\@d 8:30')
    assert.deepEqual(['# a', '- a', '1. a', '    a', '= a', '2021年'].map(lineOfMarkdown), [
      ...['\\# a', '\\- a', '1\\. a', 'a', '\\= a', '2021年'],
    ])
  })
})
