/** Any corrections give a sound page, in any order, off the text and against each other. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'mocha'
import { blockKinds, type Correction } from '../../server/src/page/corrected/correction.ts'
import {
  continuesAt,
  moveToArticle,
  setByline,
  setKind,
  setTitles,
} from '../../server/src/page/corrected/make-correction.ts'
import type { Page } from '../../server/src/page/model.ts'
import { type Span, sameSpan } from '../../server/src/text/span.ts'
import { type RandomNumbers, randomNumbers } from '../annotation/random.ts'
import { rounds } from '../rounds.ts'
import { analysePage } from './analyse-page.ts'
import { assertSound } from './sound.ts'

const root = new URL('../../seeds/', import.meta.url)
const seeds = readdirSync(root)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, root), 'utf8'))

describe('any corrections', () => {
  it('give a sound page', () => {
    const random = randomNumbers(11)
    for (let round = rounds(400); round > 0; round--) {
      const text = seeds[random.below(seeds.length)] ?? ''
      const page = analysePage(text)
      const corrections = Array.from({ length: 1 + random.below(12) }, () =>
        randomCorrection(random, text, page),
      )
      assertSound(text, analysePage(text, corrections))
    }
  })

  it('give a sound page of an empty and of an odd text', () => {
    const random = randomNumbers(5)
    for (const text of [
      '',
      '\n',
      '工',
      '\ud800\0\r\n\udc00',
      '某市开会\r\n\r\n昨天开会。\u2028散会。',
    ]) {
      const page = analysePage(text)
      for (let round = rounds(60); round > 0; round--) {
        const corrections = Array.from({ length: 5 }, () => randomCorrection(random, text, page))
        assertSound(text, analysePage(text, corrections))
      }
    }
  })

  it('change nothing when they say what is there', () => {
    for (const text of seeds) {
      const page = analysePage(text)
      const kinds = page.blocks.map(({ kind, span }) => setKind({ kind, span }, kind))
      assert.deepEqual(analysePage(text, kinds), page)
      for (const article of page.articles) {
        const lines = article.blocks.filter(({ kind }) => /kicker|^(head|sub)/.test(kind))
        const same = [
          setTitles(
            text,
            article,
            lines.map(({ span }) => span),
          ),
          setByline(
            text,
            article,
            article.byline.map(({ span }) => span),
          ),
          ...article.blocks.map((block) => moveToArticle(text, article, [block])),
        ]
        for (const one of same) {
          if (one !== undefined)
            assert.deepEqual(analysePage(text, [one]).articles, page.articles, one.kind)
        }
      }
    }
  })

  it('say nothing of blocks and names that are not there any more', () => {
    const text = '某市送清凉\n\n本报讯(记者周静)昨天送清凉。'
    const article = { start: 20, end: 22 }
    const gone: readonly Span[] = [
      { start: 7, end: 7 },
      { start: 99, end: 120 },
      { start: Number.NaN, end: 3 },
    ]
    for (const span of gone) {
      const corrections: readonly Correction[] = [
        { kind: 'kind', block: span, value: 'note' },
        { kind: 'titles', article, lines: [span] },
        { kind: 'byline', article, names: [span] },
        { kind: 'article', article: { start: 0, end: 3 }, blocks: [span] },
        { kind: 'join', from: span, to: article, value: true },
      ]
      assert.deepEqual(analysePage(text, corrections), analysePage(text))
    }
  })
})

describe('a decision about each open question of the seeds', () => {
  it('is followed, and the question is gone', () => {
    let asked = 0
    for (const text of seeds) {
      const { unsureJoins } = analysePage(text)
      for (const { from, to } of unsureJoins) {
        asked++
        for (const value of [true, false]) {
          const page = analysePage(text, [continuesAt(text, from, to, value)])
          assertSound(text, page)
          const open = page.unsureJoins.some((join) => sameSpan(join.to.span, to.span))
          assert.equal(open, false)
          assert.equal(isReadOn(page, from.span, to.span), value)
        }
      }
    }
    assert.ok(asked > 0)
  })
})

function isReadOn(page: Page, from: Span, to: Span): boolean {
  return page.articles.some(({ blocks, joints }) =>
    blocks.some(
      ({ span }, i) =>
        joints[i] === 'join' &&
        sameSpan(span, to) &&
        sameSpan(blocks[i - 1]?.span ?? { start: 0, end: 0 }, from),
    ),
  )
}

function randomCorrection(random: RandomNumbers, text: string, page: Page): Correction {
  const span = (): Span => {
    const block = page.blocks[random.below(page.blocks.length)]?.span
    if (block !== undefined && random.below(3) > 0) return block
    const start = random.below(text.length + 20) - 10
    const odd = [start, start + random.below(40), start - 5, Number.NaN, Infinity, start + 0.5]
    return { start: random.below(9) === 0 ? -Infinity : start, end: odd[random.below(6)] ?? 0 }
  }
  const some = (): readonly Span[] => Array.from({ length: random.below(4) }, span)
  const kind = blockKinds[random.below(blockKinds.length)] ?? 'note'
  const all: readonly (() => Correction)[] = [
    () => ({ kind: 'split', at: span() }),
    () => ({ kind: 'split', at: span(), block: kind }),
    () => ({ kind: 'kind', block: span(), value: kind }),
    () => ({ kind: 'join', from: span(), to: span(), value: random.below(3) > 0 }),
    () => ({ kind: 'article', article: span(), blocks: some() }),
    () => ({ kind: 'titles', article: span(), lines: some() }),
    () => ({ kind: 'byline', article: span(), names: some() }),
  ]
  const make = all[random.below(all.length)]
  return make?.() ?? { kind: 'split', at: span() }
}
