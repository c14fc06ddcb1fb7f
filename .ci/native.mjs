/**
 * Makes the native parts ready: Node 24 as `node_modules/.bin/node`, and nodejieba's binary; a second run finds both and does
 * nothing. `native.mjs SCRIPT ARGUMENTS…` then runs SCRIPT on Node 24. Plain JavaScript, because the machine's own Node (20.19
 * or newer) runs it before Node 24 is there.
 */
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const modules = path.resolve(import.meta.dirname, '../node_modules')
const windows = process.platform === 'win32'
const nodePackage = path.join(modules, 'node')
const node24 = path.join(nodePackage, 'bin', windows ? 'node.exe' : 'node')
const nodejieba = path.join(modules, 'nodejieba')
const nodejiebaBinary = path.join(nodejieba, 'build/Release/nodejieba.node')
const log = path.join(nodejieba, 'build.log')

if (!fs.existsSync(nodejieba)) stop('node_modules is not complete: run `npm ci` first.')
bringNode()
linkNode()
bringNodejieba()
if (process.argv.length > 2) handOver(process.argv.slice(2))

/** The install script of the package `node` fetches the package that holds the binary for this machine. */
function bringNode() {
  const { version } = JSON.parse(fs.readFileSync(path.join(nodePackage, 'package.json'), 'utf8'))
  // `npm install` of another package drops the headers, which npm does not know of, but leaves the binary.
  if (versionOf(node24) === `v${version}` && headersFolder() !== undefined) return
  console.log(`native: bringing Node ${version}`)
  const { output } = run(process.execPath, ['installArchSpecificPackage.js'], nodePackage)
  if (versionOf(node24) === `v${version}` && headersFolder() !== undefined) return
  console.error(output)
  stop(`Node ${version} with its headers could not be installed from the npm registry (see above).`)
}

function linkNode() {
  const link = path.join(modules, '.bin', windows ? 'node.cmd' : 'node')
  if (fs.existsSync(link)) return
  fs.mkdirSync(path.dirname(link), { recursive: true })
  fs.rmSync(link, { force: true })
  if (windows) fs.writeFileSync(link, '@"%~dp0\\..\\node\\bin\\node.exe" %*\r\n')
  else fs.symlinkSync('../node/bin/node', link)
}

/** Compiles nodejieba against the headers that came with Node 24; the binary is Node-API, so any Node loads it. */
function bringNodejieba() {
  if (loads(nodejiebaBinary)) return
  console.log('native: compiling nodejieba (about half a minute)')
  const gyp = path.join(modules, 'node-gyp/bin/node-gyp.js')
  const nodedir = headersFolder()
  const args = [gyp, 'rebuild', '--directory', nodejieba, '--nodedir', nodedir, '--jobs', 'max']
  const compiled = run(node24, args, nodejieba)
  if (loads(nodejiebaBinary)) return
  fs.writeFileSync(log, compiled.output)
  console.log(`native: nodejieba could not be compiled here (${reasonIn(compiled.output)}),`)
  console.log('native: so its prebuilt binary is downloaded instead')
  const preGyp = path.join(modules, '@mapbox/node-pre-gyp/bin/node-pre-gyp')
  // There is one for each release line of Node; being Node-API, that of another line does as well.
  for (const node of [node24, process.execPath]) {
    const fetched = run(node, [preGyp, 'install'], nodejieba)
    if (loads(nodejiebaBinary)) return
    fs.appendFileSync(log, fetched.output)
  }
  stop(
    'nodejieba has no binary: compiling needs python3, make and g++, and the prebuilt one could ' +
      `not be downloaded either (log: ${path.relative(process.cwd(), log)}).`,
  )
}

function headersFolder() {
  const inside = path.join(nodePackage, 'node_modules')
  const names = fs.existsSync(inside) ? fs.readdirSync(inside) : []
  const places = names.map((name) => path.join(inside, name))
  return places.find((place) => fs.existsSync(path.join(place, 'include/node/node.h')))
}

/** Goes on as SCRIPT: same terminal, same signals, same exit status. */
function handOver(args) {
  const child = spawn(node24, args, { stdio: 'inherit', env: environment() })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // A signal sent to npm alone ends the shell between npm and this process, and never arrives here.
  const parent = process.ppid
  const byNpm = process.env.npm_lifecycle_event !== undefined
  if (byNpm) setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500)
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

function environment() {
  return { ...process.env, PATH: path.dirname(node24) + path.delimiter + process.env.PATH }
}

/** Runs a command to its end without a user's node-gyp settings, which would name other headers. */
function run(command, args, cwd) {
  const env = environment()
  for (const name of Object.keys(env))
    if (/^npm_(package_)?config_.*nodedir$/i.test(name)) delete env[name]
  const { stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    timeout: 600_000,
  })
  return { output: [stdout, stderr, error?.message].filter(Boolean).join('\n') }
}

function versionOf(node) {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim()
}

function loads(binary) {
  try {
    return typeof createRequire(import.meta.url)(binary).load === 'function'
  } catch {
    return false
  }
}

/** What node-gyp or the compiler says went wrong, in one line. */
function reasonIn(output) {
  const patterns = [
    /^make: (.*(?:not found|No such file).*)$/m,
    /( error: .*)$/m,
    /stack Error: (.*)$/m,
  ]
  const found = patterns.map((pattern) => pattern.exec(output)?.[1]?.trim())
  return found.find((reason) => reason !== undefined) ?? 'no reason given'
}

function stop(message) {
  console.error(`native: ${message}`)
  process.exit(1)
}
