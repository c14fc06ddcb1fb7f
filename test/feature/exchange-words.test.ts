/** What export and import say of formats is there in Chinese too: words from tables, which no search of the sources finds. */
import assert from 'node:assert/strict'
import { mentionParts, relationParts } from '../../server/src/exchange/format/holds.ts'
import type { LossCount } from '../../server/src/exchange/format/losses.ts'
import { formats } from '../../server/src/exchange/formats.ts'
import { formatInfo } from '../../server/src/feature/export/format-info.ts'
import { lossSentences, partName } from '../../server/src/feature/export/loss-sentences.ts'
import { setLanguage } from '../../server/src/feature/wording/messages.ts'
import { readText } from '../client/manifest.ts'

describe('formats in Chinese', () => {
  before(() => setLanguage('zh-CN', readText('l10n/bundle.l10n.zh-cn.json')))
  after(() => setLanguage(undefined, undefined))

  const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

  for (const format of formats) {
    it(`${format.name} says what it keeps, what it loses and what its options are`, () => {
      const { keeps, loses, options } = formatInfo(format)
      const texts = [...keeps, ...loses, ...options.map(({ help }) => help)]
      assert.ok(texts.length > 0)
      assert.deepEqual(
        texts.filter((text) => !isChinese(text)),
        [],
      )
    })
  }

  it('every part of an annotation has a name', () => {
    const names = [...mentionParts, ...relationParts].filter((part) => part !== 'id').map(partName)
    assert.deepEqual(
      names.filter((name) => !isChinese(name)),
      [],
    )
  })

  it('every loss is a Chinese sentence, of one and of several', () => {
    const kinds: readonly Omit<LossCount, 'count'>[] = [
      ...(['articles', 'data', 'text'] as const).map((lost) => ({ kind: 'page' as const, lost })),
      { kind: 'record', lost: 'all' },
      ...[...mentionParts, 'spans' as const, 'type' as const, 'all' as const].map((lost) => ({
        kind: 'mention' as const,
        lost,
      })),
      ...[...relationParts, 'all' as const].map((lost) => ({ kind: 'relation' as const, lost })),
    ]
    const counts = kinds
      .filter(({ lost }) => lost !== 'id')
      .flatMap((kind) => [1, 7].map((count) => ({ ...kind, count })))
    const sentences = lossSentences(counts, 'XYZ')
    assert.equal(sentences.length, counts.length)
    assert.deepEqual(
      sentences.filter((text) => /[A-Za-z]/.test(text.replaceAll('XYZ', ''))),
      [],
    )
    for (const [i, text] of sentences.entries()) {
      assert.ok(text.includes('XYZ'), text)
      assert.ok(counts[i]?.count === 1 || text.includes('7'), text)
    }
  })
})
