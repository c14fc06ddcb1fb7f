/** The files of merging in git: our copy of the command line, which no update moves, and .gitattributes. */
import { appendFile, copyFile, lstat, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { attributesToAdd, mergeScript, type Runtime } from './driver.ts'

/** Puts the command line and the script that runs it into `folder`: the path of the script. Rejects as files do. */
export async function install(folder: string, runtime: Runtime): Promise<string> {
  await mkdir(folder, { recursive: true })
  // Modules of its folder's package.json, if there should be one, are not its business.
  const cli = join(folder, 'cli.cjs')
  const script = scriptIn(folder)
  await replace(cli, (draft) => copyFile(runtime.cli, draft))
  await replace(script, (draft) => writeFile(draft, mergeScript({ ...runtime, cli })))
  return script
}

/** The same where it was installed before by another version or for another executable. */
export async function refresh(folder: string, runtime: Runtime): Promise<void> {
  const before = await readFile(scriptIn(folder), 'utf8').catch(() => undefined)
  const after = mergeScript({ ...runtime, cli: join(folder, 'cli.cjs') })
  if (before !== undefined && before !== after) await install(folder, runtime)
}

/** Adds what is missing to the .gitattributes in `folder`; false where it is no file of its own. */
export async function addAttributes(folder: string): Promise<boolean> {
  const file = join(folder, '.gitattributes')
  const found = await lstat(file).catch(() => undefined)
  // Not through a link: git does not read it, and it may lead anywhere.
  if (found !== undefined && !found.isFile()) return false
  // One character a byte: the file may be in any encoding, and only its end is written.
  const text = found === undefined ? '' : await readFile(file, 'latin1')
  const added = attributesToAdd(text)
  if (added !== '') await appendFile(file, added)
  return true
}

function scriptIn(folder: string): string {
  return join(folder, 'merge.sh')
}

/** Whole at every moment: git may be running it. */
async function replace(file: string, write: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`
  await write(draft)
  await rename(draft, file)
}
