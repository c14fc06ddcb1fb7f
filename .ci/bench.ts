/**
 * Measures the built server and prints a table: how long people wait, and its memory. `--save` keeps the figures of this
 * machine as the reference that later runs are compared with.
 */
import fs from 'node:fs'
import path from 'node:path'
import { corrections, evenings } from '../test/annotation/corrections.ts'
import { measure } from '../test/annotation/reanchoring.ts'
import { startClient } from '../test/protocol/client.ts'
import { corpusTimes } from '../test/protocol/corpus-times.ts'
import { largePageTimes } from '../test/protocol/large-page.ts'
import { pageTimes, startTime, typingTimes } from '../test/protocol/timing.ts'
import { run } from './process.ts'

const root = path.resolve(import.meta.dirname, '..')
const reference = path.join(root, '.test/bench.json')

const built = await run(process.execPath, ['.ci/build.ts'], { cwd: root, seconds: 120 })
if (built.status !== 0) process.exit(1)
// The first start reads from a cold disk.
await startTime()
const pages = await pageTimes()
const typing = await typingTimes()
const figures: Readonly<Record<string, number>> = {
  'start → first tokens, ms': Math.min(await startTime(), await startTime(), await startTime()),
  'page → tokens, median, ms': pages.toSorted((a, b) => a - b)[pages.length >> 1] ?? 0,
  'page → tokens, slowest, ms': Math.max(...pages),
  'edit → tokens, median, ms': typing[50] ?? 0,
  'edit → tokens, p95, ms': typing[95] ?? 0,
  'memory with five pages, MB': await memory(),
  ...(await largePage(0)),
  ...(await largePage(10_000)),
  ...(await corpus(1000)),
  ...(await corpus(3000)),
}
const before: Readonly<Record<string, number>> = fs.existsSync(reference)
  ? JSON.parse(fs.readFileSync(reference, 'utf8'))
  : {}
for (const [name, figure] of Object.entries(figures)) {
  const known = before[name]
  const ratio = known === undefined ? '' : `  × ${(figure / known).toFixed(2)}`
  console.log(`${name.padEnd(56)}${figure.toFixed(1).padStart(8)}${ratio}`)
}
if (process.argv.includes('--save')) {
  fs.mkdirSync(path.dirname(reference), { recursive: true })
  fs.writeFileSync(reference, JSON.stringify(figures))
}
for (const [name, cases] of [
  ['one by one', corrections()],
  ['twenty at once', evenings()],
] as const) {
  for (const withOldText of [true, false]) {
    const { right, of, silentlyWrong, reportedWrong } = measure(cases, withOldText)
    const share = ((100 * right) / of).toFixed(1)
    console.log(
      `re-anchoring ${of} corrections ${name}, old text ${withOldText ? '' : 'not '}known: ${share} % right without ` +
        `asking, ${silentlyWrong} wrong unreported, ${reportedWrong} wrong and reported`,
    )
  }
}
process.exit(0)

/** A page of 200,000 characters with accepted annotations: how long people wait on it. */
async function largePage(annotations: number): Promise<Readonly<Record<string, number>>> {
  const { stored, suggestions, mark, typing } = await largePageTimes(annotations)
  const name = `large page, ${annotations.toLocaleString('en')} annotations`
  return {
    [`${name} → stored, ms`]: stored,
    [`${name} → suggestions, ms`]: suggestions,
    [`${name}: one more mark, ms`]: mark,
    [`${name}: typing, ms`]: typing,
  }
}

/** Varied pages of 2,000 characters: what a question costs the server with the keystroke before it, and its memory. */
async function corpus(pages: number): Promise<Readonly<Record<string, number>>> {
  // The kernel's clock of threads is Linux's.
  if (process.platform !== 'linux') return {}
  const { afterKeystroke, memory } = await corpusTimes(pages)
  const name = `${pages.toLocaleString('en')} pages`
  const times = [...afterKeystroke].flatMap(([question, sorted]): [string, number][] => [
    [`${name}, keystroke + ${question}, median, CPU ms`, sorted[sorted.length >> 1] ?? 0],
    [`${name}, keystroke + ${question}, p95, CPU ms`, sorted[(sorted.length * 0.95) | 0] ?? 0],
  ])
  return {
    ...Object.fromEntries(times),
    [`${name}: memory when indexed, MB`]: memory.indexed,
    [`${name}: memory after the questions, MB`]: memory.asked,
  }
}

/** Resident memory of a server that has indexed the seeds, by ps, which every Unix has. */
async function memory(): Promise<number> {
  const client = await startClient()
  const args = ['-o', 'rss=', '-p', String(client.process.pid)]
  const { output } = await run('ps', args, { seconds: 10, quiet: true }).catch(() => ({
    output: '',
  }))
  await client.stop()
  return Number(output) / 1024
}
