import assert from 'node:assert/strict'
import { type Marks, negativeMark } from '../../server/src/recognition/decided/decisions.ts'
import { oneArticlePage } from './one-article.ts'
import { recognise } from './recognised.ts'

const none: Marks = { fixed: [], positive: new Map(), negative: new Set() }

function found(text: string, marks: Marks): string[] {
  return recognise(text, oneArticlePage(text), marks).map(
    (mention) => `${mention.text} ${mention.type} ${mention.spans[0]?.start}`,
  )
}

describe("a person's marks", () => {
  const text = '记者王小明报道 湖州市总工会推出好人榜。好人榜真好。'

  it('change nothing where there are none', () => {
    assert.deepEqual(found(text, none), ['王小明 Person 2', '湖州市总工会 Organization 8'])
  })

  it('find a name of theirs everywhere, and say so', () => {
    const marks = { ...none, positive: new Map([['好人榜', 'Initiative']]) }
    assert.deepEqual(found(text, marks).slice(2), ['好人榜 Initiative 16', '好人榜 Initiative 20'])
    const mention = recognise(text, oneArticlePage(text), marks).at(-1)
    assert.equal(mention?.source, 'your mark')
  })

  it('keep a longer name that holds one of theirs', () => {
    const marks = { ...none, positive: new Map([['湖州市', 'Place']]) }
    assert.deepEqual(found(text, marks), found(text, none))
  })

  it('reject a name for one type only', () => {
    const person = new Set([negativeMark('王小明', 'Person')])
    assert.deepEqual(found(text, { ...none, negative: person }), ['湖州市总工会 Organization 8'])
    const place = new Set([negativeMark('王小明', 'Place')])
    assert.deepEqual(found(text, { ...none, negative: place }), found(text, none))
  })

  it('leave fixed spans alone and find their names elsewhere', () => {
    const fixed = [{ span: { start: 16, end: 19 }, type: 'Initiative' }]
    assert.deepEqual(found(text, { ...none, fixed }).slice(2), ['好人榜 Initiative 20'])
  })

  it('reject what the rest of the page would spread', () => {
    const marks = { ...none, negative: new Set([negativeMark('王小明', 'Person')]) }
    const twice = '记者王小明报道 昨日王小明又来了'
    assert.ok(found(twice, none).includes('王小明 Person 10'))
    assert.ok(!found(twice, marks).some((mention) => mention.startsWith('王小明')))
  })

  it('do not spread a fixed name into its own place', () => {
    const twice = '记者王小明报道 昨日王小明又来了'
    const fixed = [{ span: { start: 2, end: 5 }, type: 'Person' }]
    assert.deepEqual(found(twice, { ...none, fixed }), ['昨日 Date 8', '王小明 Person 10'])
  })

  it('reject a suggestion in one place, not the same name elsewhere', () => {
    const rejected = [{ span: { start: 2, end: 5 }, type: 'Person' }]
    const twice = '记者王小明报道 昨日王小明又来了'
    assert.deepEqual(found(twice, { ...none, rejected }), ['昨日 Date 8', '王小明 Person 10'])
    const asPlace = [{ span: { start: 2, end: 5 }, type: 'Place' }]
    assert.deepEqual(found(twice, { ...none, rejected: asPlace }), found(twice, none))
  })

  it('correct the type of a name everywhere', () => {
    const marks = { ...none, positive: new Map([['湖州市总工会', 'Group']]) }
    assert.ok(found(text, marks).includes('湖州市总工会 Group 8'))
  })

  it('find a name of two characters only as a whole word or between marks', () => {
    const marks = { ...none, positive: new Map([['光明', 'Organization']]) }
    const places = found('光明正大。走访光明。“光明”很好。', marks)
    assert.deepEqual(places, ['光明 Organization 7', '光明 Organization 11'])
  })

  it('are looked for as they are read where a break cuts them', () => {
    const cut = '富\n润是好企业。“富润”真好。'
    const fixed = [{ span: { start: 0, end: 3 }, type: 'Organization', text: '富润' }]
    assert.deepEqual(found(cut, { ...none, fixed }), ['富润 Organization 9'])
    const unread = fixed.map(({ span, type }) => ({ span, type }))
    assert.deepEqual(found(cut, { ...none, fixed: unread }), ['富润 Organization 9'])
  })

  it('of several parts take these alone, and their joined reading is a name', () => {
    const parts = '湖州和嘉兴市总工会推出。湖州总工会说好。'
    const spans = [
      { start: 0, end: 2 },
      { start: 6, end: 9 },
    ]
    const fixed = [{ span: { start: 0, end: 9 }, spans, type: 'Organization' }]
    const mentions = found(parts, { ...none, fixed })
    assert.deepEqual(mentions, ['湖州总工会 Organization 12'])
  })

  it('rejected with parts that follow each other in the text reject the whole', () => {
    const spans = [
      { start: 2, end: 3 },
      { start: 3, end: 5 },
    ]
    const rejected = [{ span: { start: 2, end: 5 }, spans, type: 'Person' }]
    assert.deepEqual(found(text, { ...none, rejected }), ['湖州市总工会 Organization 8'])
  })

  it('of one character are not looked for', () => {
    const odd = '职工说职,𠮷说𠮷。'
    const positive = new Map([
      ['职', 'Person'],
      ['𠮷', 'Person'],
    ])
    assert.deepEqual(found(odd, { ...none, positive }), found(odd, none))
  })

  it('leave the place to another type where theirs was rejected', () => {
    const positive = new Map([['湖州市总工会', 'Group']])
    const negative = new Set([negativeMark('湖州市总工会', 'Group')])
    assert.deepEqual(found(text, { ...none, positive, negative }), found(text, none))
    const rejected = [{ span: { start: 8, end: 14 }, type: 'Group' }]
    assert.deepEqual(found(text, { ...none, positive, rejected }), found(text, none))
  })

  it('of an organisation bring its short forms, as a suggestion does', () => {
    const company = '浙江富润印染有限公司很好。“富润”也好。'
    const short = '富润 Organization 14'
    assert.ok(found(company, none).includes(short))
    const fixed = [{ span: { start: 0, end: 10 }, type: 'Organization' }]
    assert.deepEqual(found(company, { ...none, fixed }), [short])
  })

  it('take marks that lie outside of the text or are empty', () => {
    const odd = [
      { span: { start: 900, end: 905 }, type: 'Person' },
      { span: { start: 3, end: 3 }, type: 'Person' },
    ]
    const marks = {
      fixed: odd,
      rejected: odd,
      positive: new Map([['', 'Place']]),
      negative: none.negative,
    }
    assert.deepEqual(found(text, marks), found(text, none))
  })
})
