/** Who annotates: the name that stands in records as `who`. */
import { userInfo } from 'node:os'
import { askGit } from './run-git.ts'

export interface NameSources {
  /** The setting `biaozhu.annotator`. */
  readonly setting: string | undefined
  /** `annotator` of the corpus.json. */
  readonly corpus?: string | undefined
  /** git's `user.name`. */
  readonly gitName: string | undefined
  readonly login: string | undefined
}

/** Characters of a name that are kept. */
const longest = 100

/** The first that leaves a name: never with an e-mail address or controls in it. Total. */
export function annotatorName({
  setting,
  corpus,
  gitName,
  login,
}: NameSources): string | undefined {
  for (const source of [setting, corpus, gitName, login]) {
    const name = cleanName(source ?? '')
    if (name !== '') return name
  }
  return undefined
}

/** The name for the pages in a folder (an absolute path), where neither the person nor the corpus says one. Never rejects. */
export async function readAnnotator(
  folder: string,
  said: Pick<NameSources, 'setting' | 'corpus'>,
): Promise<string | undefined> {
  const set = annotatorName({ ...said, gitName: undefined, login: undefined })
  if (set !== undefined) return set
  const gitName = await askGit(folder, ['config', 'user.name'])
  return annotatorName({ ...said, gitName, login: loginName() })
}

function loginName(): string | undefined {
  try {
    return userInfo().username
  } catch {
    // A user id without an entry, as in containers.
    return undefined
  }
}

/** The name without addresses and controls, `''` for none. First addresses in ASCII, then words that still have an @. What stands around an address, such as its brackets, goes with it: `王丽 <wl@example.org>`. */
export function cleanName(source: string): string {
  const name = source
    .slice(0, 1000)
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]+/gu, ' ')
    .replace(/[<([（]?[\w.+-]*[@＠][\w.-]+[>)\]）]?/g, ' ')
    .split(/\s+/)
    .filter((word) => !/[@＠]/.test(word))
    .join(' ')
  return [...name].slice(0, longest).join('').trim()
}
