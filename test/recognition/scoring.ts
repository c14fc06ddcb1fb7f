/** The recogniser of the tests on the gold pages. `npm run score` prints all figures. */
import { readdirSync, readFileSync } from 'node:fs'
import { exactRates } from '../../server/src/feature/scoring/score.ts'
import { micro, scoreMentions } from '../../server/src/feature/scoring/score-pages.ts'
import { analysePage } from '../page/analyse-page.ts'
import { recognise } from './recognised.ts'

const gold = new URL('../gold/', import.meta.url)

/** Micro F1 of exact spans and types, from 0 to 1. */
export function goldF1(): number {
  const pages = readdirSync(gold)
    .filter((name) => name.endsWith('.gold.txt'))
    .map((name) => ({ name, marked: readFileSync(new URL(name, gold), 'utf8') }))
  const { scores } = scoreMentions(pages, { page: analysePage, mentions: recognise })
  const all = scores.find(([type]) => type === micro)?.[1]
  return all === undefined ? 0 : exactRates(all).f1
}
