/** The repository's own files, for the tests of its rules. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

/** An import or export from elsewhere, as it stands in a file. */
export interface Import {
  /** The file that imports, relative to the root. */
  readonly file: string
  /** The package, or the imported file relative to the root. */
  readonly target: string
  /** True for `import type`. */
  readonly typeOnly: boolean
}

/** Files that are or will be committed, relative to the root. */
export function files(...patterns: readonly string[]): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...patterns]
  const names = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n')
  return [...new Set(names)].filter((name) => name !== '' && fs.existsSync(path.join(root, name)))
}

export function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8')
}

const statement =
  /^\s*(?:import|export)\s+(?<type>type\s)?(?:[^'"`;]*?\sfrom\s+)?'(?<from>[^']+)'|import\('(?<called>[^']+)'\)/gm

export function imports(file: string): Import[] {
  return [...read(file).matchAll(statement)].map(({ groups }) => {
    const from = groups?.['from'] ?? groups?.['called'] ?? ''
    const target = from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : from
    return { file, target, typeOnly: groups?.['type'] !== undefined }
  })
}
