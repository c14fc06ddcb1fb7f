/** What is remembered from call to call: where names stand after an edit, and what is there so far. */
import assert from 'node:assert/strict'
import type { Page } from '../../server/src/page/model.ts'
import { createRecogniser, recognisePage } from '../../server/src/recognition/recognise.ts'
import { analysePage } from '../page/analyse-page.ts'
import { oneArticlePage } from './one-article.ts'
import { means } from './recognised.ts'
import { seedPages } from './seed-pages.ts'

/** One article for each of two lines. */
function twoArticles(text: string): Page {
  const [article] = oneArticlePage(text).articles
  assert.ok(article)
  const cut = text.indexOf('\n') + 1
  const part = (start: number, end: number) => ({
    text: text.slice(start, end),
    map: { pieces: [{ logical: 0, source: start, length: end - start }] },
  })
  const articles = [part(0, cut), part(cut, text.length)].map((logical) => ({
    ...article,
    blocks: [],
    logical,
  }))
  return { ...oneArticlePage(text), articles }
}

describe('a recogniser that remembers', () => {
  it('says where a name stands after an edit of the article that it is from', () => {
    const { mentions } = createRecogniser(means)
    for (const lead of ['', '昨日,', '昨日下午,']) {
      const text = `${lead}记者王小明报道。\n昨日王小明又来了。`
      const page = twoArticles(text)
      const found = mentions(text, page)
      assert.equal(found.at(-1)?.sameAs, text.indexOf('王'))
      assert.deepEqual(found, recognisePage(text, page, means))
    }
  })

  it('shows what is prepared so far, the nearest first, and all of it in the end', () => {
    const text = seedPages.join('\n')
    const page = analysePage(text)
    const { prepare, soFar, mentions } = createRecogniser(means)
    const around = text.length / 2
    assert.deepEqual(soFar(text, page), [])
    const counts: number[] = []
    let first: readonly number[] = []
    for (const _ of prepare(page, around)) {
      const found = soFar(text, page)
      counts.push(found.length)
      if (first.length === 0) first = found.map(({ spans: [span] }) => span?.start ?? 0)
    }
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => a - b),
    )
    assert.ok(first.length > 0 && first.every((start) => Math.abs(start - around) < 1500))
    assert.deepEqual(soFar(text, page), recognisePage(text, page, means))
    assert.deepEqual(mentions(text, page), soFar(text, page))
    assert.equal([...prepare(page, 0)].length, 0)
  })
})
