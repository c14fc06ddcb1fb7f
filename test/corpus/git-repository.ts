/** A git repository in a temporary folder, with nothing of the machine's configuration. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Repository {
  readonly folder: string
  git(...args: readonly string[]): string
  write(path: string, content: string | Uint8Array): void
  read(path: string): string
  /** All that has changed. */
  commit(): void
  remove(): void
}

/** `name` is the folder's own, to try hard ones. */
export function createRepository(name = 'pages'): Repository {
  const parent = fs.mkdtempSync(join(tmpdir(), 'repository-'))
  const folder = join(parent, name)
  fs.mkdirSync(folder)
  const env = { ...process.env, GIT_CONFIG_GLOBAL: join(parent, 'none'), GIT_CONFIG_NOSYSTEM: '1' }
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', folder, ...args], { env, encoding: 'utf8', stdio: 'pipe' })
  git('init', '-q', '-b', 'main')
  git('config', 'user.name', '王丽')
  git('config', 'user.email', 'wl@example.org')
  git('config', 'commit.gpgsign', 'false')
  return {
    folder,
    git,
    write(path, content) {
      fs.mkdirSync(dirname(join(folder, path)), { recursive: true })
      fs.writeFileSync(join(folder, path), content)
    },
    read: (path) => fs.readFileSync(join(folder, path), 'utf8'),
    commit() {
      git('add', '-A')
      git('commit', '-q', '-m', 'pages')
    },
    remove: () => fs.rmSync(parent, { recursive: true, force: true }),
  }
}
