/** A long unit is read in parts: nothing of it is lost, and an edit makes few of them new. */
import assert from 'node:assert/strict'
import { partsOfUnit } from '../../server/src/recognition/reading/long-units.ts'
import { type PlacedUnit, unitsOf } from '../../server/src/recognition/reading/units.ts'
import { createRecogniser } from '../../server/src/recognition/recognise.ts'
import { logicalToSource } from '../../server/src/text/offset-map.ts'
import { randomOf } from '../varied/random.ts'
import { segment } from '../words/segmenter.ts'
import { oneArticlePage } from './one-article.ts'
import { means } from './recognised.ts'

const sentences = [
  '工会组织职工开展“助企十条”行动,王丽到会。',
  '嘉兴市总工会主席李明说:“职工满意吗?”',
  '昨天,富润集团慰问了300名职工!',
  '南湖区启动“爱心驿站”建设。',
]

/** One line, in which no two stretches of some sentences are the same. */
function longLine(length: number): string {
  const random = randomOf(3)
  let text = ''
  while (text.length < length)
    text += (sentences[random(4)] ?? '').replace('300', String(text.length))
  return text.slice(0, length)
}

function unitOf(text: string): PlacedUnit {
  const [unit] = unitsOf(oneArticlePage(text))
  assert.ok(unit)
  return unit
}

const textsOf = (text: string) => partsOfUnit(unitOf(text)).map(({ draft }) => draft.text)

describe('a long unit', () => {
  it('is whole up to 6,000 characters', () => {
    const unit = unitOf(longLine(6000))
    assert.deepEqual(partsOfUnit(unit), [unit])
  })

  it('is cut at ends of sentences, and its parts are the unit', () => {
    const text = longLine(60_000)
    const parts = partsOfUnit(unitOf(text))
    assert.equal(parts.map(({ draft }) => draft.text).join(''), text)
    let start = 0
    for (const { draft, map } of parts) {
      const whole = { start: 0, end: draft.text.length }
      const end = start + draft.text.length
      assert.deepEqual(logicalToSource(map, whole), [{ start, end }])
      assert.deepEqual(draft.blocks, [{ kind: 'paragraph', span: whole }])
      assert.ok(draft.text.length <= 4000)
      assert.ok(end === text.length || /[。!?]”?$/.test(draft.text))
      start = end
    }
  })

  it('is cut somewhere where no sentence ends, but never within a character', () => {
    for (const text of ['市'.repeat(20_000), '𠮷'.repeat(10_000), `工${'𠮷'.repeat(10_000)}`]) {
      const parts = textsOf(text)
      assert.equal(parts.join(''), text)
      assert.ok(parts.length > 4)
      for (const part of parts) assert.doesNotThrow(() => encodeURIComponent(part))
    }
  })

  it('has few new parts after an edit', () => {
    for (const text of [longLine(100_000), (sentences[0] ?? '').repeat(5000)]) {
      const known = new Set(textsOf(text))
      for (const at of [0, 1234, 50_000, 99_990]) {
        const after = textsOf(`${text.slice(0, at)}新${text.slice(at)}`)
        assert.ok(after.filter((part) => !known.has(part)).length <= 2)
      }
    }
  })

  it('is recognised in steps, each of which reads one part at most', () => {
    const text = longLine(30_000)
    let segmented = 0
    const { prepare, mentions } = createRecogniser({
      ...means,
      segment(part) {
        segmented += part.length
        return segment(part)
      },
    })
    const page = oneArticlePage(text)
    for (const _ of prepare(page, 0)) {
      assert.ok(segmented <= 4000)
      segmented = 0
    }
    const found = mentions(text, page)
    assert.equal(segmented, 0)
    assert.ok(found.length > 1000)
    for (const { spans, text: name } of found) {
      assert.equal(spans.map(({ start, end }) => text.slice(start, end)).join(''), name)
    }
  })
})
