/** The articles of the gold pages: headline, start, byline and first words are found. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'mocha'
import type { Article } from '../../server/src/page/model.ts'
import { analysePage } from './analyse-page.ts'

interface GoldArticle {
  readonly doc: string
  readonly headline: string
  readonly starts_with: string
  readonly byline: readonly string[]
  readonly body_starts_with: string
}

const root = new URL('../../', import.meta.url)
const gold: readonly GoldArticle[] = JSON.parse(
  readFileSync(new URL('test/gold/articles.json', root), 'utf8'),
)

describe('articles of the gold pages', () => {
  for (const doc of new Set(gold.map((article) => article.doc))) {
    const text = seed(doc)
    const page = analysePage(text)
    for (const expected of gold.filter((article) => article.doc === doc)) {
      it(`${doc} ${expected.headline}`, () => {
        const article = page.articles.find(({ headline }) => headline === expected.headline)
        assert.ok(article, page.articles.map(({ headline }) => headline).join('\n'))
        assert.equal(article.kind, 'article')
        assert.ok(text.slice(article.blocks[0]?.span.start).startsWith(expected.starts_with))
        assert.deepEqual(
          article.byline.map(({ name }) => name),
          expected.byline,
        )
        assert.ok(text.slice(bodyStart(article)).startsWith(expected.body_starts_with))
      })
    }
    it(`${doc} has no articles but those`, () => {
      assert.deepEqual(
        page.articles.filter(({ kind }) => kind === 'article').map(({ headline }) => headline),
        gold.filter((article) => article.doc === doc).map(({ headline }) => headline),
      )
    })
  }
})

/** Gold begins a body at a byline that opens its paragraph, not at one on a line of its own. */
function bodyStart(article: Article): number {
  const at = article.blocks.findIndex(({ kind }) => kind === 'paragraph')
  const [byline, body] = [article.blocks[at - 1], article.blocks[at]]
  assert.ok(body)
  const sameLine = byline?.kind === 'byline' && body.span.start - byline.span.end <= 1
  return sameLine ? byline.span.start : body.span.start
}

function seed(doc: string): string {
  const name = readdirSync(new URL('seeds/', root)).find((file) => file.startsWith(doc))
  return readFileSync(new URL(`seeds/${name}`, root), 'utf8')
}
