/**
 * Measures the built server and prints a table: how long people wait, and its memory. `--save` keeps the figures of this
 * machine as the reference that later runs are compared with.
 */
import fs from 'node:fs'
import path from 'node:path'
import { startClient } from '../test/protocol/client.ts'
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
}
const before: Readonly<Record<string, number>> = fs.existsSync(reference)
  ? JSON.parse(fs.readFileSync(reference, 'utf8'))
  : {}
for (const [name, figure] of Object.entries(figures)) {
  const known = before[name]
  const ratio = known === undefined ? '' : `  × ${(figure / known).toFixed(2)}`
  console.log(`${name.padEnd(28)}${figure.toFixed(1).padStart(8)}${ratio}`)
}
if (process.argv.includes('--save')) {
  fs.mkdirSync(path.dirname(reference), { recursive: true })
  fs.writeFileSync(reference, JSON.stringify(figures))
}
process.exit(0)

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
