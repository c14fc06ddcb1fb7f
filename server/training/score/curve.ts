/** What *Learn from Done Pages* gains on the rest of papers that nothing has learned from, by the number of pages done. */
import { exactRates, type Score, sumScores } from '../../src/feature/scoring/score.ts'
import { percent } from '../../src/feature/scoring/score-pages.ts'
import { groupBy } from '../../src/values/group-by.ts'
import { type CorpusPage, corpusPages, type Part } from '../pages/read.ts'
import { type MarkedPage, markedPage, overlayOf, scoresWith } from './personal.ts'
import { printTable } from './tables.ts'

/** Papers that one person reads, with five pages each. */
const papersOfOne = 5

/** Pages done of each of these papers: 0, 5, 10 and 20 in all. */
const steps = [0, 1, 2, 4]

const kinds = ['names', 'names and model'] as const

/** The rest is one page of each paper, each page in turn; the pages behind it are the ones that are done. */
export function printCurve(part: Part): void {
  const papers = [...groupBy(corpusPages([part]), ({ paper }) => paper).values()]
  const groups = papers.flatMap((_, at) =>
    at % papersOfOne === 0 && at + papersOfOne <= papers.length
      ? [papers.slice(at, at + papersOfOne)]
      : [],
  )
  const rows = kinds.map((kind) => [
    kind,
    ...steps.map((count) => {
      const scores = groups.flatMap((group) =>
        turns.flatMap((turn) => learned(group, turn, count, kind)),
      )
      return percent(exactRates(sumScores(scores)).f1)
    }),
  ])
  printTable(
    `Learn from done pages, ${part}: micro F1 on the rest`,
    ['learned', ...steps.map((count) => `${count * papersOfOne} pages`)],
    rows,
  )
}

const turns = [0, 1, 2, 3, 4]

function learned(
  group: readonly (readonly CorpusPage[])[],
  turn: number,
  count: number,
  kind: (typeof kinds)[number],
): readonly Score[] {
  const behind = (pages: readonly CorpusPage[]): readonly CorpusPage[] => [
    ...pages.slice(turn + 1),
    ...pages.slice(0, turn),
  ]
  const done: readonly MarkedPage[] = group.flatMap((pages) =>
    behind(pages).slice(0, count).map(markedPage),
  )
  const rest = group.flatMap((pages) => pages.slice(turn, turn + 1).map(markedPage))
  const personal = kind === 'names' || done.length === 0 ? undefined : overlayOf(done)
  return scoresWith(rest, done, personal)
}
