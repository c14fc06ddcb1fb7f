/** The text of a page that its sidecar describes, out of git: what a command line has for the old text. */
import { basename, dirname } from 'node:path'
import { textHash } from '../../annotation/record/selectors.ts'
import { decode } from '../../disk/decode.ts'
import { runGit } from '../../disk/run-git.ts'
import { lfView } from '../../text/code-points.ts'

/** Commits of the page that are looked at, where the one of the sidecar has another text. */
const mostCommits = 20

export interface SoughtText {
  /** Absolute paths, in one folder. */
  readonly page: string
  readonly sidecar: string
  /** Of the LF view. */
  readonly sha256: string
  /** Of pages that are not UTF-8. */
  readonly encoding: string
}

/**
 * The LF view of the page with this hash: as it was at the last commit of the sidecar, else at one of
 * the page's last commits. `undefined` where there is none, or no git. Never rejects.
 */
export async function gitText({
  page,
  sidecar,
  sha256,
  encoding,
}: SoughtText): Promise<string | undefined> {
  const folder = dirname(page)
  const seen = new Set<string>()
  const search = async (commits: readonly string[]): Promise<string | undefined> => {
    for (const commit of commits) {
      if (seen.has(commit)) continue
      seen.add(commit)
      const bytes = await runGit(folder, ['show', `${commit}:./${basename(page)}`])
      const text = bytes === undefined ? undefined : lfView(decode(bytes, encoding).text)
      if (text !== undefined && textHash(text) === sha256) return text
    }
    return undefined
  }
  const last = await commitsOf(folder, sidecar, 1)
  return (await search(last)) ?? search(await commitsOf(folder, page, mostCommits))
}

/** Newest first. */
async function commitsOf(folder: string, file: string, most: number): Promise<readonly string[]> {
  const bytes = await runGit(folder, ['log', `-${most}`, '--format=%H', '--', basename(file)])
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => /^[\da-f]{40,64}$/.test(line))
}
