/** Runs code-server on a free port of this machine, with extensions installed. */
import fs from 'node:fs'
import path from 'node:path'
import { codeServer } from './code-server.ts'
import { run, start, stop } from './process.ts'
import { writeSettings } from './settings.ts'

export interface Launch {
  /** Packages of extensions to install. */
  readonly vsix: readonly string[]
  /** Folder for user data and extensions; kept by the caller, or removed. */
  readonly data: string
  /** Settings beside those that every instance gets. */
  readonly settings?: Readonly<Record<string, unknown>>
  readonly port?: number
  /** Further options of code-server. */
  readonly options?: readonly string[]
}

export interface Running {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** Where its output goes. */
  readonly log: string
  readonly stop: () => Promise<void>
  /** Settles when it ended, by itself or stopped. */
  readonly ended: Promise<void>
}

export async function launch(options: Launch): Promise<Running> {
  const entry = await codeServer()
  const folders = [
    '--user-data-dir',
    'user',
    '--extensions-dir',
    'extensions',
    '--config',
    'config.yaml',
  ]
  const base = folders.map((word, i) => (i % 2 === 1 ? path.join(options.data, word) : word))
  const env = environment(options.data)
  writeSettings(path.join(options.data, 'user'), options.settings)
  for (const vsix of options.vsix) await install([entry, ...base], vsix, options.data, env)
  const flags = [
    '--auth',
    'none',
    '--disable-workspace-trust',
    '--disable-telemetry',
    '--disable-update-check',
  ]
  const address = ['--bind-addr', `127.0.0.1:${options.port ?? 0}`]
  const args = [entry, ...base, ...flags, ...address, ...(options.options ?? [])]
  const child = start(process.execPath, args, { env })
  const log = path.join(options.data, 'server.log')
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await listening(child.stdout, child.stderr, log, ended)
  return { url, log, ended, stop: () => stop(child) }
}

/** Installs the package, unless this very file is what was installed last. */
async function install(
  codeServerArgs: readonly string[],
  vsix: string,
  data: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const mark = path.join(data, `${path.basename(vsix)}.installed`)
  const { mtimeMs, size } = fs.statSync(vsix)
  const state = `${vsix} ${mtimeMs} ${size}`
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === state) return
  const args = [...codeServerArgs, '--install-extension', vsix, '--force']
  const { status, output } = await run(process.execPath, args, { env, seconds: 120, quiet: true })
  if (status !== 0) throw new Error(`the extension could not be installed\n${output}`)
  fs.writeFileSync(mark, state)
}

/** An environment in which code-server keeps to its own folder and takes itself for nobody's child. */
function environment(data: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, XDG_CONFIG_HOME: data }
  for (const name of Object.keys(env))
    if (/^(VSCODE_|CODE_SERVER|ELECTRON_|npm_|PORT$|PASSWORD$)/.test(name)) delete env[name]
  return env
}

async function listening(
  stdout: NodeJS.ReadableStream | null,
  stderr: NodeJS.ReadableStream | null,
  log: string,
  ended: Promise<void>,
): Promise<string> {
  const file = fs.createWriteStream(log)
  stderr?.pipe(file)
  stdout?.pipe(file)
  const heard = new Promise<string>((resolve) => {
    stdout?.setEncoding?.('utf8')
    stdout?.on('data', (text: string) => {
      const url = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(String(text))?.[1]
      if (url !== undefined) resolve(url)
    })
  })
  const gone = ended.then(() => {
    throw new Error(`code-server did not start:\n${fs.readFileSync(log, 'utf8').slice(-2000)}`)
  })
  return Promise.race([heard, gone])
}
