import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { defaultSchema } from '../../../server/src/annotation/schema/schema.ts'
import { acted, annotated, pageOf, printed, recordsAfter } from './fixture.ts'

const mark = (marked: string, type: string, given = {}) => acted(marked, 'mark', { type }, given)
const overlap = { schema: { ...defaultSchema, overlap: true } }

describe('mark with a selection', () => {
  it('marks it', () => {
    assert.equal(mark('在$<嘉兴市>$举行', 'Place'), '在⟦嘉兴市|Place!⟧举行')
  })

  it('leaves out white space and line breaks at its edges', () => {
    assert.equal(mark('在$< 嘉兴市\u3000⏎>$举行', 'Place'), '在 ⟦嘉兴市|Place!⟧\u3000⏎举行')
    assert.equal(mark('在$< ⏎>$举行', 'Place'), 'refused: There is nothing to mark here.')
  })

  it('over a column break is one span', () => {
    assert.equal(mark('标题⏎为$<货⏎车司机>$服务', 'Group'), '标题⏎为⟦货⏎车司机|Group!⟧服务')
  })

  it('takes whole characters', () => {
    const page = annotated('在𠮷田举行')
    page.act('mark', { type: 'Place' }, { span: { start: 2, end: 4 } })
    assert.equal(printed(pageOf(page.workspace)), '在⟦𠮷田|Place!⟧举行')
  })

  it('says who marked it, and keeps the note', () => {
    const { mentions } = recordsAfter('在$<嘉兴市>$举行', 'mark', { type: 'Place', note: '市区' })
    assert.deepEqual(mentions, [
      {
        id: 'n1',
        quote: ['嘉兴市'],
        type: 'Place',
        status: 'accepted',
        note: '市区',
        who: '王丽',
      },
    ])
  })

  it('is refused for a type that the schema lacks', () => {
    assert.equal(mark('在$<嘉兴市>$举行', 'City'), 'refused: The schema has no type “City”.')
  })

  it('is refused where it is marked so already', () => {
    assert.equal(
      mark('在$<⟦嘉兴市|Place!⟧>$举行', 'Place'),
      'refused: “嘉兴市” is already marked as Place.',
    )
  })

  it('takes the place of suggestions that it covers, which are not rejected', () => {
    const marked = '$<⟦嘉兴市|Place⟧总⟦工会|Organization⟧>$'
    assert.equal(mark(marked, 'Organization'), '⟦嘉兴市总工会|Organization!⟧')
    assert.equal(recordsAfter(marked, 'mark', { type: 'Organization' }).mentions.length, 1)
  })

  it('that says what a suggestion says accepts it, with its source', () => {
    const { mentions } = recordsAfter('在$<⟦嘉兴市|Place⟧>$举行', 'mark', { type: 'Place' })
    assert.deepEqual(mentions, [
      {
        id: 'n1',
        quote: ['嘉兴市'],
        type: 'Place',
        status: 'accepted',
        source: 'mark',
        confidence: 1,
        who: '王丽',
      },
    ])
  })

  it('takes back a rejection of the same type at the same place, and only that', () => {
    assert.equal(mark('在$<⟦嘉兴市|Place-⟧>$举行', 'Place'), '在⟦嘉兴市|Place!⟧举行')
    const { mentions } = recordsAfter('在$<⟦嘉兴市|Place-⟧>$举行', 'mark', { type: 'Group' })
    assert.deepEqual(
      mentions.map((each) => JSON.stringify(each).replace(/.*"type":"(\w+)".*/, '$1')),
      ['Place', 'Group'],
    )
  })
})

describe('mark over annotations in a flat schema', () => {
  it('replaces those that it overlaps', () => {
    const marked = '⟦嘉$<兴市|Place!⟧总⟦工会|Group!⟧>$'
    assert.equal(mark(marked, 'Organization'), '嘉⟦兴市总工会|Organization!⟧')
  })

  it('gives the same place another type, and keeps what else is known', () => {
    const records = { 0: { note: '首届', entity: 'Place:嘉兴市', unsure: true as const } }
    const given = { records }
    const { mentions } = recordsAfter(
      '在$<⟦嘉兴市|Place!⟧>$举行',
      'mark',
      { type: 'Organization' },
      given,
    )
    assert.deepEqual(mentions, [
      {
        id: 'm0',
        quote: ['嘉兴市'],
        type: 'Organization',
        status: 'accepted',
        ...records[0],
        who: '王丽',
      },
    ])
  })

  it('gives one of the same type another place', () => {
    const given = { records: { 0: { note: '首届' } } }
    const { mentions } = recordsAfter('在$<⟦嘉兴|Place!⟧市>$', 'mark', { type: 'Place' }, given)
    assert.deepEqual(mentions, [
      {
        id: 'm0',
        quote: ['嘉兴市'],
        type: 'Place',
        status: 'accepted',
        note: '首届',
        who: '王丽',
      },
    ])
  })

  it('drops relations of what it replaces, and keeps those of what goes on', () => {
    const marked = '⟦助企行动|Initiative!⟧由$<⟦嘉兴|Place!⟧市>$主办'
    const given = { relations: [['actor', 0, 1]] as const }
    assert.deepEqual(recordsAfter(marked, 'mark', { type: 'Organization' }, given).relations, [])
    assert.deepEqual(recordsAfter(marked, 'mark', { type: 'Place' }, given).relations, [
      'actor 助企行动→嘉兴市',
    ])
  })

  it('says how many relations went', () => {
    const page = annotated('⟦助企行动|Initiative!⟧由⟦嘉兴|Place!⟧市主办', {
      relations: [['actor', 0, 1]],
    })
    const result = page.act('mark', { type: 'Date' }, { span: { start: 5, end: 8 } })
    assert.equal(result.kind === 'edits' ? result.message : '', 'Relations dropped: 1')
  })
})

describe('mark in a schema with overlaps', () => {
  it('keeps what it covers, crosses or stands in', () => {
    assert.equal(
      mark('$<⟦嘉兴市|Place!⟧总工会>$', 'Organization', overlap),
      '⟦⟦嘉兴市|Place!⟧总工会|Organization!⟧',
    )
    assert.equal(
      mark('在$<⟦嘉兴市|Place!⟧>$举行', 'Organization', overlap),
      '在⟦⟦嘉兴市|Place!⟧|Organization!⟧举行',
    )
  })

  it('is refused at the same place with the same type only', () => {
    assert.equal(
      mark('在$<⟦嘉兴市|Place!⟧>$举行', 'Place', overlap),
      'refused: “嘉兴市” is already marked as Place.',
    )
  })
})

describe('mark without a selection', () => {
  it('takes the mention under the cursor', () => {
    assert.equal(mark('在⟦嘉兴$0市|Place⟧举行', 'Group'), '在⟦嘉兴市|Group!⟧举行')
    assert.equal(mark('在⟦嘉兴市|Place!⟧$0举行', 'Group'), '在⟦嘉兴市|Group!⟧举行')
  })

  it('takes what was rejected there', () => {
    assert.equal(mark('在⟦嘉兴$0市总|Place-⟧举行', 'Place'), '在⟦嘉兴市总|Place!⟧举行')
  })

  it('takes the longest name that the corpus knows', () => {
    const others = { '2.txt': '⟦富润|Organization!⟧、⟦富润集团|Organization⟧' }
    assert.equal(
      mark('他在富$0润集团工作', 'Organization', { others }),
      '他在⟦富润集团|Organization!⟧工作',
    )
  })

  it('takes a name that a caption cuts in pieces', () => {
    const others = { '2.txt': '⟦快递小哥|Group!⟧' }
    assert.equal(
      mark('标题⏎推动快⏎图为现场。⏎递$0小哥入会。', 'Group', { others }),
      '标题⏎推动⟦快|Group!1⟧⏎图为现场。⏎⟦递小哥|Group!1⟧入会。',
    )
  })

  it('takes the word', () => {
    assert.equal(mark('他在公$0司工作', 'Organization'), '他在⟦公司|Organization!⟧工作')
    assert.equal(mark('他在公司$0。', 'Organization'), '他在⟦公司|Organization!⟧。')
    assert.equal(mark('。$0。', 'Organization'), 'refused: There is nothing to mark here.')
  })

  it('takes the whole of a word that a line break cuts', () => {
    assert.equal(mark('标题⏎他在公⏎$0司工作', 'Group'), '标题⏎他在⟦公⏎司|Group!⟧工作')
  })
})

describe('a selection over a caption', () => {
  const marked = '标题⏎推动$<快⏎图为现场。⏎递小哥>$入会。'

  it('is marked as it is, or in the fragments of its article', () => {
    assert.equal(mark(marked, 'Group'), '标题⏎推动⟦快⏎图为现场。⏎递小哥|Group!⟧入会。')
    assert.equal(
      acted(marked, 'mark', { type: 'Group', fragments: true }),
      '标题⏎推动⟦快|Group!1⟧⏎图为现场。⏎⟦递小哥|Group!1⟧入会。',
    )
  })

  it('offers its fragments', () => {
    const { act, selection } = annotated(marked)
    assert.deepEqual(act('fragmentsOf', {}, { span: selection }), {
      kind: 'answer',
      answer: {
        ranges: [
          { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } },
          { start: { line: 3, character: 0 }, end: { line: 3, character: 3 } },
        ],
        texts: ['快', '递小哥'],
        whole: false,
      },
    })
  })

  it('that begins in the caption belongs to the article in which it ends', () => {
    const { act, selection } = annotated('标题⏎推动快⏎图为$<现场。⏎递小哥>$入会。')
    const result = act('fragmentsOf', {}, { span: selection })
    assert.deepEqual(result.kind === 'answer' && result.answer, {
      ranges: [{ start: { line: 3, character: 0 }, end: { line: 3, character: 3 } }],
      texts: ['递小哥'],
      whole: false,
    })
  })

  it('within one article is whole', () => {
    const { act, selection } = annotated('标题⏎推动$<快⏎递小哥>$入会。')
    const result = act('fragmentsOf', {}, { span: selection })
    assert.equal(
      result.kind === 'answer' && JSON.stringify(result.answer).includes('"whole":true'),
      true,
    )
  })
})
