/**
 * Makes the native parts ready: Node 24 as `node_modules/.bin/node`, and nodejieba's binary. Plain JavaScript, because the
 * machine's own Node (20.19 or newer) runs it before Node 24 is there. A second run finds both and does nothing.
 */
import { spawnSync } from 'node:child_process'
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

/** The install script of the package `node` fetches the package that holds the binary for this machine. */
function bringNode() {
  const { version } = JSON.parse(fs.readFileSync(path.join(nodePackage, 'package.json'), 'utf8'))
  if (versionOf(node24) === `v${version}`) return
  console.log(`native: bringing Node ${version}`)
  const { output } = run(process.execPath, ['installArchSpecificPackage.js'], nodePackage)
  if (versionOf(node24) === `v${version}`) return
  console.error(output)
  stop(`Node ${version} could not be installed from the npm registry (see above).`)
}

function linkNode() {
  const link = path.join(modules, '.bin', windows ? 'node.cmd' : 'node')
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
  const fetched = run(node24, [preGyp, 'install'], nodejieba)
  if (loads(nodejiebaBinary)) return
  fs.appendFileSync(log, fetched.output)
  stop(
    'nodejieba has no binary: compiling needs python3, make and g++, and the prebuilt one could ' +
      `not be downloaded either (log: ${path.relative(process.cwd(), log)}).`,
  )
}

function headersFolder() {
  const inside = path.join(nodePackage, 'node_modules')
  const places = fs.readdirSync(inside).map((name) => path.join(inside, name))
  const found = places.find((place) => fs.existsSync(path.join(place, 'include/node/node.h')))
  return found ?? stop('the package `node` came without its headers: run `npm ci` again.')
}

/** Runs a command to its end without a user's node-gyp settings, which would name other headers. */
function run(command, args, cwd) {
  const env = { ...process.env, PATH: path.dirname(node24) + path.delimiter + process.env.PATH }
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

/** The first line in which node-gyp or a compiler says what went wrong. */
function reasonIn(output) {
  const line = output.split('\n').find((text) => /not found|error|Could not find/i.test(text)) ?? ''
  return line.replace(/^gyp ERR! /, '').trim() || 'no reason given'
}

function stop(message) {
  console.error(`native: ${message}`)
  process.exit(1)
}
