/** Scores as the Markdown tables of docs/recognition.md. */
import {
  exactRates,
  overlapRates,
  type Rates,
  type Score,
  sumByType,
} from '../../src/feature/scoring/score.ts'
import { micro, percent, type Scored } from '../../src/feature/scoring/score-pages.ts'

/** One row a type: exact and overlapping. */
export function printScores(title: string, { scores, overlaps }: Scored): void {
  const overlap = overlaps ? ['overlap P', 'R', 'F1'] : []
  printTable(
    title,
    ['type', 'P', 'R', 'F1', ...overlap, 'gold', 'found'],
    scores.map(([type, score]) => {
      const touched = overlaps ? ratesOf(overlapRates(score)) : []
      return [type, ...ratesOf(exactRates(score)), ...touched, `${score.gold}`, `${score.found}`]
    }),
  )
}

/** F1 by type of several runs, a column each. */
export function printColumns(title: string, runs: readonly (readonly [string, Scored])[]): void {
  const types = runs[0]?.[1].scores.map(([type]) => type) ?? []
  printTable(
    title,
    ['type', ...runs.map(([name]) => name)],
    types.map((type) => [type, ...runs.map(([, scored]) => f1(scored, type))]),
  )
}

export function printTable(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rule = headings.map((_, column) => (column === 0 ? '---' : '---:'))
  console.log([`\n${title}\n`, line(headings), line(rule), ...rows.map(line)].join('\n'))
}

/** Several runs as one. */
export function merge(runs: readonly Scored[]): Scored {
  const sums = sumByType(runs.map(({ scores }) => new Map(scores)))
  const differences = runs.flatMap((run) => run.differences)
  return { scores: sums, differences, overlaps: runs.every(({ overlaps }) => overlaps) }
}

/** Exact F1 in percent, `–` where there is none. */
export function f1({ scores }: Scored, type: string = micro): string {
  const score: Score | undefined = scores.find(([name]) => name === type)?.[1]
  return score === undefined ? '–' : percent(exactRates(score).f1)
}

function ratesOf({ precision, recall, f1: both }: Rates): string[] {
  return [precision, recall, both].map(percent)
}
