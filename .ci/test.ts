/**
 * Runs the tests: `test.ts` all that a change has to pass, `test.ts PART` one part of them, `test.ts PART FILE…` only these files of
 * it; options of mocha may stand among the files. Its last line is `N passed, N failed`, counted from what each test wrote as it
 * ended; a step that is no mocha run counts as one failure when it fails, and so does one that something ended before its end.
 */
import fs from 'node:fs'
import path from 'node:path'
import { browser } from './browser.ts'
import { codeServer } from './code-server.ts'
import { run } from './process.ts'
import { readResults } from './results.ts'

const root = path.resolve(import.meta.dirname, '..')
const scratch = path.join(root, '.test')
const bin = (file: string) => path.join(root, 'node_modules', file)

/** Takes the files and options that were named; says what went wrong beside the tests that are counted. */
type Step = (named: readonly string[]) => Promise<string | undefined>

interface MochaRun {
  readonly name: string
  readonly files: readonly string[]
  readonly not?: readonly string[]
  /** Seconds for one test. Only what hangs should ever reach it: the machine may be busy. */
  readonly limit: number
  readonly options?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

const elsewhere = ['test/host/**', 'test/protocol/**', '**/*.peers.test.ts']
const strict = ['--forbid-only', '--forbid-pending']

/** What runs in panels knows a browser and no Node: its types are checked apart. */
const types = inTurn(
  command('types', bin('typescript/bin/tsc'), ['--noEmit'], 300),
  command('types of panels', bin('typescript/bin/tsc'), ['--noEmit', '-p', 'client/webview'], 300),
)
const lint = command('lint', bin('@biomejs/biome/bin/biome'), ['ci', '--colors=off', '.'], 120)
const pack = command('package', '.ci/package.ts', ['.test/biaozhu.vsix'], 300)
const unit = mocha({
  name: 'unit tests',
  files: ['test/**/*.test.ts'],
  not: [...elsewhere, '**/*.slow.test.ts'],
  limit: 10,
})
const slow = mocha({ name: 'slow tests', files: ['test/**/*.slow.test.ts'], limit: 120 })
const long = mocha({
  name: 'unit and slow tests, random ones twenty times as long',
  files: ['test/**/*.test.ts'],
  not: elsewhere,
  limit: 1200,
  env: { BIAOZHU_ROUNDS: process.env['BIAOZHU_ROUNDS'] ?? '20' },
})
const protocol = mocha({
  name: 'protocol tests',
  files: ['test/protocol/**/*.test.ts'],
  not: ['**/*.peers.test.ts'],
  limit: 120,
})
const inSuite = (file: string) =>
  path.resolve(root, file).startsWith(path.join(root, 'test/host/suite/'))
const suite = only(inSuite, counted('tests in the extension host', 'test/host/run-suite.ts', 300))
const journeys = only(
  (file) => !inSuite(file),
  mocha({
    name: 'package and journeys',
    files: ['test/host/*.test.ts', 'test/host/journeys/*.test.ts'],
    limit: 180,
  }),
)
/** Keys that are pressed faster than boxes appear: twenty times at each pace. */
const typing = only(
  isTyping,
  inTurn(
    pack,
    prepareHost,
    mocha({
      name: 'keys without a pause',
      files: ['test/host/journeys/typed-ahead.test.ts'],
      limit: 1200,
      env: { BIAOZHU_ROUNDS: '10' },
    }),
  ),
)
const screenshots = mocha({
  name: 'screenshots',
  files: ['test/host/screenshots/*.test.ts'],
  limit: 180,
})
const peers = mocha({
  name: 'tests with programs that only some machines have',
  files: ['test/**/*.peers.test.ts'],
  limit: 120,
  options: ['--forbid-only'],
})
const readers = only(() => false, counted('other programs read our exports', '.ci/peers.ts', 600))

const parts: Readonly<Record<string, readonly Step[]>> = {
  all: [types, lint, unit, pack, protocol, prepareHost, suite, journeys, slow],
  unit: [unit],
  slow: [only((file) => !isTyping(file), long), typing],
  protocol: [pack, protocol],
  host: [pack, prepareHost, suite, journeys],
  screenshots: [pack, prepareHost, screenshots],
  peers: [pack, peers, readers],
}

const [part = 'all', ...named] = process.argv.slice(2)
const steps = parts[part]
if (steps === undefined) {
  console.error(`test: no such part: ${part}; there are ${Object.keys(parts).join(', ')}`)
  process.exit(2)
}
fs.mkdirSync(scratch, { recursive: true })
const seeds = seedsState()
/** Files with the results of what was begun. */
const begun: string[] = []
const faults: string[] = []
/** Also where a signal ends this process: what ran is said. */
process.once('exit', () => {
  const all = begun.map(readResults)
  for (const file of begun) fs.rmSync(file, { force: true })
  const sum = (key: 'passed' | 'skipped') => all.reduce((total, results) => total + results[key], 0)
  const cut = all
    .filter(({ ended }) => !ended)
    .map(({ last }) => `ended at: ${last ?? 'its start'}`)
  const failed = [...all.flatMap((results) => results.failed), ...faults, ...cut]
  for (const fault of failed) console.log(`test: ${fault}`)
  const skipped = sum('skipped') === 0 ? '' : `, ${sum('skipped')} skipped`
  console.log(`\n${sum('passed')} passed, ${failed.length} failed${skipped}`)
  if (failed.length > 0 || sum('passed') === 0) process.exitCode ||= 1
})
for (const step of steps) {
  const fault = await step(named)
  if (fault !== undefined) faults.push(fault)
}
if (seedsState() !== seeds) faults.push('the tests have changed seeds/')

/** A step that passes or fails as a whole. */
function command(name: string, script: string, args: readonly string[], seconds: number): Step {
  return async () => {
    const status = await execute(name, [script, ...args], { seconds })
    return status === 0 ? undefined : `${name} failed`
  }
}

function mocha({ name, files, not = [], limit, options = strict, env = {} }: MochaRun): Step {
  const fixed = ['--reporter', '.ci/reporter.ts', '--timeout', `${limit}s`, ...options]
  return (named) => {
    const some = named.some((each) => !each.startsWith('-'))
    const all = [...files, ...not.flatMap((pattern) => ['--ignore', pattern])]
    const args = [...fixed, ...named, ...(some ? [] : all)]
    // What does not even reach its own limit, as an endless loop does, is ended from here.
    return count(name, [bin('mocha/bin/mocha.js'), ...args], 2 * limit + 60, env)
  }
}

/** A step that leaves its results itself. */
function counted(name: string, script: string, seconds: number): Step {
  return (named) => count(name, [script, ...named], seconds, {})
}

/** One step behind the other, until something goes wrong. */
function inTurn(...all: readonly Step[]): Step {
  return async (named) => {
    for (const step of all) {
      const fault = await step(named)
      if (fault !== undefined) return fault
    }
    return undefined
  }
}

function isTyping(file: string): boolean {
  return file.endsWith('typed-ahead.test.ts')
}

/** Of named files, the step takes those that are its own, and is left out where none is. */
function only(isOwn: (file: string) => boolean, step: Step): Step {
  return async (named) => {
    const isOption = (each: string) => each.startsWith('-')
    const own = named.filter((each) => isOption(each) || isOwn(each))
    return named.every(isOption) || !own.every(isOption) ? step(own) : undefined
  }
}

/** Runs what writes its results; `seconds` may pass between two of them. */
async function count(
  name: string,
  args: readonly string[],
  seconds: number,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const results = path.join(scratch, `results-${process.pid}-${begun.length}.jsonl`)
  begun.push(results)
  const more = { ...env, BIAOZHU_RESULTS: results }
  const status = await execute(name, args, { seconds, sign: results, env: more })
  const { failed, ended } = readResults(results)
  return status !== 0 && failed.length === 0 && ended ? `${name}: exit status ${status}` : undefined
}

/** What tests in the window need from outside is fetched before their own limits begin. */
async function prepareHost(): Promise<string | undefined> {
  try {
    const { executable } = await browser()
    console.log(`\n== Browser and VS Code: ${executable}, ${await codeServer()}`)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function execute(
  name: string,
  args: readonly string[],
  { seconds, sign, env = {} }: { seconds: number; sign?: string; env?: NodeJS.ProcessEnv },
): Promise<number> {
  console.log(`\n== ${name}`)
  const started = performance.now()
  const options = { cwd: root, env: { ...process.env, ...env }, seconds }
  const { status } = await run(
    process.execPath,
    args,
    sign === undefined ? options : { ...options, sign },
  )
  const took = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `== ${name}: ${status === 0 ? 'done' : `failed (exit status ${status})`} in ${took} s`,
  )
  return status
}

function seedsState(): string {
  const folder = path.join(root, 'seeds')
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((file) => fs.statSync(path.join(folder, file)).isFile())
  const state = files.map((file) => [file, fs.readFileSync(path.join(folder, file), 'base64')])
  return JSON.stringify(state)
}
