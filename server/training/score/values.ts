/** How many dates and figures of the written corpus get the value that its writers gave. */
import { loadLexicon } from '../../src/corpus/analysis/lexicon.ts'
import { dateValues } from '../../src/entity/page-values.ts'
import { boundsOf } from '../../src/entity/values/calendar.ts'
import { figureValue } from '../../src/entity/values/figure-value.ts'
import { percent } from '../../src/feature/scoring/score-pages.ts'
import { plain } from '../pages/check.ts'
import { type CorpusPage, corpusPages, parts } from '../pages/read.ts'
import { linkedPage } from '../train/facts.ts'
import { printTable } from './tables.ts'

const lexicon = loadLexicon(new URL('../../lexicon', import.meta.url).pathname)

/** Of each written form the first on its page. Counts alone: who works on recognition can run it. */
export function printValues(): void {
  const rows = parts.map((part) => {
    const pages = corpusPages([part])
    const dates = sum(pages.map(datesRight))
    const figures = sum(pages.map(figuresRight))
    return [part, rate(dates), `${dates.all}`, rate(figures), `${figures.all}`]
  })
  printTable('Values', ['part', 'dates right', 'dates', 'figures right', 'figures'], rows)
}

interface Count {
  readonly right: number
  readonly all: number
}

function sum(counts: readonly Count[]): Count {
  const total = (key: keyof Count): number => counts.reduce((all, count) => all + count[key], 0)
  return { right: total('right'), all: total('all') }
}

function rate({ right, all }: Count): string {
  return percent(right / all)
}

/** The same days, whether as months or from first to last. A date that cannot be resolved has to have no value. */
function datesRight(corpusPage: CorpusPage): Count {
  const { facts } = corpusPage
  const { page, mentions } = linkedPage(corpusPage)
  const { issueDate } = facts.page
  const found = new Map<string, string>()
  for (const article of new Set(mentions.map((mention) => mention.article))) {
    const values = dateValues({ page, mentions, lexicon, issueDate }, article)
    for (const [mention, value] of values) {
      if (!found.has(mention.text)) found.set(mention.text, value)
    }
  }
  const right = facts.dates.filter(({ text: name, value }) =>
    sameDays(found.get(plain(name)) ?? '', value),
  )
  return { right: right.length, all: facts.dates.length }
}

function sameDays(value: string, gold: string): boolean {
  if (value === gold) return true
  const [own, other] = [boundsOf(value), boundsOf(gold)]
  return own !== undefined && other !== undefined && own[0] === other[0] && own[1] === other[1]
}

/** Number and bound; a fraction may be written as percents, a range as its middle. */
function figuresRight({ facts }: CorpusPage): Count {
  const right = facts.figures.filter(({ text, number, bound }) => {
    const value = figureValue(text, lexicon)
    if (value === undefined || value.bound !== bound.replace('≥', '>').replace('≤', '<'))
      return false
    const numbers = [value.number, (value.number + (value.to ?? value.number)) / 2]
    if (value.unit === '%') numbers.push(value.number / 100)
    return numbers.some((each) => Math.abs(each - number) <= 0.005 * Math.abs(number))
  })
  return { right: right.length, all: facts.figures.length }
}
