/** The types of the library, made of its one file by the compiler. */
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const root = path.resolve(import.meta.dirname, '..')

/** Rejects with what the compiler says. `to` is the file that is written. */
export async function declare(from: string, to: string): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'declare-'))
  const options =
    '--declaration --emitDeclarationOnly --allowImportingTsExtensions --resolveJsonModule'
  const more = '--ignoreConfig --module nodenext --target es2023 --types node --skipLibCheck'
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
  const args = [compiler, ...options.split(' '), ...more.split(' '), '--outDir', folder, from]
  try {
    // It writes types also where it finds faults elsewhere, which `npm run types` reports.
    const said = await promisify(execFile)(process.execPath, args, { cwd: root }).catch(String)
    const [file] = fs.globSync(`**/${path.basename(from, '.ts')}.d.ts`, { cwd: folder })
    if (file === undefined) throw new Error(String(said))
    fs.copyFileSync(path.join(folder, file), to)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
