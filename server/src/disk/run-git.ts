/** Runs git to ask for something; the server's only file that starts it. */
import { execFile } from 'node:child_process'
import { homedir } from 'node:os'

/** Milliseconds after which git is not waited for. */
const patience = 10_000

/**
 * What git prints, as bytes; `undefined` where there is no git, no repository, or no such thing.
 * Without a shell, and not in `folder` itself: on Windows a git.exe that lies there would be run.
 */
export function runGit(folder: string, args: readonly string[]): Promise<Uint8Array | undefined> {
  // File names are no patterns, and nobody is asked for a password.
  const all = ['-C', folder, '--literal-pathspecs', '--no-pager', '-c', 'log.showSignature=false']
  const env = {
    ...process.env,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
  }
  const options = { cwd: homedir(), env, timeout: patience, maxBuffer: 100_000_000 }
  return new Promise((resolve) => {
    try {
      execFile('git', [...all, ...args], { ...options, encoding: 'buffer' }, (error, stdout) =>
        resolve(error === null ? stdout : undefined),
      )
    } catch {
      // A path with a NUL in it.
      resolve(undefined)
    }
  })
}

/** The first line of what git prints, trimmed; `undefined` where it is empty, too. */
export async function askGit(folder: string, args: readonly string[]): Promise<string | undefined> {
  const bytes = await runGit(folder, args)
  const line = new TextDecoder().decode(bytes).split('\n', 1)[0]?.trim()
  return line === '' ? undefined : line
}
