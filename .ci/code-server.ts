/**
 * The VS Code that runs in a browser, code-server, installed once into the user's cache folder from the npm registry. It is
 * installed without its own install scripts (they need system headers that nobody here uses); the two small native modules
 * that its extension host needs are compiled with the Node and node-gyp of this repository.
 */
import fs from 'node:fs'
import path from 'node:path'
import { cached, npmInstall, watched } from './cache.ts'

const version = '4.139.1'
const root = path.resolve(import.meta.dirname, '..')

/** Gives the path of code-server's entry file, after installing it where it is missing. */
export async function codeServer(): Promise<string> {
  // The compiled modules fit one Node release line only, so it is part of the name.
  const name = `code-server-${version}-abi${process.versions.modules}-${process.platform}-${process.arch}`
  const home = await cached(name, install)
  return path.join(home, 'node_modules/code-server/out/node/entry.js')
}

async function install(folder: string): Promise<void> {
  const place = path.dirname(folder)
  console.log(
    `VS Code in the browser (code-server ${version}) goes into ${place}, once: about 600 MB`,
  )
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n')
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode')
  await npmInstall('1/4 code-server', folder, [`code-server@${version}`])
  await npmInstall('2/4 its modules', vscode)
  await npmInstall('3/4 its extensions', path.join(vscode, 'extensions'))
  await compile('4/4 native modules', vscode)
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
