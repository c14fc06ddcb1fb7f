/** The version of what reads pages: of the program and of its data. Where it is another one, pages are read again. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** `resourceDir` holds `dict/` and `lexicon/`. Rejects where they cannot be read. */
export function makerVersion(resourceDir: string): string {
  const hash = createHash('sha256')
  const add = (folder: string, isWanted: (name: string) => boolean): void => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isWanted).sort()
    for (const name of names) {
      const content = readFileSync(join(folder, name))
      hash.update(`${name} ${content.length}\n`).update(content)
    }
  }
  if (isBundled) add(import.meta.dirname, (name) => name === 'index-worker.js')
  else add(join(import.meta.dirname, '..', '..'), (name) => name.endsWith('.ts'))
  for (const data of ['dict', 'lexicon'])
    add(join(resourceDir, data), (name) => /\.\w+$/.test(name))
  return hash.digest('base64url').slice(0, 20)
}

const isBundled = basename(import.meta.dirname) === 'dist'
