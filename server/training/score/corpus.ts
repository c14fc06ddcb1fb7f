/** The written corpus: figures by type on papers that no model has learned from, and what a confidence is worth. */
import { mentionSpan } from '../../src/annotation/record/mention.ts'
import { type GoldPage, type Scored, scoreMentions } from '../../src/feature/scoring/score-pages.ts'
import type { MarkedSpan } from '../../src/text/marked.ts'
import { corpusPages, type Part } from '../pages/read.ts'
import { analyserOf, shipped } from './analysers.ts'
import { printScores, printTable } from './tables.ts'

/** Prints no page: who works on recognition may see sums of the test part. */
export function printCorpus(part: Part): void {
  const pages = corpusPages([part])
  const analyser = analyserOf(shipped)
  const scored: Scored = scoreMentions(pages.map(goldPage), analyser)
  printScores(`Written corpus, ${part}`, scored)
  const steps = Array.from({ length: 10 }, () => ({ found: 0, right: 0, sum: 0 }))
  for (const { text, spans } of pages) {
    const right = new Set(spans.map(keyOf))
    for (const mention of analyser.mentions(text, analyser.page(text))) {
      const { confidence = 0, type } = mention
      const step = steps[Math.min(9, Math.floor(confidence * 10))]
      if (step === undefined) continue
      step.found++
      step.sum += confidence
      if (right.has(keyOf({ ...mentionSpan(mention), type }))) step.right++
    }
  }
  const found = steps.reduce((sum, step) => sum + step.found, 0)
  const error = steps.reduce((sum, step) => sum + Math.abs(step.sum - step.right), 0) / found
  printTable(
    `Confidence on ${part}: expected calibration error ${error.toFixed(3)}`,
    ['confidence', 'found', 'mean', 'right'],
    steps.map((step, at) => [
      `${at / 10} to ${(at + 1) / 10}`,
      `${step.found}`,
      (step.sum / Math.max(1, step.found)).toFixed(2),
      (step.right / Math.max(1, step.found)).toFixed(2),
    ]),
  )
}

function keyOf({ start, end, type }: MarkedSpan): string {
  return `${start} ${end} ${type}`
}

function goldPage({
  name,
  text,
  spans,
}: {
  readonly name: string
  readonly text: string
  readonly spans: readonly MarkedSpan[]
}): GoldPage {
  let marked = ''
  let done = 0
  for (const { start, end, type } of spans) {
    marked += `${text.slice(done, start)}⟦${text.slice(start, end)}|${type}⟧`
    done = end
  }
  return { name, marked: marked + text.slice(done) }
}
