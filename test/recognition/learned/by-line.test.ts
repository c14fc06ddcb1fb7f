import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { tagByLine } from '../../../server/src/recognition/learned/by-line.ts'
import { segmentByLine } from '../../../server/src/words/by-line.ts'
import { lexicon } from '../../lexicon.ts'
import { analysePage } from '../../page/analyse-page.ts'
import { segment } from '../../words/segmenter.ts'
import { means } from '../recognised.ts'

const { tagger } = means
assert.ok(tagger)

const seeds = new URL('../../../seeds/', import.meta.url)
const texts = readdirSync(seeds)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => analysePage(readFileSync(new URL(name, seeds), 'utf8')).articles)
  .map(({ logical }) => logical.text)

describe('lines remembered', () => {
  it('have the words and names of the whole text, at first and again', () => {
    const words = segmentByLine(segment)
    const names = tagByLine(tagger, lexicon)
    for (const text of [...texts, ...texts]) {
      const tokens = segment(text)
      assert.deepEqual(words(text), tokens)
      const unit = { text, tokens, blocks: [], byline: [] }
      assert.deepEqual(names.recognise(unit), tagger.recognise(unit))
    }
  })

  it('are not looked at again after an edit in another', () => {
    const looked: string[] = []
    const words = segmentByLine((text) => {
      looked.push(text)
      return segment(text)
    })
    words('嘉兴市\n总工会\n')
    words('嘉兴市\n总工会。\n')
    assert.deepEqual(looked, ['嘉兴市\n', '总工会\n', '总工会。\n'])
  })
})
