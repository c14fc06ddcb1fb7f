/**
 * Runs the tests: all of them, or the parts that are named (`unit`, `protocol`, `host`, `screenshots`). Its last line is
 * `N passed, N failed`, counted from mocha's own results; a step that is no mocha run counts as one failure when it fails.
 */
import fs from 'node:fs'
import path from 'node:path'
import { browser } from './browser.ts'
import { codeServer } from './code-server.ts'
import { run } from './process.ts'
import type { Counts } from './reporter.ts'

const root = path.resolve(import.meta.dirname, '..')
const scratch = path.join(root, '.test')
const bin = (file: string) => path.join(root, 'node_modules', file)

type Step = () => Promise<Counts>
const types = command('types', bin('typescript/bin/tsc'), ['--noEmit'], 300)
const lint = command('lint', bin('@biomejs/biome/bin/biome'), ['ci', '--colors=off', '.'], 120)
const pack = command('package', '.ci/package.ts', ['.test/biaozhu.vsix'], 300)
const unit = mocha('unit tests', ['test/**/*.test.ts'], 300, [
  ...['--ignore', 'test/host/**'],
  ...['--ignore', 'test/protocol/**'],
])
const protocol = mocha('protocol tests', ['test/protocol/**/*.test.ts'], 600)
const suite = counted('tests in the extension host', 'test/host/run-suite.ts', [], 300)
const journeys = mocha(
  'package and journeys',
  ['test/host/*.test.ts', 'test/host/journeys/*.test.ts'],
  900,
  // A window on a busy machine may show a thing too late once; a fault of ours shows twice.
  ['--retries', '1'],
)
const screenshots = mocha('screenshots', ['test/host/screenshots/*.test.ts'], 900)

const parts: Readonly<Record<string, readonly Step[]>> = {
  all: [types, lint, pack, unit, protocol, prepareHost, suite, journeys],
  unit: [unit],
  protocol: [pack, protocol],
  host: [pack, prepareHost, suite, journeys],
  screenshots: [pack, prepareHost, screenshots],
}

const names = process.argv.length > 2 ? process.argv.slice(2) : ['all']
const steps = names.flatMap((name) => parts[name] ?? [])
if (steps.length === 0) {
  console.error(
    `test: no such part: ${names.join(' ')}; there are ${Object.keys(parts).join(', ')}`,
  )
  process.exit(2)
}
fs.mkdirSync(scratch, { recursive: true })
const seeds = seedsState()
const total = { passed: 0, failed: 0 }
for (const step of new Set(steps)) {
  const { passed, failed } = await step()
  total.passed += passed
  total.failed += failed
}
if (seedsState() !== seeds) {
  console.error('test: the tests have changed seeds/')
  total.failed++
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)

/** A step that passes or fails as a whole; a pass adds nothing to the count. */
function command(name: string, script: string, args: readonly string[], seconds: number): Step {
  return async () => {
    const { status } = await execute(name, [script, ...args], seconds)
    return { passed: 0, failed: status === 0 ? 0 : 1 }
  }
}

/** A step that runs mocha and leaves its counts in a file; none there, or a bad exit status, is a failure too. */
function counted(name: string, script: string, args: readonly string[], seconds: number): Step {
  return async () => {
    const results = path.join(scratch, 'results.jsonl')
    fs.rmSync(results, { force: true })
    const { status } = await execute(name, [script, ...args], seconds, { BIAOZHU_RESULTS: results })
    const { passed, failed } = read(results)
    const broken = passed + failed === 0 || (status !== 0 && failed === 0)
    return { passed, failed: broken ? failed + 1 : failed }
  }
}

function mocha(
  name: string,
  files: readonly string[],
  seconds: number,
  options: readonly string[] = [],
): Step {
  const strict = ['--forbid-only', '--forbid-pending', '--reporter', '.ci/reporter.ts']
  const args = [...strict, ...options, ...files]
  return counted(name, bin('mocha/bin/mocha.js'), args, seconds)
}

/** What host tests need from outside is fetched before their own time limits begin. */
async function prepareHost(): Promise<Counts> {
  try {
    console.log(`\n== Browser and VS Code: ${await browser()}, ${await codeServer()}`)
    return { passed: 0, failed: 0 }
  } catch (error) {
    console.error(`test: ${error instanceof Error ? error.message : error}`)
    return { passed: 0, failed: 1 }
  }
}

async function execute(
  name: string,
  args: readonly string[],
  seconds: number,
  env: NodeJS.ProcessEnv = {},
): Promise<{ status: number }> {
  console.log(`\n== ${name}`)
  const started = performance.now()
  const options = { cwd: root, env: { ...process.env, ...env }, seconds }
  const { status } = await run(process.execPath, args, options)
  const took = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `== ${name}: ${status === 0 ? 'done' : `failed (exit status ${status})`} in ${took} s`,
  )
  return { status }
}

function read(results: string): Counts {
  if (!fs.existsSync(results)) return { passed: 0, failed: 0 }
  const lines = fs.readFileSync(results, 'utf8').trim().split('\n')
  const counts: Counts[] = lines.map((line) => JSON.parse(line))
  const sum = (key: keyof Counts) => counts.reduce((all, one) => all + one[key], 0)
  return { passed: sum('passed'), failed: sum('failed') }
}

function seedsState(): string {
  const folder = path.join(root, 'seeds')
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((file) => fs.statSync(path.join(folder, file)).isFile())
  const state = files.map((file) => [file, fs.readFileSync(path.join(folder, file), 'base64')])
  return JSON.stringify(state)
}
