import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { selectionSpans } from '../../server/src/feature/cursor/selection.ts'
import { entityMentions } from '../../server/src/feature/lists/entity-mentions.ts'
import { articleIndexAt, logicalArticle } from '../../server/src/feature/page/logical-article.ts'
import { sliceSpan } from '../../server/src/text/span.ts'
import { corpusFixture } from '../corpus-fixture.ts'

const page = `建会入会
前一句。在嘉兴市,关爱⟦货

车$0司机|Group⟧的活动,很好。后一句。

第二段。`

describe('logicalArticle', () => {
  const { place, cursor } = corpusFixture({ '1.txt': page })
  const { document } = place
  const article = logicalArticle(document, articleIndexAt(document, cursor) ?? -1)

  it('is the text without column breaks', () => {
    assert.ok(article)
    assert.equal(article.title, '建会入会')
    assert.equal(
      article.text,
      '建会入会\n前一句。在嘉兴市,关爱货车司机的活动,很好。后一句。\n第二段。',
    )
  })

  it('has pieces that say the same on both sides, each within one line', () => {
    assert.ok(article)
    assert.equal(article.pieces.length, 4)
    for (const { logical, source } of article.pieces) {
      const text = sliceSpan(article.text, logical)
      assert.equal(text, sliceSpan(document.text, source))
      assert.ok(!text.includes('\n'))
    }
  })

  it('is found from the empty line inside it, not from outside', () => {
    assert.equal(articleIndexAt(document, document.text.indexOf('\n\n') + 1), 0)
    assert.equal(
      articleIndexAt(corpusFixture({ '1.txt': '没有题目,一句。' }).place.document, 3),
      undefined,
    )
  })

  it('is none for an index that is gone', () => {
    assert.equal(logicalArticle(document, 7), undefined)
  })
})

describe('selectionSpans', () => {
  it('grow from the character over mention, clause and sentence to the article', () => {
    const { place, cursor } = corpusFixture({ '1.txt': page })
    const spans = selectionSpans(place.document, cursor)
    const texts = spans.map((span) => sliceSpan(place.document.text, span))
    assert.equal(texts[0], '司')
    assert.ok(texts.includes('货\n\n车司机'), texts.join('|'))
    const clause = texts.findIndex((text) => /^关爱货\n\n车司机的活动[,]?$/.test(text))
    const sentence = texts.indexOf('在嘉兴市,关爱货\n\n车司机的活动,很好。')
    const paragraph = texts.indexOf('前一句。在嘉兴市,关爱货\n\n车司机的活动,很好。后一句。')
    assert.ok(0 < clause && clause < sentence && sentence < paragraph, texts.join('|'))
    assert.equal(texts.at(-1), place.document.text)
  })

  it('are each within the next, at every offset of any text', () => {
    for (const text of [
      page.replace(/[⟦⟧$]/g, ''),
      '',
      '\n',
      '𠮷𠮷',
      'a\r\n\r\nb',
      '\u0000\ud800',
    ]) {
      const { document } = corpusFixture({ '1.txt': text }).place
      for (let offset = 0; offset <= document.text.length; offset++) {
        const spans = selectionSpans(document, offset)
        spans.slice(1).forEach((span, i) => {
          const inner = spans[i]
          assert.ok(inner && span.start <= inner.start && inner.end <= span.end)
        })
      }
    }
  })
})

describe('entityMentions', () => {
  it('come with their sentence, the name whole and its place in it', () => {
    const { snapshot } = corpusFixture({ '1.txt': page })
    const [corpus] = snapshot.corpora
    assert.ok(corpus)
    const [entity] = corpus.index.entities({ types: ['Group'] })
    const [mention] = entityMentions(corpus, entity?.id ?? '')
    assert.ok(mention)
    assert.equal(mention.sentence, '在嘉兴市,关爱货车司机的活动,很好。')
    assert.equal(sliceSpan(mention.sentence, mention.highlight), '货车司机')
    assert.equal(mention.article, '建会入会')
  })

  it('show a part of a long sentence, its characters whole', () => {
    const long = '𠮷'.repeat(200)
    const { snapshot } = corpusFixture({ '1.txt': `${long}在⟦嘉兴市|Place⟧。${long}` })
    const [corpus] = snapshot.corpora
    assert.ok(corpus)
    const [entity] = corpus.index.entities({ types: ['Place'] })
    const [mention] = entityMentions(corpus, entity?.id ?? '')
    assert.match(mention?.sentence ?? '', /^…𠮷{40}在嘉兴市。$/u)
  })

  it('are none for an id that is gone', () => {
    const [corpus] = corpusFixture({ '1.txt': page }).snapshot.corpora
    assert.ok(corpus)
    assert.deepEqual(entityMentions(corpus, 'gone'), [])
  })
})
