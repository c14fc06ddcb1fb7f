import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { acted, annotated, pageOf, printed, recordsAfter } from './fixture.ts'

describe('retype', () => {
  it('gives another type, to an annotation and to a suggestion', () => {
    assert.equal(acted('在⟦嘉$0兴|Place!⟧举行', 'retype', { type: 'Group' }), '在⟦嘉兴|Group!⟧举行')
    assert.equal(acted('在⟦嘉$0兴|Place⟧举行', 'retype', { type: 'Group' }), '在⟦嘉兴|Group!⟧举行')
  })

  it('finds a mention by its exact range', () => {
    assert.equal(
      acted('在$<⟦嘉兴|Place⟧>$举行', 'retype', { type: 'Group' }),
      '在⟦嘉兴|Group!⟧举行',
    )
  })

  it('keeps the relations that are allowed for the type', () => {
    const marked = '⟦助企行动|Initiative!⟧由⟦嘉$0兴|Place!⟧主办'
    const given = { relations: [['actor', 0, 1]] as const }
    const retyped = (type: string) => recordsAfter(marked, 'retype', { type }, given).relations
    assert.deepEqual(retyped('Organization'), ['actor 助企行动→嘉兴'])
    assert.deepEqual(retyped('Date'), [])
  })

  it('is refused for no mention, an unknown type and the type that it has', () => {
    assert.match(acted('$0举行', 'retype', { type: 'Place' }), /^refused/)
    assert.match(acted('⟦嘉$0兴|Place!⟧举行', 'retype', { type: 'City' }), /^refused/)
    assert.match(acted('⟦嘉$0兴|Place!⟧举行', 'retype', { type: 'Place' }), /^refused/)
  })
})

describe('widen', () => {
  const end = (marked: string, by = 'character') => acted(marked, 'widen', { side: 'end', by })
  const start = (marked: string, by = 'character') => acted(marked, 'widen', { side: 'start', by })

  it('takes in a character or a word', () => {
    assert.equal(end('在⟦嘉$0兴|Place!⟧市举行'), '在⟦嘉兴市|Place!⟧举行')
    assert.equal(start('在浙江⟦嘉$0兴|Place!⟧市'), '在浙⟦江嘉兴|Place!⟧市')
    assert.equal(start('在浙江⟦嘉$0兴|Place!⟧市', 'word'), '在⟦浙江嘉兴|Place!⟧市')
    assert.equal(end('⟦嘉$0兴|Place!⟧工作会', 'word'), '⟦嘉兴工作|Place!⟧会')
  })

  it('counts characters as readers do', () => {
    assert.equal(end('⟦嘉$0兴|Place!⟧𠮷田'), '⟦嘉兴𠮷|Place!⟧田')
    assert.equal(end('⟦嘉$0兴|Place!⟧e\u0301田'), '⟦嘉兴e\u0301|Place!⟧田')
    assert.equal(start('👨‍👩‍👧⟦嘉$0兴|Place!⟧'), '⟦👨‍👩‍👧嘉兴|Place!⟧')
  })

  it('goes on over a line break and a caption', () => {
    assert.equal(end('标题⏎在⟦嘉$0兴|Place!⟧ ⏎市举行'), '标题⏎在⟦嘉兴 ⏎市|Place!⟧举行')
    assert.equal(
      end('标题⏎推动⟦快$0|Group!⟧⏎图为现场。⏎递小哥'),
      '标题⏎推动⟦快|Group!1⟧⏎图为现场。⏎⟦递|Group!1⟧小哥',
    )
  })

  it('accepts a suggestion with its new edge', () => {
    assert.equal(end('在⟦嘉$0兴|Place⟧市举行'), '在⟦嘉兴市|Place!⟧举行')
  })

  it('does not go over another annotation, but over a suggestion', () => {
    assert.equal(end('⟦嘉$0兴|Place!⟧⟦市|Group!⟧'), 'refused: Another annotation stands there.')
    assert.equal(end('⟦嘉$0兴|Place!⟧⟦市|Group⟧'), '⟦嘉兴市|Place!⟧')
  })

  it('ends with its article', () => {
    assert.equal(end('⟦嘉$0兴|Place!⟧'), 'refused: There is nothing more to take in.')
    assert.equal(start('⟦嘉$0兴|Place!⟧'), 'refused: There is nothing more to take in.')
  })
})

describe('narrow', () => {
  const end = (marked: string, by = 'character') => acted(marked, 'narrow', { side: 'end', by })
  const start = (marked: string, by = 'character') => acted(marked, 'narrow', { side: 'start', by })

  it('leaves out a character or a word, with the white space at the new edge', () => {
    assert.equal(end('在⟦嘉兴$0市|Place!⟧举行'), '在⟦嘉兴|Place!⟧市举行')
    assert.equal(start('⟦在 嘉$0兴|Place⟧'), '在 ⟦嘉兴|Place!⟧')
    assert.equal(end('⟦嘉$0兴⏎𠮷|Place!⟧'), '⟦嘉兴|Place!⟧⏎𠮷')
    assert.equal(start('⟦浙江$0嘉兴|Place!⟧', 'word'), '浙江⟦嘉兴|Place!⟧')
  })

  it('takes a fragment away with its last character', () => {
    assert.equal(
      start('标题⏎⟦快$0|Group!1⟧⏎图为。⏎⟦递|Group!1⟧小哥'),
      '标题⏎快⏎图为。⏎⟦递|Group!⟧小哥',
    )
  })

  it('leaves something', () => {
    assert.equal(end('⟦嘉$0|Place!⟧'), 'refused: Nothing would be left of “嘉”.')
  })
})

describe('setRange', () => {
  it('puts a mention elsewhere, not over others', () => {
    const page = annotated('⟦嘉兴|Place!⟧市和⟦绍兴|Place!⟧市')
    assert.equal(page.act('setRange', { id: 'm0' }, { span: { start: 0, end: 3 } }).kind, 'edits')
    assert.equal(printed(pageOf(page.workspace)), '⟦嘉兴市|Place!⟧和⟦绍兴|Place!⟧市')
    const over = { spans: [{ start: 3, end: 5 }] }
    assert.equal(page.act('setRange', { id: 'm0' }, over).kind, 'refused')
  })
})

describe('putHere and confirm', () => {
  it('take no text in which another mention stands', () => {
    const records = { 0: { anchor: 'moved' as const } }
    const page = annotated('⟦嘉兴|Place!⟧市和⟦绍兴|Place!⟧市', { records })
    const over = page.act('putHere', { id: 'm0' }, { span: { start: 2, end: 5 } })
    assert.deepEqual(over, { kind: 'refused', message: 'Another annotation stands there.' })
    assert.equal(page.act('confirm', { id: 'm0' }).kind, 'edits')
    assert.equal(printed(pageOf(page.workspace)), '⟦嘉兴|Place!⟧市和⟦绍兴|Place!⟧市')
  })
})

describe('confirm', () => {
  it('leaves out a piece of which nothing is left', () => {
    const changed = {
      at: [[0, 0] as const, [1, 3] as const],
      quote: ['', '兴市'],
      marked: ['嘉', '兴市'],
    }
    const records = { 0: { ...changed, anchor: 'changed' as const } }
    const page = annotated('⟦在|Place!⟧兴市', { records })
    assert.equal(page.act('confirm', { id: 'm0' }).kind, 'edits')
    assert.equal(printed(pageOf(page.workspace)), '在⟦兴市|Place!⟧')
  })
})

describe('split', () => {
  it('makes two of one', () => {
    assert.equal(acted('⟦王丽$0、李明|Person!⟧', 'split'), '⟦王丽|Person!⟧⟦、李明|Person!⟧')
    assert.equal(acted('⟦王丽 $0⏎李明|Person⟧', 'split'), '⟦王丽|Person!⟧ ⏎⟦李明|Person!⟧')
  })

  it('keeps note and relations with the first, the type with both', () => {
    const marked = '⟦助企行动|Initiative!⟧由⟦总工会$0妇联|Organization!⟧主办'
    const given = { relations: [['actor', 0, 1]] as const, records: { 1: { note: '两家' } } }
    const { mentions, relations } = recordsAfter(marked, 'split', {}, given)
    assert.deepEqual(relations, ['actor 助企行动→总工会'])
    assert.deepEqual(mentions.slice(1), [
      {
        id: 'm1',
        quote: ['总工会'],
        type: 'Organization',
        status: 'accepted',
        note: '两家',
        who: '王丽',
      },
      { id: 'n1', quote: ['妇联'], type: 'Organization', status: 'accepted', who: '王丽' },
    ])
  })

  it('needs the cursor inside, and cuts no character', () => {
    assert.match(acted('⟦$0王丽|Person!⟧', 'split'), /^refused/)
    const page = annotated('⟦王𠮷丽|Person!⟧')
    page.act('split', {}, { offset: 2 })
    assert.equal(printed(pageOf(page.workspace)), '⟦王|Person!⟧⟦𠮷丽|Person!⟧')
  })
})

describe('mergeNext', () => {
  it('makes one of two, with what stands between them', () => {
    assert.equal(
      acted('⟦嘉$0兴市|Place!⟧总⟦工会|Organization⟧', 'mergeNext'),
      '⟦嘉兴市总工会|Place!⟧',
    )
    assert.equal(
      acted('标题⏎⟦快$0|Group⟧⏎图为⟦现场|Place!⟧。⏎⟦递|Group!⟧小哥', 'mergeNext'),
      '标题⏎⟦快|Group!1⟧⏎图为⟦现场|Place!⟧。⏎⟦递|Group!1⟧小哥',
    )
  })

  it('keeps the relations of both', () => {
    const marked = '⟦助企行动|Initiative!⟧由⟦嘉$0兴|Place!⟧⟦总工会|Organization!⟧主办'
    const given = { relations: [['actor', 0, 2]] as const, records: { 2: { note: '市级' } } }
    const { mentions, relations } = recordsAfter(marked, 'mergeNext', {}, given)
    assert.deepEqual(relations, ['actor 助企行动→嘉兴总工会'])
    assert.equal(JSON.stringify(mentions).includes('市级'), true)
  })

  it('needs a next one in the same article', () => {
    const marked = '标题⏎⟦嘉$0兴|Place!⟧。⏎⏎另一题⏎⟦绍兴|Place!⟧。'
    assert.equal(acted(marked, 'mergeNext'), 'refused: No mention follows.')
  })
})

describe('delete', () => {
  it('takes an annotation away with its relations; the suggestion is back', () => {
    const marked = '⟦助企行动|Initiative!⟧由⟦嘉$0兴|Place!⟧主办'
    assert.equal(acted(marked, 'delete'), '⟦助企行动|Initiative!⟧由嘉兴主办')
    const given = { relations: [['actor', 0, 1]] as const }
    assert.deepEqual(recordsAfter(marked, 'delete', {}, given).relations, [])
  })

  it('is not for suggestions', () => {
    assert.match(acted('⟦嘉$0兴|Place⟧', 'delete'), /^refused/)
  })
})

describe('fragments', () => {
  it('are added to the mention before them in the article', () => {
    assert.equal(
      acted('标题⏎⟦甲|Person!⟧推动⟦快|Group⟧⏎图为现场。⏎$<递小哥>$和⟦乙|Person!⟧', 'addFragment'),
      '标题⏎⟦甲|Person!⟧推动⟦快|Group!2⟧⏎图为现场。⏎⟦递小哥|Group!2⟧和⟦乙|Person!⟧',
    )
  })

  it('that touch are one', () => {
    assert.equal(acted('⟦嘉兴|Place!⟧$< 市>$举行', 'addFragment'), '⟦嘉兴 市|Place!⟧举行')
  })

  it('are added to the mention with an id', () => {
    const page = annotated('⟦嘉兴|Place!⟧、⟦绍兴|Place!⟧市')
    page.act('addFragment', { id: 'm0' }, { span: { start: 5, end: 6 } })
    assert.equal(printed(pageOf(page.workspace)), '⟦嘉兴|Place!1⟧、⟦绍兴|Place!⟧⟦市|Place!1⟧')
  })

  it('are taken away', () => {
    const marked = '⟦快|Group!1⟧和⟦递|Group!1⟧和⟦小$0哥|Group!1⟧'
    assert.equal(acted(marked, 'removeFragment'), '⟦快|Group!1⟧和⟦递|Group!1⟧和小哥')
    assert.match(acted('⟦小$0哥|Group!⟧', 'removeFragment'), /^refused/)
  })
})
