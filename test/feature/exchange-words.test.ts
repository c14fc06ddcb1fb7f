/** What export and import say of formats is there in Chinese too: words from tables, which no search of the sources finds. */
import assert from 'node:assert/strict'
import type { Format } from '../../server/src/exchange/format/format.ts'
import { mentionParts, relationParts } from '../../server/src/exchange/format/holds.ts'
import type { LossCount } from '../../server/src/exchange/format/losses.ts'
import { formats } from '../../server/src/exchange/formats.ts'
import { formatInfo, type Part } from '../../server/src/feature/export/format-info.ts'
import { lossSentences, partName } from '../../server/src/feature/export/loss-sentences.ts'
import { setLanguage } from '../../server/src/feature/wording/messages.ts'
import { readText } from '../client/manifest.ts'

const everything: ReadonlySet<Part> = new Set<Part>([
  ...(['status', 'confidence', 'attributes', 'note', 'unsure', 'entity', 'reading'] as const),
  ...(['who', 'relations', 'pieces', 'nested', 'records'] as const),
])

describe('formats', () => {
  const infos = formats.map((format) => formatInfo(format, everything))

  it('are found by the names of the tools that people know', () => {
    const found = (word: string): readonly string[] =>
      infos.filter(({ purpose }) => purpose.toLowerCase().includes(word)).map(({ name }) => name)
    assert.deepEqual(found('excel'), ['csv', 'xlsx'])
    assert.deepEqual(found('spreadsheet'), ['csv', 'xlsx'])
    assert.deepEqual(found('inception'), ['xmi', 'json-cas', 'webanno-tsv'])
    assert.ok(found('word').includes('html'))
  })

  it('lose nothing of pages that have nothing of it', () => {
    const { loses } = formatInfo(named('csv'), new Set(['relations', 'note']))
    assert.deepEqual(loses, [])
    assert.deepEqual(formatInfo(named('conll'), new Set(['note'])).loses, ['note'])
    assert.deepEqual(formatInfo(named('conll'), new Set()).loses, [])
  })

  it('that are one file say the endings that they read', () => {
    const endings = infos.filter(({ files, reads }) => files === 'all' && reads)
    for (const { extension, endings: read } of endings) {
      assert.ok(read.includes(extension.slice(1)), extension)
    }
    assert.deepEqual(formatInfo(named('csv'), new Set()).endings, ['csv', 'tsv'])
    assert.deepEqual(formatInfo(named('xlsx'), new Set()).endings, ['xlsx'])
  })

  it('that write articles and data of the page do not say that they lose them', () => {
    for (const name of ['csv', 'xlsx']) {
      const { shows, page } = named(name).holds
      assert.deepEqual([shows, page], [['articles', 'data'], []])
    }
  })
})

function named(name: string): Format {
  return formats.find((format) => format.name === name) ?? assert.fail(name)
}

describe('formats in Chinese', () => {
  before(() => setLanguage('zh-CN', readText('l10n/bundle.l10n.zh-cn.json')))
  after(() => setLanguage(undefined, undefined))

  const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

  for (const format of formats) {
    it(`${format.name} says what it is for, what it loses and what its options are`, () => {
      const { purpose, loses, options } = formatInfo(format, everything)
      const texts = [purpose, ...loses, ...options.map(({ help }) => help)]
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
