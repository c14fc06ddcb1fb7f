/** What people ask for at a block or an offset is a correction that does it. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { Correction } from '../../server/src/page/corrected/correction.ts'
import {
  continuesAt,
  moveToArticle,
  ownArticle,
  setByline,
  setKind,
  setTitles,
  splitAt,
} from '../../server/src/page/corrected/make-correction.ts'
import type { Block, Page } from '../../server/src/page/model.ts'
import { sliceSpan } from '../../server/src/text/span.ts'
import { parseMarked } from '../marked.ts'
import { analysePage } from './analyse-page.ts'
import { described } from './corrected.ts'

function blocksOf(text: string, corrections: readonly (Correction | undefined)[]): string {
  const given = corrections.filter((one) => one !== undefined)
  return described(text, analysePage(text, given)).blocks
}

function block(text: string, page: Page, has: string): Block {
  const found = page.blocks.find(({ span }) => sliceSpan(text, span).includes(has))
  if (found === undefined) throw new Error(`No block has ${has}`)
  return found
}

const text =
  '某市送清凉\n\n记者周静报道 昨天送清凉,大家都说这样很好。\n\n某县培训\n\n记者余丽报道 今天培训。\n\n清凉又送到工地。'
const page = analysePage(text)
const [first, second] = page.articles

describe('a correction that is asked for', () => {
  it('splits a block at the cursor and behind its blanks, not at an end', () => {
    const at = (marked: string): string => {
      const { text, cursor = 0 } = parseMarked(`某市送清凉⏎⏎${marked}`)
      return blocksOf(text, [splitAt(text, analysePage(text), cursor)]).slice(
        '⟦某市送清凉|headline⟧⏎⏎'.length,
      )
    }
    assert.equal(at('昨天送清凉。$0大家说好。'), '⟦昨天送清凉。|paragraph⟧⟦大家说好。|paragraph⟧')
    assert.equal(at('昨天,$0  大家说好。'), '⟦昨天,|paragraph⟧  ⟦大家说好。|paragraph⟧')
    for (const marked of ['$0昨天送清凉。', '昨天送清凉。$0']) {
      assert.equal(at(marked), '⟦昨天送清凉。|paragraph⟧')
    }
    assert.equal(splitAt(text, page, text.indexOf('\n') + 1), undefined)
  })

  it('keeps a short quote of the place', () => {
    const split = splitAt(text, page, text.indexOf('大家'), 'note')
    assert.ok(split?.kind === 'split' && split.block === 'note')
    assert.equal(sliceSpan(text, split.at), '大家都说这样很好。')
    const long = splitAt(text, page, text.indexOf('天送'), 'paragraph')
    assert.ok(long?.kind === 'split' && long.block === undefined)
    assert.equal(sliceSpan(text, long.at), '天送清凉,大家都说这样很')
    const join = continuesAt(text, block(text, page, '昨天'), block(text, page, '又送'), true)
    assert.ok(join.kind === 'join')
    assert.equal(sliceSpan(text, join.from), '清凉,大家都说这样很好。')
    assert.equal(sliceSpan(text, join.to), '清凉又送到工地。')
  })

  it('sets the kind of a block', () => {
    const made = setKind(block(text, page, '又送'), 'caption')
    assert.ok(blocksOf(text, [made]).endsWith('⟦清凉又送到工地。|caption⟧'))
  })

  it('moves blocks to an article by a place that stays in it', () => {
    if (first === undefined) throw new Error('no article')
    const moved = block(text, page, '又送')
    const made = moveToArticle(text, first, [moved])
    const after = analysePage(text, made === undefined ? [] : [made])
    assert.equal(after.articles[0]?.logical.text.split('\n').at(-1), '清凉又送到工地。')
    assert.equal(moveToArticle(text, first, first.blocks), undefined)
    assert.equal(moveToArticle(text, first, []), undefined)
  })

  it('makes an article of blocks', () => {
    const made = ownArticle(text, [block(text, page, '又送')])
    const after = analysePage(text, made === undefined ? [] : [made])
    assert.equal(after.articles.length, 3)
    assert.equal(after.articles[2]?.logical.text, '清凉又送到工地。')
    assert.equal(ownArticle(text, []), undefined)
  })

  it('sets title lines and byline', () => {
    if (second === undefined) throw new Error('no article')
    const lines = [block(text, page, '又送').span]
    const names = second.byline.map(({ span }) => ({ ...span, end: span.start + 1 }))
    const made = [setTitles(text, second, lines), setByline(text, second, names)]
    const after = analysePage(
      text,
      made.filter((one) => one !== undefined),
    ).articles[1]
    assert.equal(after?.headline, '清凉又送到工地。')
    assert.deepEqual(
      after.byline.map(({ name }) => name),
      ['余'],
    )
  })
})
