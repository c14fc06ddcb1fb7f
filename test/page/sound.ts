/** What holds for every page, whatever its text and its corrections are. */
import assert from 'node:assert/strict'
import type { LogicalText, Page } from '../../server/src/page/model.ts'

/** Blocks in order and apart, each in one place, maps that tell the truth. */
export function assertSound(text: string, page: Page): void {
  let end = 0
  for (const { span } of page.blocks) {
    assert.ok(span.start >= end && span.end > span.start && span.end <= text.length)
    assert.ok(!/\s/.test(text[span.end - 1] ?? ''), 'a block never ends in white space')
    end = span.end
  }
  const owned = [
    ...page.articles.flatMap(({ blocks }) => blocks),
    ...page.loose.map((l) => l.block),
  ]
  assert.equal(new Set(owned).size, owned.length, 'a block stands in one place')
  assert.deepEqual(new Set(owned), new Set(page.blocks))
  for (const article of page.articles) {
    assert.ok(article.blocks.length > 0)
    assert.equal(article.joints.length, article.blocks.length)
    assertMap(text, article.logical)
    for (const { name, span } of article.byline) {
      assert.equal(text.slice(span.start, span.end).replace(/\s/g, ''), name)
    }
  }
  for (const { logical } of page.loose) assertMap(text, logical)
}

function assertMap(text: string, { text: logical, map }: LogicalText): void {
  let end = 0
  for (const piece of map.pieces) {
    assert.ok(piece.logical >= end)
    end = piece.logical + piece.length
    assert.equal(
      logical.slice(piece.logical, end),
      text.slice(piece.source, piece.source + piece.length),
    )
  }
  assert.ok(end <= logical.length)
}
