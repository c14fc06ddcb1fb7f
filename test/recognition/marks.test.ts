import assert from 'node:assert/strict'
import { type Marks, negativeMark } from '../../server/src/recognition/marks.ts'
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
