import assert from 'node:assert/strict'
import { loadTaggerModel } from '../../../server/src/corpus/analysis/lexicon.ts'
import type { Candidate, Unit } from '../../../server/src/recognition/reading/recogniser.ts'
import { recognisers } from '../../../server/src/recognition/rules/recognisers.ts'
import { createTagger } from '../../../server/src/recognition/spans/tagger.ts'
import { emptyLexicon } from '../../../server/src/values/lexicon.ts'
import { lastOf } from '../../../server/src/values/steps.ts'
import { lexicon, lexiconFolder } from '../../lexicon.ts'
import { parseMarked, renderMarked } from '../../marked.ts'
import { segment } from '../../words/segmenter.ts'

const model = loadTaggerModel(lexiconFolder)
const tagger = createTagger(model, lexicon)

function unitOf(text: string): Unit {
  return { text, words: segment(text), blocks: [], byline: [] }
}

function tag(unit: Unit): readonly Candidate[] {
  return tagger.candidates(lastOf(tagger.read(unit)))
}

function tagged(marked: string): string {
  const { text } = parseMarked(marked)
  return renderMarked(text, tag(unitOf(text)))
}

describe('learned tagger', () => {
  for (const marked of [
    '⟦金华市总工会|Organization⟧⟦副主席|Role⟧⟦吴建华|Person⟧来到⟦东阳|Place⟧。',
    '本报讯 记者⟦宋晓岚|Person⟧ 通讯员⟦齐伟|Person⟧报道',
    '⟦湖州恒润机械有限公司|Organization⟧职工⟦邱丽萍|Person⟧说,厂里的伙食变好了。',
    '⟦约翰·史密斯|Person⟧出生于⟦纽约|Place⟧。',
    '各级工会要周密部署,方便职工。',
  ]) {
    it(marked, () => assert.equal(tagged(marked), marked))
  }

  it('is as sure of a name as it is probable, and says so where no rule does', () => {
    const unit = unitOf('2018年10月,吴建华当选')
    const [name] = tag(unit)
    assert.ok(name)
    assert.ok(name.confidence > 0.5 && name.confidence <= 1)
    assert.equal(name.reason, 'date')
    const without = new Set(recognisers.map((rule) => rule.name))
    const [alone] = tagger.candidates(lastOf(tagger.read(unit, without)))
    assert.ok(alone)
    assert.equal(alone.reason, `learned ${alone.confidence.toFixed(2)}`)
  })

  it('reads a line the same wherever it stands', () => {
    const line = '会议由县总工会主席齐伟主持。'
    const shift = '第一行。\n'.length
    const alone = tag(unitOf(line))
    const behind = tag(unitOf(`第一行。\n${line}`))
    assert.ok(alone.length > 0)
    assert.deepEqual(
      behind.map((name) => ({ ...name, start: name.start - shift, end: name.end - shift })),
      alone,
    )
  })

  it('believes a name the more the surer its page is of it', () => {
    const lines = ['⟦饶河车辆段|Organization⟧有⟦三百人|Figure⟧。', '饶河车辆段的灯亮着。']
    const text = lines.map((line) => parseMarked(line).text).join('\n')
    const reading = lastOf(tagger.read(unitOf(text)))
    const [found = []] = tagger.look([reading])
    const names = found.map(({ start, end }) => text.slice(start, end))
    assert.equal(names.filter((name) => name === '饶河车辆段').length, 2)
  })

  it('gives names that go over a line break as the rules have them', () => {
    const marked = '学习⟦《关于⏎夜校的意见》|Document⟧⏎'
    assert.equal(tagged(marked), marked)
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
      for (const name of tag(unitOf(text))) {
        assert.ok(name.start >= end && name.end > name.start && name.end <= text.length)
        assert.ok(name.confidence > 0 && name.confidence <= 1)
        end = name.end
      }
    }
  })

  it('works without words and without a lexicon', () => {
    const text = '金华市总工会副主席吴建华来到东阳。'
    const unit = { text, words: [], blocks: [], byline: [] }
    assert.ok(lastOf(createTagger(model, emptyLexicon).read(unit)).lines.length === 1)
  })
})
