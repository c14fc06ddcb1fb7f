import assert from 'node:assert/strict'
import { fold } from '../../../server/src/recognition/reading/fold.ts'
import { oneArticlePage } from '../one-article.ts'
import { recognise, recognised } from '../recognised.ts'

describe('folding what is printed in several forms', () => {
  for (const [printed, folded] of [
    ['２０２１年，（记者：王芳）好！', '2021年,(记者:王芳)好!'],
    ['办起"井口早课".全年3.5万元', '办起“井口早课”。全年3.5万元'],
    ['「绿港」计划、阿依古丽•吐尔逊', '“绿港”计划、阿依古丽·吐尔逊'],
    ['委员古丽．买买提出席。', '委员古丽·买买提出席。'],
    ['会议开了．大家说好．', '会议开了。大家说好。'],
    ['zjgrrb@163.com. 12"', 'zjgrrb@163.com. 12"'],
    ['嘉兴市总工会', '嘉兴市总工会'],
  ] as const) {
    it(printed, () => assert.equal(fold(printed), folded))
  }

  it('keeps the length of any text', () => {
    const text = '“《("\n"ａ．\ud800　.。'.repeat(20)
    assert.equal(fold(text).length, text.length)
  })
})

describe('a page of full-width forms', () => {
  it('has the names of one of half-width forms', () => {
    const marked = '⟦２０２１年|Date⟧，实施"⟦暖风工程|Initiative⟧".⟦３６０人|Figure⟧参加'
    assert.equal(recognised(marked), marked)
  })

  it('gives names as they are printed', () => {
    const text = '补助３６０元'
    assert.deepEqual(
      recognise(text, oneArticlePage(text)).map((mention) => mention.text),
      ['３６０元'],
    )
  })

  it('finds a name that a person marked as it is printed', () => {
    const text = '来到宏达（天津）织造'
    const marks = {
      fixed: [],
      positive: new Map([['宏达（天津）织造', 'Organization']]),
      negative: new Set<string>(),
    }
    assert.deepEqual(
      recognise(text, oneArticlePage(text), marks).map((mention) => mention.text),
      ['宏达（天津）织造'],
    )
  })
})
