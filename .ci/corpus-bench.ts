/**
 * `npm run bench -- corpus [SIZE…]`: makes corpora of so many pages, one growing out of the other, measures on each what people and
 * machines wait for, prints it, and writes it into docs/performance.md with the machine, and the curve beside it.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathOfPage, writePages } from '../test/varied/corpus.ts'
import { writtenPage } from '../test/varied/pages.ts'
import { exponentOf, type Growing, growthCurve } from './growth-curve.ts'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, '.test/corpus')
const cli = path.join(root, 'dist/cli.js')
const document_ = path.join(root, 'docs/performance.md')

interface Figure {
  readonly name: string
  readonly unit: string
  readonly value: number
  /** Of the list for 100,000 pages, where it is one of a page or a query. */
  readonly bar?: number
}

export async function corpusBench(sizes: readonly number[]): Promise<void> {
  const ascending = [...sizes].sort((a, b) => a - b)
  spawnSync(process.execPath, ['.ci/build.ts', '--production'], { cwd: root, stdio: 'inherit' })
  fs.rmSync(folder, { recursive: true, force: true })
  const analysis = sideBySide(Math.min(200, ascending[0] ?? 200))
  const all: { readonly pages: number; readonly figures: readonly Figure[] }[] = []
  let made = 0
  for (const pages of ascending) {
    writePages(path.join(folder, 'pages'), made, pages)
    made = pages
    const figures = await measured(pages)
    for (const { name, value, unit } of figures)
      console.log(`${pages}  ${name}: ${shown(value)} ${unit}`)
    all.push({ pages, figures })
  }
  const growing: readonly Growing[] = (all[0]?.figures ?? []).map(({ name }) => ({
    name,
    points: all.map(
      ({ pages, figures }) =>
        [pages, figures.find((each) => each.name === name)?.value ?? 0] as const,
    ),
  }))
  const text = [...analysis, '', ...tableOf(all, growing)].join('\n')
  console.log(text)
  fs.writeFileSync(path.join(root, 'docs/images/growth.svg'), growthCurve(growing))
  const before = fs.readFileSync(document_, 'utf8')
  const part = /(?<=<!-- corpus: written by npm run bench -- corpus -->\n).*(?=<!-- \/corpus -->)/s
  fs.writeFileSync(
    document_,
    before.replace(
      part,
      () =>
        `\n${machine()}\n\n${text}\n\n![Growth with the number of pages](images/growth.svg)\n\n`,
    ),
  )
  fs.rmSync(folder, { recursive: true, force: true })
}

/** What is measured of a corpus of so many pages. */
async function measured(pages: number): Promise<readonly Figure[]> {
  const index = `pages-${pages}.db`
  const bytes = sizeBelow(path.join(folder, 'pages'))
  const made = await biaozhu('index', '--index', index, 'pages')
  const size = fs.statSync(path.join(folder, index)).size
  const again = await biaozhu('index', '--index', index, 'pages')
  const first = [
    await biaozhu(...someSearch(index)),
    await biaozhu(...someSearch(index)),
    await biaozhu(...someSearch(index)),
  ]
  const queries = queriesOf(path.join(folder, index))
  for (let number = 0; number < pages; number += 100) {
    fs.writeFileSync(
      path.join(folder, 'pages', pathOfPage(number)),
      `${writtenPage(number, 2000, pages)}\n`,
    )
  }
  const changed = await biaozhu('index', '--index', index, 'pages')
  const tables = await biaozhu(
    'export',
    '--format',
    'parquet',
    '--index',
    index,
    '--out',
    `tables-${pages}`,
  )
  return [
    { name: 'index, CPU', unit: 's', value: made.cpu },
    { name: 'index, by the clock', unit: 's', value: made.clock },
    { name: 'index, memory of the largest process', unit: 'MB', value: made.memory, bar: 300 },
    { name: 'index, size over text', unit: '×', value: size / bytes, bar: 3 },
    { name: 'index, size of a page', unit: 'kB', value: size / pages / 1000 },
    { name: 'index, nothing changed, CPU', unit: 's', value: again.cpu },
    { name: 'index, 1 % changed, CPU', unit: 's', value: changed.cpu },
    {
      name: 'search, start of the program to its first 50, CPU',
      unit: 's',
      value: Math.min(...first.map(({ cpu }) => cpu)),
      bar: 2,
    },
    ...queries,
    { name: 'tables in Parquet, CPU', unit: 's', value: tables.cpu },
    { name: 'tables in Parquet, memory', unit: 'MB', value: tables.memory, bar: 350 },
  ]
}

function someSearch(index: string): readonly string[] {
  return ['search', '--index', index, '--limit', '50', '工会']
}

/** `nodejieba.tag` and the analysis on the same text, in one process. */
function sideBySide(pages: number): readonly string[] {
  const { characters, tag, analysis } = JSON.parse(output('.ci/corpus-analysis.ts', String(pages)))
  const row = (name: string, seconds: number) =>
    `| ${name} | ${shown(pages / seconds)} | ${shown(characters / seconds)} |`
  return [
    `| of ${pages} pages, one after the other in turn | pages a second of CPU | characters |`,
    '|---|---|---|',
    row('`nodejieba.tag` alone', tag),
    row('our whole analysis', analysis),
  ]
}

function queriesOf(index: string): readonly Figure[] {
  const figures: readonly (readonly [string, number, number])[] = JSON.parse(
    output('.ci/corpus-queries.ts', index),
  )
  return figures.flatMap(([name, median, p95]) => [
    { name: `${name}, median, CPU`, unit: 'ms', value: median },
    { name: `${name}, p95, CPU`, unit: 'ms', value: p95 },
  ])
}

function output(...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

interface Run {
  /** Seconds, of the process and all that it started. */
  readonly cpu: number
  readonly clock: number
  /** MB of the largest of them. */
  readonly memory: number
}

/** The command line in the folder; `time` of the shell knows what children took. */
function biaozhu(...args: readonly string[]): Promise<Run> {
  const started = performance.now()
  const script = 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1'
  const child = spawn('bash', ['-c', script, '-', process.execPath, cli, ...args], { cwd: folder })
  let times = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (times += text))
  let memory = 0
  const watch = setInterval(() => (memory = Math.max(memory, largestBelow(child))), 300)
  return new Promise((resolve) => {
    child.on('close', () => {
      clearInterval(watch)
      const [user = 0, system = 0] = times.trim().split(' ').map(Number)
      resolve({ cpu: user + system, clock: (performance.now() - started) / 1000, memory })
    })
  })
}

/** Resident memory in MB. */
function largestBelow({ pid }: ChildProcess): number {
  const rows = spawnSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')
    .map((line) => line.trim().split(/ +/).map(Number))
  const own = new Set([pid])
  let largest = 0
  for (let found = -1; found !== own.size; ) {
    found = own.size
    for (const [each, parent, size = 0] of rows) {
      if (!own.has(parent)) continue
      own.add(each)
      largest = Math.max(largest, size / 1024)
    }
  }
  return largest
}

function tableOf(
  all: readonly { readonly pages: number; readonly figures: readonly Figure[] }[],
  growing: readonly Growing[],
): readonly string[] {
  const head = ['pages', ...all.map(({ pages }) => pages.toLocaleString('en')), 'grows with', 'bar']
  const rows = (all[0]?.figures ?? []).map(({ name, unit, bar }, i) => {
    const points = growing[i]?.points ?? []
    const exponent = points.length > 1 ? `n^${exponentOf(points).toFixed(2)}` : ''
    return [
      name,
      ...points.map(([, value]) => `${shown(value)} ${unit}`),
      exponent,
      bar === undefined ? '' : `${bar} ${unit}`,
    ]
  })
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
}

function machine(): string {
  const [cpu] = os.cpus()
  const load = os.loadavg()[0] ?? 0
  return `Node ${process.versions.node}, ${os.cpus().length} × ${cpu?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()}; load ${load.toFixed(0)} when it ended: times of CPU say something on a busy machine, those of the clock do not.`
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(2)
}

function sizeBelow(place: string): number {
  return fs
    .readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .reduce((sum, name) => sum + fs.statSync(path.join(place, name)).size, 0)
}
