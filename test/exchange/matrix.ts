/** The hard inputs that every format meets, one list for all of them. */
import type {
  ExchangeMention,
  ExchangePage,
  ExchangeRelation,
} from '../../server/src/exchange/format/model.ts'
import { exchangePage, mention } from './exchange-page.ts'

export interface HardInput {
  readonly name: string
  readonly page: ExchangePage
}

export const hardInputs: readonly HardInput[] = [
  { name: 'a page without text', page: exchangePage('') },
  { name: 'a page without annotations', page: exchangePage('没有提及。\n') },
  { name: 'blank lines and blanks at the ends', page: blanks() },
  { name: 'characters outside the plane', page: astral() },
  { name: 'nested and crossing mentions', page: overlapping() },
  { name: 'mentions in pieces', page: discontinuous() },
  { name: 'a name cut by a break', page: broken() },
  { name: 'mentions of one place and type', page: twins() },
  { name: 'Chinese names of types, attributes and values', page: chineseNames() },
  { name: 'notes with tabs and newlines', page: notes() },
  { name: 'U+2028, U+0085, tabs and controls', page: oddBreaks() },
  { name: 'compatibility ideographs and decomposed letters', page: unnormalised() },
  { name: 'marks of markup', page: markup() },
  { name: 'formula-like names', page: formulas() },
  { name: 'every part of an annotation', page: everything() },
  { name: 'relations', page: related() },
  { name: 'suggested and rejected', page: statuses() },
  { name: 'two long lines', page: longLines() },
]

/** The same for many annotations, which takes its time. */
export const largeInput: HardInput = { name: '10,000 annotations', page: many(10_000) }

function blanks(): ExchangePage {
  return exchangePage('\n\n  吴浩 说 \n\n', [
    mention('a', 'Person', [[4, 6]]),
    mention('b', 'Person', [[3, 7]]),
    mention('c', 'Group', [[2, 8]]),
  ])
}

function astral(): ExchangePage {
  return exchangePage('😀𠮷田茂访问上海😀。\n𠮷', [
    mention('a', 'Person', [[2, 6]]),
    mention('b', 'Place', [[8, 10]]),
    mention('c', 'Group', [[10, 12]]),
    mention('d', 'Group', [[14, 16]]),
  ])
}

/** The example of the research: 中国国民党⏎中央执行委员会与北京、南京市政府会谈。 */
function overlapping(): ExchangePage {
  return exchangePage('中国国民党中央执行委员会与北京、南京市政府会谈。', [
    mention('a', 'Organization', [[0, 12]]),
    mention('b', 'Place', [[0, 2]]),
    mention('c', 'Organization', [[0, 5]]),
    mention('d', 'Document', [[9, 15]]),
    mention('e', 'Place', [[13, 15]]),
    mention('f', 'Organization', [[16, 21]]),
  ])
}

function discontinuous(): ExchangePage {
  return exchangePage('与北京、南京市政府会谈。\n快图为现场。\n递小哥', [
    mention('a', 'Organization', [
      [1, 3],
      [6, 9],
    ]),
    mention('b', 'Organization', [[4, 9]]),
    mention('c', 'Group', [
      [13, 14],
      [20, 23],
    ]),
    // Read in another order than it stands.
    mention('d', 'Group', [
      [20, 22],
      [13, 14],
    ]),
  ])
}

function broken(): ExchangePage {
  return exchangePage('推动货\n车司机与快\n\n  递小哥入会,货\n', [
    mention('a', 'Group', [[2, 7]]),
    mention('b', 'Group', [[8, 16]]),
    mention('c', 'Group', [[19, 21]]),
  ])
}

function twins(): ExchangePage {
  return exchangePage('吴浩说', [
    mention('a', 'Person', [[0, 2]], { note: '一' }),
    mention('b', 'Person', [[0, 2]], { note: '二' }),
    mention('c', 'Place', [[0, 2]]),
  ])
}

function chineseNames(): ExchangePage {
  return exchangePage(
    '“助企十条”由总工会推出',
    [
      mention('a', '举措', [[0, 6]], {
        attributes: { 级别: '省 级', 'a b': 'x=y|z', _u4E3E_: '1' },
      }),
      mention('b', '组织_B-I', [[7, 10]]),
      mention('c', 'has space|bar;semi', [[10, 12]]),
    ],
    [{ id: 'r', type: '主办 方', from: 'a', to: 'b', status: 'accepted' }],
  )
}

function notes(): ExchangePage {
  return exchangePage('吴浩、王丽、李强', [
    mention('a', 'Person', [[0, 2]], { note: '一\t二\n三\r\n四\u2028五 \\n "六", <七>' }),
    mention('b', 'Person', [[3, 5]], { note: '' }),
    mention('c', 'Person', [[6, 8]], { note: ' =1+1 ', reading: '李\n强', who: '王 丽\t' }),
  ])
}

function oddBreaks(): ExchangePage {
  return exchangePage('货\u2028车、快\u0085递、小\t哥、老\u000b板、全\u3000角、零\u200b宽', [
    mention('a', 'Group', [[0, 3]]),
    mention('b', 'Group', [[4, 7]]),
    mention('c', 'Group', [[8, 11]]),
    mention('d', 'Group', [[12, 15]]),
    mention('e', 'Group', [[16, 19]]),
    mention('f', 'Group', [[20, 23]]),
  ])
}

/** U+FA19 and U+2F800 would be changed by normalising, the latter in its length too. */
function unnormalised(): ExchangePage {
  return exchangePage('\uFA19社\u{2F800}丽e\u0301cole\uFF21', [
    mention('a', 'Place', [[0, 2]]),
    mention('b', 'Person', [[2, 5]]),
    mention('c', 'Place', [[5, 12]]),
  ])
}

function markup(): ExchangePage {
  const text = '<b>&amp; "甲" \'乙\'</b> ]]> {{丙}} [丁](戊) *己* | -DOCSTART-\n#庚'
  const words = ['<b>', '&amp; "甲"', ']]>', '{{丙}}', '[丁](戊)', '| -DOCSTART-', '#庚']
  return exchangePage(
    text,
    words.map((word, i) => {
      const start = text.indexOf(word)
      const note = i === 1 ? { note: '<script>alert(1)</script>' } : {}
      return mention(`m${i}`, 'Person', [[start, start + word.length]], note)
    }),
  )
}

function formulas(): ExchangePage {
  return exchangePage('=1+1、+86、-5、@甲、\'乙、"丙,丁"', [
    mention('a', 'Figure', [[0, 4]], { note: '=cmd|x' }),
    mention('b', 'Figure', [[5, 8]], { note: "'=1" }),
    mention('c', 'Figure', [[9, 11]]),
    mention('d', 'Contact', [[12, 14]]),
    mention('e', 'Person', [[15, 17]]),
    mention('f', 'Person', [[18, 23]]),
  ])
}

function everything(): ExchangePage {
  const attributes = {
    flag: true,
    no: false,
    count: 3,
    number: -1.5,
    text: '3',
    yes: 'true',
    '': '',
  }
  return exchangePage(
    '吴浩在嘉兴',
    [
      mention('01M7W2Y8K8HMQM4C80VYZ2Q50G', 'Person', [[0, 2]], {
        attributes,
        confidence: 0.25,
        source: 'quoted name',
        note: '首届?',
        unsure: true,
        entity: 'p.txt#Person:吴 浩',
        reading: '吴皓',
        who: '王丽',
        when: '2026-11-20T09:00:00Z',
        extra: { conflict: { type: 'Group' }, later: [1, null] },
      }),
      mention('b', 'Place', [[3, 5]], { entity: 'Wikidata:Q58178', note: '市' }),
    ],
    [],
    {
      data: { newspaper: '嘉兴日报', date: '2021-11-22', number: 3 },
      articles: [{ titleLines: ['吴浩在嘉兴'], headline: '吴浩在嘉兴', byline: [], spans: [] }],
      records: [{ kind: 'page', id: 'd1', what: 'done', value: { schema: '1' }, who: '王丽' }],
    },
  )
}

function related(): ExchangePage {
  const relation = (
    id: string,
    from: string,
    to: string,
    rest: Partial<ExchangeRelation> = {},
  ): ExchangeRelation => ({ id, type: 'actor', from, to, status: 'accepted', ...rest })
  return exchangePage(
    '总工会启动“十匠”行动,在\n嘉兴',
    [
      mention('a', 'Organization', [[0, 3]]),
      mention('b', 'Initiative', [[5, 11]]),
      mention('c', 'Place', [[12, 16]]),
    ],
    [
      relation('r1', 'b', 'a', { attributes: { part: 'host' }, note: '一\n二', who: '王丽' }),
      relation('r2', 'b', 'a'),
      relation('r3', 'b', 'c', { status: 'suggested', confidence: 0.5, source: 'facts' }),
      relation('r4', 'a', 'a', { status: 'rejected', unsure: true, extra: { later: 1 } }),
    ],
  )
}

function statuses(): ExchangePage {
  return exchangePage('甲乙丙', [
    mention('a', 'Person', [[0, 1]], { status: 'suggested', confidence: 0.7, source: 'person' }),
    mention('b', 'Person', [[1, 2]], { status: 'rejected' }),
    mention('c', 'Person', [[2, 3]], { status: 'accepted', confidence: 1 }),
  ])
}

function longLines(): ExchangePage {
  const line = '在嘉兴市总工会,'.repeat(2_000)
  return exchangePage(`${line}\n${line}`, [
    mention('a', 'Place', [[1, 4]]),
    mention('b', 'Organization', [[line.length - 7, line.length - 1]]),
    mention('c', 'Place', [[line.length + 2, line.length + 5]]),
  ])
}

function many(count: number): ExchangePage {
  const mentions = Array.from({ length: count }, (_, i): ExchangeMention => {
    const start = i * 4
    return mention(`m${i}`, i % 2 === 0 ? 'Person' : 'Place', [[start, start + 2]])
  })
  return exchangePage('吴浩,\n'.repeat(count), mentions)
}
