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
})
