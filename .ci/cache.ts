/** The user's cache folder: what the commands bring from the npm registry stays there over checkouts. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { run } from './process.ts'

const cache = path.join(
  process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache'),
  'biaozhu',
)

/** Where the window of a folder keeps its settings and state from one start to the next. */
export function windowData(folder: string): string {
  return path.join(cache, 'windows', createHash('sha256').update(folder).digest('hex').slice(0, 12))
}

/**
 * The folder `name` of the cache, filled by `install` where it is missing. It is built beside its place and renamed at the end, so
 * that an interrupted installation is never taken for a whole one.
 */
export async function cached(
  name: string,
  install: (folder: string) => Promise<void>,
): Promise<string> {
  const home = path.join(cache, name)
  if (fs.existsSync(home)) return home
  const temporary = `${home}.${process.pid}`
  fs.mkdirSync(temporary, { recursive: true })
  try {
    await install(temporary)
    if (!fs.existsSync(home)) fs.renameSync(temporary, home)
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true })
  }
  return home
}

/** Installs packages, or what the `package.json` of the folder asks for, without running any script of theirs. */
export async function npmInstall(
  step: string,
  cwd: string,
  packages: readonly string[] = [],
): Promise<void> {
  const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await watched(step, cwd, 'npm', ['install', ...flags, ...packages])
}

/** Runs one step and shows that it lives: a line at its beginning, and one every five seconds. */
export async function watched(
  step: string,
  cwd: string,
  command: string,
  args: readonly string[],
): Promise<void> {
  const started = performance.now()
  const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`
  console.log(`  ${step} …`)
  const ticker = setInterval(() => console.log(`  ${step} … ${seconds()}`), 5000)
  try {
    const { status, output } = await run(command, args, { cwd, seconds: 900, quiet: true })
    if (status !== 0) throw new Error(`${step}: ${command} failed\n${output.slice(-4000)}`)
  } finally {
    clearInterval(ticker)
  }
}
