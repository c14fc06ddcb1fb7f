/** An edit costs the work on its own article. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRecogniser } from '../../server/src/recognition/recognise.ts'
import { analysePage } from '../page/analyse-page.ts'
import { segment } from '../words/segmenter.ts'
import { means } from './recognised.ts'

const seed = readFileSync(new URL('../../seeds/001_b66ab0af8ed20314.txt', import.meta.url), 'utf8')

describe('work of recognising', () => {
  it('is that of its own article after an edit', () => {
    let segmented = 0
    const { mentions } = createRecogniser({
      ...means,
      segment(text) {
        segmented += text.length
        return segment(text)
      },
    })
    mentions(seed, analysePage(seed))
    assert.ok(segmented > seed.length / 2)
    segmented = 0
    const at = seed.indexOf('。', seed.length / 2)
    const edited = `${seed.slice(0, at)}好${seed.slice(at)}`
    const page = analysePage(edited)
    mentions(edited, page)
    const longest = Math.max(...page.articles.map(({ logical }) => logical.text.length))
    assert.ok(segmented > 0 && segmented <= longest, `${segmented} of ${seed.length}`)
  })
})
