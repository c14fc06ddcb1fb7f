/** How long the recogniser takes beside `nodejieba.tag` over the same varied pages, each read once, on one thread. */
import path from 'node:path'
import { run } from '../../../.ci/process.ts'
import type { Pass } from './speed-pass.ts'
import { printTable } from './tables.ts'

/**
 * The middle one of so many processes counts, as a whole: the processor's time of a thread goes on in steps as long as a page, so
 * that only sums of many pages say something.
 */
const passes = 3

const names = [
  'nodejieba.tag',
  'page structure, units',
  'words',
  'rules, first reading',
  'second look, spreading, mentions',
]

export async function printSpeed(): Promise<void> {
  const read: Pass[] = []
  for (let pass = 0; pass < passes; pass++) read.push(await readPages())
  const sorted = read.map(sumsOf).sort((a, b) => a.whole / a.plain - b.whole / b.plain)
  const middle = sorted[passes >> 1]
  if (middle === undefined) return
  const { characters, pages, plain, stages, whole } = middle
  const row = (name: string, time: number): readonly string[] => [
    name,
    time.toFixed(0),
    (time / plain).toFixed(2),
  ]
  printTable(
    `Speed on ${pages} pages (${characters} characters): ` +
      `${(plain / whole).toFixed(3)} of nodejieba.tag`,
    ['', 'ms', 'of nodejieba.tag'],
    [...names.map((name, stage) => row(name, stages[stage] ?? 0)), row('whole', whole)],
  )
}

/** In ms. */
function sumsOf({ characters, times }: Pass) {
  const stages = names.map((_, stage) => times.reduce((sum, own) => sum + (own[stage] ?? 0), 0))
  const [plain = 0, ...own] = stages
  const whole = own.reduce((a, b) => a + b, 0)
  return { characters, pages: times.length, plain, stages, whole }
}

async function readPages(): Promise<Pass> {
  const script = path.join(import.meta.dirname, 'speed-pass.ts')
  const { output, status } = await run(process.execPath, [script], { seconds: 1200, quiet: true })
  if (status !== 0) throw new Error(output)
  return JSON.parse(output)
}
