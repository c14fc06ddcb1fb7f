/**
 * The VS Code that runs in a browser, code-server, installed once into the user's cache folder from the npm registry. It is
 * installed without its own install scripts (they need system headers that nobody here uses); the two small native modules
 * that its extension host needs are compiled with the Node and node-gyp of this repository.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { run } from './process.ts'

const version = '4.139.1'
const root = path.resolve(import.meta.dirname, '..')

/** Where everything that outlives a checkout is kept. */
export const cache = path.join(
  process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache'),
  'biaozhu',
)

/** Where the window of a folder keeps its settings and state from one start to the next. */
export function windowData(folder: string): string {
  return path.join(cache, 'windows', createHash('sha256').update(folder).digest('hex').slice(0, 12))
}

/** Gives the path of code-server's entry file, after installing it where it is missing. */
export async function codeServer(): Promise<string> {
  // The compiled modules fit one Node release line only, so it is part of the key.
  const key = `code-server-${version}-abi${process.versions.modules}-${process.platform}-${process.arch}`
  const home = path.join(cache, key)
  if (!fs.existsSync(home)) await install(home)
  return path.join(home, 'node_modules/code-server/out/node/entry.js')
}

/** Builds beside `home` and renames at the end, so that an interrupted installation is never taken for a whole one. */
async function install(home: string): Promise<void> {
  console.log(
    `VS Code in the browser (code-server ${version}) goes into ${home}, once: about 600 MB`,
  )
  const temporary = `${home}.${process.pid}`
  fs.mkdirSync(temporary, { recursive: true })
  fs.writeFileSync(path.join(temporary, 'package.json'), '{ "private": true }\n')
  const vscode = path.join(temporary, 'node_modules/code-server/lib/vscode')
  try {
    await npm('1/4 code-server', temporary, [`code-server@${version}`])
    await npm('2/4 its modules', vscode, [])
    await npm('3/4 its extensions', path.join(vscode, 'extensions'), [])
    await compile('4/4 native modules', vscode)
    if (!fs.existsSync(home)) fs.renameSync(temporary, home)
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true })
  }
}

async function npm(step: string, cwd: string, packages: readonly string[]): Promise<void> {
  const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await watched(step, cwd, 'npm', ['install', ...flags, ...packages])
}

async function compile(step: string, vscode: string): Promise<void> {
  const gyp = path.join(root, 'node_modules/node-gyp/bin/node-gyp.js')
  const headers = fs.globSync(path.join(root, 'node_modules/node/node_modules/*/include/node'))[0]
  if (headers === undefined) throw new Error('no headers of Node: run `npm ci` again')
  const nodedir = path.resolve(headers, '../..')
  for (const name of ['@vscode/spdlog', '@vscode/native-watchdog']) {
    const directory = path.join(vscode, 'node_modules', name)
    const args = [gyp, 'rebuild', '--directory', directory, '--nodedir', nodedir]
    await watched(`${step}: ${name}`, directory, process.execPath, args)
  }
}

/** Runs one step and shows that it lives: a line at its end, and every five seconds what is on the disk by then. */
async function watched(step: string, cwd: string, command: string, args: readonly string[]) {
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
