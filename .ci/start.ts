/**
 * Opens a corpus with the extension loaded: `seeds/`, or the folder that is named. In the desktop VS Code where `code` is on
 * PATH, otherwise in the browser by code-server, until Ctrl+C.
 */
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { windowData } from './cache.ts'
import { launch } from './launch.ts'
import { run } from './process.ts'
import { writeSettings } from './settings.ts'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.resolve(
  process.env['INIT_CWD'] ?? '.',
  process.argv[2] ?? path.join(root, 'seeds'),
)
if (!fs.existsSync(folder) || !fs.statSync(folder).isDirectory()) {
  fail(`${folder} is not a folder`)
}
// A folder without corpus.json is read all the same, and nothing is written into it.
const settings = isInCorpus(folder) ? {} : { 'biaozhu.pages': ['**/*.txt'] }
const data = windowData(folder)
fs.mkdirSync(data, { recursive: true })
if (!(await openDesktop())) await openBrowser()

function isInCorpus(place: string): boolean {
  if (fs.existsSync(path.join(place, 'corpus.json'))) return true
  return path.dirname(place) !== place && isInCorpus(path.dirname(place))
}

/** False where there is no desktop VS Code, or where it could not open a window. */
async function openDesktop(): Promise<boolean> {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code'
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const code = folders.map((place) => path.join(place, name)).find((file) => fs.existsSync(file))
  // In a terminal of VS Code on a remote machine `code` only opens files in the window it belongs to.
  if (code === undefined || process.env['VSCODE_IPC_HOOK_CLI'] !== undefined) return false
  await task('build.ts')
  const userData = path.join(data, 'desktop')
  writeSettings(userData, settings)
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const own = [`--user-data-dir=${userData}`, '--disable-workspace-trust', '--new-window']
  const args = [`--extensionDevelopmentPath=${root}`, ...own, ...asRoot, folder]
  const { status } = await run(code, args, { seconds: 60 })
  if (status !== 0) console.log(`start: ${code} could not open a window, so the browser is used`)
  else console.log(`Biaozhu is open in VS Code: ${folder}`)
  return status === 0
}

async function openBrowser(): Promise<void> {
  const vsix = path.join(data, 'biaozhu.vsix')
  await task('package.ts', vsix)
  const running = await launch({ vsix: [vsix], data, settings, port: await port(8139) }).catch(fail)
  console.log(`\nBiaozhu is open at ${running.url}/?folder=${encodeURI(folder)}`)
  console.log('Ctrl+C stops it.')
  await running.ended
}

/** The wished port, so that the browser finds its state again at the next start; any port where it is taken. */
function port(wished: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', () => resolve(0))
    probe.listen(wished, '127.0.0.1', () => probe.close(() => resolve(wished)))
  })
}

async function task(script: string, ...args: readonly string[]): Promise<void> {
  const file = path.join(import.meta.dirname, script)
  const options = { cwd: root, seconds: 300, quiet: true }
  const { status, output } = await run(process.execPath, [file, ...args], options)
  if (status !== 0) fail(`${script} failed\n${output}`)
}

function fail(reason: unknown): never {
  console.error(`start: ${reason instanceof Error ? reason.message : reason}`)
  process.exit(1)
}
