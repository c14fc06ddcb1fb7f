/** What *Learn from Done Pages* gains on the rest of papers that nothing has learned from, by the number of pages done. */
import { deflateSync } from 'node:zlib'
import { type Mention, mentionSpan } from '../../src/annotation/record/mention.ts'
import { exactRates, type Score, sumScores } from '../../src/feature/scoring/score.ts'
import { percent } from '../../src/feature/scoring/score-pages.ts'
import { groupBy } from '../../src/values/group-by.ts'
import { corpusPages, type Part } from '../pages/read.ts'
import { adaptedTo, found, type MarkedPage, markedPage, scoresOn } from './personal.ts'
import { printTable } from './tables.ts'

/** Papers that one person reads, with five pages each. */
const papersOfOne = 5

/** Pages done of each of these papers: 0, 5, 10 and 20 in all. */
const steps = [0, 1, 2, 4]

const turns = [0, 1, 2, 3, 4]

/** What came of one number of done pages. */
interface Sums {
  readonly names: Score[]
  readonly model: Score[]
  /** By tenth of the confidence. */
  readonly sure: { found: number; right: number; sum: number }[]
  /** Seconds of CPU and bytes, of all trainings. */
  seconds: number
  bytes: number
  trainings: number
}

/** The rest is one page of each paper, each page in turn; the pages behind it are the ones that are done. */
export function printCurve(part: Part): void {
  const papers = [...groupBy(corpusPages([part]), ({ paper }) => paper).values()].map((pages) =>
    pages.map(markedPage),
  )
  const groups = papers.flatMap((_, at) =>
    at % papersOfOne === 0 && at + papersOfOne <= papers.length
      ? [papers.slice(at, at + papersOfOne)]
      : [],
  )
  const all = steps.map((count) => {
    const sums = nothing()
    for (const group of groups) for (const turn of turns) add(sums, group, turn, count)
    return sums
  })
  const f1 = (scores: readonly Score[]): string => percent(exactRates(sumScores(scores)).f1)
  const mean = ({ trainings }: Sums, sum: number, digits: number): string =>
    trainings === 0 ? '–' : (sum / trainings).toFixed(digits)
  printTable(
    `Learn from done pages, ${part}: micro F1 on the rest`,
    ['learned', ...steps.map((count) => `${count * papersOfOne} pages`)],
    [
      ['names', ...all.map(({ names }) => f1(names))],
      ['names and model', ...all.map(({ model }) => f1(model))],
      ['calibration error', ...all.map(({ sure }) => errorOf(sure).toFixed(4))],
      ['seconds of CPU', ...all.map((sums) => mean(sums, sums.seconds, 1))],
      ['kB', ...all.map((sums) => mean(sums, sums.bytes / 1000, 0))],
    ],
  )
}

function nothing(): Sums {
  const sure = Array.from({ length: 10 }, () => ({ found: 0, right: 0, sum: 0 }))
  return { names: [], model: [], sure, seconds: 0, bytes: 0, trainings: 0 }
}

function add(
  sums: Sums,
  group: readonly (readonly MarkedPage[])[],
  turn: number,
  count: number,
): void {
  const behind = (pages: readonly MarkedPage[]): readonly MarkedPage[] => [
    ...pages.slice(turn + 1),
    ...pages.slice(0, turn),
  ]
  const done = group.flatMap((pages) => behind(pages).slice(0, count))
  const before = process.cpuUsage()
  const learned = done.length === 0 ? undefined : adaptedTo(done)
  if (learned !== undefined) {
    const { user, system } = process.cpuUsage(before)
    sums.seconds += (user + system) / 1e6
    sums.bytes += deflateSync(learned.difference).length
    sums.trainings++
  }
  for (const page of group.flatMap((pages) => pages.slice(turn, turn + 1))) {
    sums.names.push(...scoresOn(page, found(page, { done })))
    const mentions = found(page, { done, tagger: learned?.tagger })
    sums.model.push(...scoresOn(page, mentions))
    addConfidence(sums, page, mentions)
  }
}

/** Of what is weighed: a name of another page is as sure as the person said. */
function addConfidence({ sure }: Sums, { spans }: MarkedPage, mentions: readonly Mention[]): void {
  const right = new Set(spans.map(({ start, end, type }) => `${start} ${end} ${type}`))
  for (const mention of mentions) {
    if (mention.source === 'your mark') continue
    const { start, end } = mentionSpan(mention)
    const { confidence = 0, type } = mention
    const step = sure[Math.min(9, Math.floor(confidence * 10))]
    if (step === undefined) continue
    step.found++
    step.sum += confidence
    if (right.has(`${start} ${end} ${type}`)) step.right++
  }
}

function errorOf(sure: Sums['sure']): number {
  const all = sure.reduce((sum, { found: count }) => sum + count, 0)
  const off = sure.reduce((sum, step) => sum + Math.abs(step.sum - step.right), 0)
  return off / Math.max(1, all)
}
