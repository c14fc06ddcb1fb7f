/** How long the recogniser takes beside `nodejieba.tag` over the same varied pages, each read once, on one thread. */
import path from 'node:path'
import { run } from '../../../.ci/process.ts'
import type { Pass } from './speed-pass.ts'
import { printTable } from './tables.ts'

/** Each page counts as in the fastest of so many processes: other work on the machine, which takes its caches, only makes it slower. */
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
  const [first] = read
  if (first === undefined) return
  const sums = names.map((_, stage) =>
    first.times.reduce(
      (sum, __, page) => sum + Math.min(...read.map(({ times }) => times[page]?.[stage] ?? 0)),
      0,
    ),
  )
  const plain = sums[0] ?? 0
  const whole = sums.slice(1).reduce((a, b) => a + b, 0)
  const row = (name: string, time: number): readonly string[] => [
    name,
    time.toFixed(0),
    (time / plain).toFixed(2),
  ]
  printTable(
    `Speed on ${first.times.length} pages (${first.characters} characters): ` +
      `${(plain / whole).toFixed(3)} of nodejieba.tag`,
    ['', 'ms', 'of nodejieba.tag'],
    [...names.map((name, stage) => row(name, sums[stage] ?? 0)), row('whole', whole)],
  )
}

async function readPages(): Promise<Pass> {
  const script = path.join(import.meta.dirname, 'speed-pass.ts')
  const { output, status } = await run(process.execPath, [script], { seconds: 1200, quiet: true })
  if (status !== 0) throw new Error(output)
  return JSON.parse(output)
}
