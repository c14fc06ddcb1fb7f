/**
 * Measures how long people wait, and memory, and prints a table; a figure above its bar is marked, and makes the exit status 1.
 * `--save` keeps the figures of this machine as the reference that later runs are compared with, `--window` also measures in a
 * real VS Code, `--only-window` does nothing else. Only a machine that does nothing else gives figures that say something.
 * `corpus [SIZE…]` measures the command line and the index on corpora of so many pages instead.
 */
import fs from 'node:fs'
import path from 'node:path'
import { corrections, evenings } from '../test/annotation/corrections.ts'
import { measure } from '../test/annotation/reanchoring.ts'
import type { Case } from '../test/growth/case.ts'
import { groups } from '../test/growth/cases.ts'
import {
  p95,
  whileLineIsEdited,
  whileManyChangesCome,
  whilePagesAreIndexed,
} from '../test/protocol/busy.ts'
import { startClient } from '../test/protocol/client.ts'
import { corpusTimes } from '../test/protocol/corpus-times.ts'
import { largePageTimes } from '../test/protocol/large-page.ts'
import { pageTimes, startTime, typingTimes } from '../test/protocol/timing.ts'
import { corpusBench } from './corpus-bench.ts'
import { run } from './process.ts'

/** Milliseconds, or megabytes. */
interface Figure {
  readonly name: string
  readonly value: number
  readonly bar?: number
}

const root = path.resolve(import.meta.dirname, '..')
if (process.argv[2] === 'corpus') {
  const sizes = process.argv.slice(3).map(Number)
  await corpusBench(sizes.length === 0 ? [1000, 10_000] : sizes)
  process.exit()
}
const reference = path.join(root, '.test/bench.json')
const before: Readonly<Record<string, number>> = fs.existsSync(reference)
  ? JSON.parse(fs.readFileSync(reference, 'utf8'))
  : {}

if (process.argv.includes('--only-window')) process.exit(await inWindow())
const built = await run(process.execPath, ['.ci/build.ts'], { cwd: root, seconds: 120 })
if (built.status !== 0) process.exit(1)
const figures: Figure[] = []
for (const figure of await server()) print(figure)
for (const annotations of [0, 10_000]) {
  for (const figure of await largePage(annotations)) print(figure)
}
for (const pages of [1000, 3000]) for (const figure of await corpus(pages)) print(figure)
for (const figure of await whileBusy()) print(figure)
console.log('\nOne long input, the slowest of each kind and all above their bars:')
for (const [group, cases] of Object.entries(groups)) printGroup(group, cases)
console.log('')
printReanchoring()
const window = process.argv.includes('--window') ? await inWindow() : 0
if (process.argv.includes('--save')) {
  fs.mkdirSync(path.dirname(reference), { recursive: true })
  const named = figures.map(({ name, value }) => [name, value])
  fs.writeFileSync(reference, JSON.stringify(Object.fromEntries(named)))
}
process.exit(figures.some(isAbove) ? 1 : window)

function print(figure: Figure): void {
  figures.push(figure)
  const { name, value, bar } = figure
  const known = before[name]
  const ratio = known === undefined ? '' : `  × ${(value / known).toFixed(2)}`
  const bound = bar === undefined ? '' : `  bar ${bar}${isAbove(figure) ? ', ABOVE IT' : ''}`
  console.log(`${name.padEnd(60)}${value.toFixed(1).padStart(9)}${ratio}${bound}`)
}

function isAbove({ value, bar }: Figure): boolean {
  return bar !== undefined && value > bar
}

async function server(): Promise<readonly Figure[]> {
  // The first start reads from a cold disk.
  await startTime()
  const starts = [await startTime(), await startTime(), await startTime()]
  const pages = (await pageTimes()).toSorted((a, b) => a - b)
  const typing = await typingTimes()
  return [
    { name: 'start → first tokens, ms', value: Math.min(...starts), bar: 1000 },
    { name: 'page → tokens, median, ms', value: pages[pages.length >> 1] ?? 0, bar: 50 },
    { name: 'page → tokens, slowest, ms', value: pages.at(-1) ?? 0 },
    { name: 'edit → tokens, median, ms', value: typing[50] ?? 0 },
    { name: 'edit → tokens, p95, ms', value: typing[95] ?? 0, bar: 30 },
    { name: 'memory with five pages, MB', value: await memory() },
  ]
}

/** A page of 200,000 characters with accepted annotations: how long people wait on it. */
async function largePage(annotations: number): Promise<readonly Figure[]> {
  const { stored, suggestions, mark, typing } = await largePageTimes(annotations)
  const name = `large page, ${annotations.toLocaleString('en')} annotations`
  return [
    { name: `${name} → stored, ms`, value: stored },
    { name: `${name} → suggestions, ms`, value: suggestions },
    { name: `${name}: one more mark, ms`, value: mark },
    { name: `${name}: typing, ms`, value: typing },
  ]
}

/** Varied pages of 2,000 characters: what a question costs the server with the keystroke before it, and its memory. */
async function corpus(pages: number): Promise<readonly Figure[]> {
  // The kernel's clock of threads is Linux's.
  if (process.platform !== 'linux') return []
  const { afterKeystroke, memory } = await corpusTimes(pages)
  const name = `${pages.toLocaleString('en')} pages`
  const times = [...afterKeystroke].flatMap(([question, sorted]): Figure[] => {
    const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0
    const asked = `${name}, keystroke + ${question}`
    return [
      { name: `${asked}, median, CPU ms`, value: at(0.5), bar: 20 },
      { name: `${asked}, p95, CPU ms`, value: at(0.95) },
    ]
  })
  return [
    ...times,
    { name: `${name}: memory when indexed, MB`, value: memory.indexed, bar: 1000 },
    { name: `${name}: memory after the questions, MB`, value: memory.asked, bar: 1000 },
  ]
}

/** A hover on a small page while the server has other work: what the slowest of twenty people waits. */
async function whileBusy(): Promise<readonly Figure[]> {
  const hoverWhile = (what: string, times: readonly number[]): Figure => {
    return { name: `hover while ${what}, p95, ms`, value: p95(times), bar: 50 }
  }
  const figures = [
    hoverWhile('a line of 200,000 characters is edited', await whileLineIsEdited()),
    hoverWhile('200 changes come to 4.8 M characters', await whileManyChangesCome()),
  ]
  for (const pages of [1000, 3000]) {
    const name = `${pages.toLocaleString('en')} pages are indexed`
    const { times, seconds } = await whilePagesAreIndexed(pages)
    figures.push(hoverWhile(name, times))
    figures.push({ name: `${name} with a hover every 100 ms, s`, value: seconds })
  }
  return figures
}

function printGroup(group: string, cases: readonly Case[]): void {
  const measured = cases.map((one): Figure => {
    return { name: `${one.name} (${one.sizes[1]}), ms`, value: timeOf(one), bar: one.bar }
  })
  const slowest = measured.toSorted((a, b) => b.value - a.value)[0]
  console.log(`${group}, ${cases.length} inputs`)
  for (const figure of measured) if (figure === slowest || isAbove(figure)) print(figure)
}

/** The best of three, each on an input of its own, so that nothing is remembered. */
function timeOf({ sizes: [short, long], prepare }: Case): number {
  prepare(short)()
  const times = [1, 2, 3].map(() => {
    const work = prepare(long)
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return Math.min(...times)
}

function printReanchoring(): void {
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
}

/** What is measured in the window prints itself. An exit status. */
async function inWindow(): Promise<number> {
  await run(process.execPath, ['.ci/package.ts', '.test/biaozhu.vsix'], {
    cwd: root,
    seconds: 300,
    quiet: true,
  })
  const inHost = ['test/host/run-suite.ts', 'test/host/bench/accepting.test.ts']
  await run(process.execPath, inHost, { cwd: root, seconds: 300 })
  const options = { cwd: root, seconds: 3600 }
  return (await run(process.execPath, ['test/host/bench/window.ts'], options)).status
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
