import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { readModel } from '../../../server/src/recognition/learned/model.ts'
import { createTagger } from '../../../server/src/recognition/learned/tagger.ts'
import type { Unit } from '../../../server/src/recognition/reading/recogniser.ts'
import { emptyLexicon } from '../../../server/src/values/lexicon.ts'
import { lexicon } from '../../lexicon.ts'
import { parseMarked, renderMarked } from '../../marked.ts'
import { segment } from '../../words/segmenter.ts'

const file = new URL('../../../server/lexicon/model/tagger.bin', import.meta.url)
const model = readModel(readFileSync(file))
assert.ok(model)
const tagger = createTagger(model, lexicon)

function unitOf(text: string): Unit {
  return { text, tokens: segment(text), blocks: [], byline: [] }
}

function tagged(marked: string): string {
  const { text } = parseMarked(marked)
  return renderMarked(text, tagger.recognise(unitOf(text)))
}

describe('learned tagger', () => {
  for (const marked of [
    '⟦金华市总工会|Organization⟧副主席⟦吴建华|Person⟧来到⟦东阳|Place⟧。',
    '本报讯 记者⟦宋晓岚|Person⟧ 通讯员⟦齐伟|Person⟧报道',
    '⟦湖州恒润机械有限公司|Organization⟧职工⟦邱丽萍|Person⟧说,厂里的伙食变好了。',
    '⟦约翰·史密斯|Person⟧出生于⟦纽约|Place⟧。',
    '各级工会要周密部署,方便职工。',
  ]) {
    it(marked, () => assert.equal(tagged(marked), marked))
  }

  it('is as sure of a name as it is probable, and says so', () => {
    const [name] = tagger.recognise(unitOf('金华市总工会副主席吴建华表示'))
    assert.ok(name)
    assert.ok(name.confidence > 0.5 && name.confidence <= 1)
    assert.equal(name.reason, `learned ${name.confidence.toFixed(2)}`)
  })

  it('labels a sentence the same wherever it stands', () => {
    const sentence = '会议由县总工会主席齐伟主持。'
    const shift = '第一句。'.length
    const alone = tagger.recognise(unitOf(sentence))
    const behind = tagger.recognise(unitOf(`第一句。${sentence}`))
    assert.ok(alone.length > 0)
    assert.deepEqual(
      behind.map((name) => ({ ...name, start: name.start - shift, end: name.end - shift })),
      alone,
    )
  })

  it('survives any text', () => {
    const texts = [
      '',
      '\n',
      '\0\ud800\udc00\ud800',
      '𠮷'.repeat(500),
      '“《('.repeat(300),
      '1234567890'.repeat(100),
      '总工会'.repeat(300),
      'The quick brown fox. '.repeat(50),
    ]
    for (const text of texts) {
      let end = 0
      for (const name of tagger.recognise(unitOf(text))) {
        assert.ok(name.start >= end && name.end > name.start && name.end <= text.length)
        assert.ok(name.confidence > 0 && name.confidence <= 1)
        end = name.end
      }
    }
  })

  it('works without words and without a lexicon', () => {
    const text = '金华市总工会副主席吴建华来到东阳。'
    const unit = { text, tokens: [], blocks: [], byline: [] }
    assert.ok(createTagger(model, emptyLexicon).recognise(unit).length >= 0)
  })
})
