/** What the panels show of a corpus that grows: pages as papers have them, some names new on each, others again and again. */
import assert from 'node:assert/strict'
import type { Corpus } from '../../server/src/corpus/snapshot/model.ts'
import { initiativeDetail } from '../../server/src/feature/initiative/detail.ts'
import { numberCsv } from '../../server/src/feature/overview/csv.ts'
import { overview } from '../../server/src/feature/overview/overview.ts'
import { lastOf } from '../../server/src/values/steps.ts'
import { corpusFixture } from '../corpus-fixture.ts'
import type { Case } from './case.ts'

const digits = '甲乙丙丁戊己庚辛壬癸'

function nameOf(number: number): string {
  return [...String(number)].map((digit) => digits.charAt(Number(digit))).join('')
}

/** Ten articles of a few sentences; every fifth is about something that no other page names. */
function pageOf(number: number): string {
  return Array.from({ length: 10 }, (_, i) => {
    const own = i % 5 === 0 ? nameOf(10 * number + i) : nameOf((7 * number + i) % 40)
    const year = 2000 + ((number + i) % 25)
    return [
      `${own}又有新事`,
      `⟦${year}年${1 + (number % 12)}月|Date⟧，⟦${own}市总工会|Organization⟧在⟦嘉兴市|Place⟧推出“⟦${own}行动|Initiative⟧”。`,
      `⟦120名|Figure⟧⟦货车司机|Group⟧参加，⟦王${own}|Person⟧说，“⟦${own}行动|Initiative⟧”要办到⟦南湖区|Place⟧。`,
    ].join('\n\n')
  }).join('\n\n')
}

/** With every page analysed and every entity linked. */
export function corpusOfPages(count: number): Corpus {
  const texts = Array.from({ length: count }, (_, i) => [`${i}.txt`, pageOf(i)] as const)
  const [corpus] = corpusFixture(Object.fromEntries(texts)).workspace.snapshot().corpora
  assert.ok(corpus)
  for (const { mentions } of corpus.documents) assert.equal(mentions.length, 90)
  corpus.index.entities({ types: ['Initiative'] })
  return corpus
}

export const overviews: readonly Case[] = [
  {
    name: 'the numbers of a corpus',
    sizes: [10, 80],
    bar: 1_000,
    prepare(count) {
      const corpus = corpusOfPages(count)
      return () => assert.equal(lastOf(overview(corpus, '1')).pages.counted, count)
    },
  },
  {
    name: 'a number of a corpus with its mentions',
    sizes: [10, 80],
    bar: 2_000,
    prepare(count) {
      const corpus = corpusOfPages(count)
      const number = { chart: 'type', from: 0, most: 100_000 } as const
      const by = { version: '1', commit: undefined }
      return () => assert.equal(lastOf(numberCsv(corpus, number, by)).next, undefined)
    },
  },
  {
    name: 'all that is known of an initiative of every page',
    sizes: [10, 80],
    bar: 500,
    prepare(count) {
      const texts = Array.from({ length: count }, (_, i) => [
        `${i}.txt`,
        `⟦2021年5月|Date⟧，由⟦${nameOf(i)}市总工会|Organization⟧主办的“⟦小哥行动|Initiative⟧”在⟦嘉兴市|Place⟧启动。`,
      ])
      const [corpus] = corpusFixture(Object.fromEntries(texts)).workspace.snapshot().corpora
      assert.ok(corpus)
      corpus.index.entities({ types: ['Initiative'] })
      return () =>
        assert.equal(initiativeDetail(corpus, 'Initiative:小哥行动')?.mentions.length, count)
    },
  },
]
