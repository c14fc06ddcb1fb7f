/** Runs git: which repositories there are, and their configuration. */
import { execFile } from 'node:child_process'
import { homedir } from 'node:os'

export type GitAnswer =
  | { readonly kind: 'done'; readonly output: string }
  | { readonly kind: 'failed'; readonly reason: string }
  /** There is no such program. */
  | { readonly kind: 'missing' }

/**
 * Without a shell, and not in `folder` itself: on Windows a git.exe that lies there would be run. `git` is the
 * program. Never rejects.
 */
export function runGit(git: string, folder: string, args: readonly string[]): Promise<GitAnswer> {
  const options = { cwd: homedir(), timeout: 10_000, encoding: 'utf8' } as const
  return new Promise((resolve) => {
    execFile(git, ['-C', folder, ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve({ kind: 'done', output: stdout.replace(/\r?\n$/, '') })
      else if (error.code === 'ENOENT') resolve({ kind: 'missing' })
      else resolve({ kind: 'failed', reason: stderr.trim() || error.message })
    })
  })
}

/** Folders of the repositories that hold `folders`, each once; `undefined` without git. */
export async function repositoriesOf(
  git: string,
  folders: readonly string[],
): Promise<readonly string[] | undefined> {
  const found = new Set<string>()
  for (const folder of folders) {
    const answer = await runGit(git, folder, ['rev-parse', '--show-toplevel'])
    if (answer.kind === 'missing') return undefined
    if (answer.kind === 'done' && answer.output !== '') found.add(answer.output)
  }
  return [...found]
}

/** Tells a repository to merge with `driver`: why it could not be, or `undefined`. */
export async function setDriver(
  git: string,
  repository: string,
  driver: string,
): Promise<string | undefined> {
  for (const [key, value] of [
    ['merge.biaozhu.name', 'annotations, by record'],
    ['merge.biaozhu.driver', driver],
  ] as const) {
    const answer = await runGit(git, repository, ['config', '--replace-all', key, value])
    if (answer.kind === 'failed') return answer.reason
    if (answer.kind === 'missing') return 'git'
  }
  return undefined
}
