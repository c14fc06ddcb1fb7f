/** What each part of recognising gains: F1 without it. */
import { type Scored, scoreMentions } from '../../src/feature/scoring/score-pages.ts'
import type { Means } from '../../src/recognition/recognise.ts'
import { recognisers } from '../../src/recognition/rules/recognisers.ts'
import { analyserOf, shipped, withoutTagger } from './analysers.ts'
import { gold, invented } from './pages.ts'
import { f1, printColumns, printTable } from './tables.ts'

const rules: Means = { ...withoutTagger, without: new Set(['page']) }
const learned: Means = {
  ...shipped,
  without: new Set(['page', ...recognisers.map(({ name }) => name)]),
}

export function printAblation(): void {
  for (const [title, pages] of [
    ['gold pages', gold],
    ['invented pages', invented],
  ] as const) {
    const score = (means: Means): Scored => scoreMentions(pages, analyserOf(means))
    printColumns(`F1 by type, part by part, ${title}`, [
      ['all', score(shipped)],
      ['tagger alone', score(learned)],
      ['rules alone', score(rules)],
      ['rules + page', score(withoutTagger)],
      ['rules + tagger', score({ ...shipped, without: new Set(['page']) })],
    ])
  }
  const on = (means: Means): string[] =>
    [gold, invented].map((pages) => f1(scoreMentions(pages, analyserOf(means))))
  printTable(
    'Micro F1 with one part left out',
    ['part left out', 'gold pages', 'invented pages'],
    [
      ['none', ...on(shipped)],
      ['tagger', ...on(withoutTagger)],
      ['page knowledge', ...on({ ...shipped, without: new Set(['page']) })],
      ...recognisers.map(({ name }) => [name, ...on({ ...shipped, without: new Set([name]) })]),
    ],
  )
}
