/** Which files of a folder are pages: globs with `/` between folders. */

import { isIgnored } from '../../disk/paths.ts'
import { mostCharacters, mostGlobs, withoutBraces } from './braces.ts'
import type { Problem } from './config.ts'
import { compileGlob } from './glob.ts'

/**
 * Whether a path relative to the corpus root matches one of `globs`. A glob that begins with `!`
 * takes away what the others match. Dotfolders and node_modules hold no pages, and corpus.json is none.
 * Globs in which `globsProblem` finds something match nothing.
 */
export function pageMatcher(globs: readonly string[]): (path: string) => boolean {
  const wanted = globs.filter((glob) => glob !== '' && !glob.startsWith('!'))
  const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1))
  const includes = matcher(wanted)
  const excludes = matcher(unwanted)
  return (path) => {
    if (isIgnored(path) || isConfig(path)) return false
    const names = path.split('/')
    return includes(names) && !excludes(names)
  }
}

/** What globs cannot be, as in `Problem`; `undefined` for those that are taken. */
export function globsProblem(
  globs: readonly string[],
): Pick<Problem, 'message' | 'values'> | undefined {
  if (globs.some((glob) => /(?<!\\)\|/.test(glob))) {
    return { message: 'globs know *, **, ?, […] and {a,b}, but no |.' }
  }
  if (withoutBraces(globs) !== undefined) return undefined
  return {
    message: 'at most {0} globs are expected, with what braces stand for, and {1} characters.',
    values: [String(mostGlobs), String(mostCharacters)],
  }
}

/** Whether the file is what makes its folder a corpus. */
export function isConfig(path: string): boolean {
  return path === 'corpus.json' || path.endsWith('/corpus.json')
}

/**
 * Globs for an editor that is to tell of every page of several corpora: their folders before the first
 * sign and their endings, since nobody knows what an editor's own matching costs.
 */
export function watchedGlobs(corpora: readonly (readonly string[])[]): readonly string[] {
  const watched = corpora.flatMap((globs) => {
    const wanted = globs.filter((glob) => glob !== '' && !glob.startsWith('!'))
    return (withoutBraces(rooted(wanted)) ?? []).map((glob) => {
      const folder = /^(?:[^\\*?[/]+\/)*/.exec(glob)?.[0] ?? ''
      const ending = /\.[\p{L}\p{N}_-]+$/u.exec(glob)?.[0] ?? ''
      return `**/${folder}${folder === '' ? '' : '**/'}*${ending}`
    })
  })
  const all = [...new Set(watched)]
  return all.length > mostWatched ? ['**/*'] : all
}

const mostWatched = 20

/** A leading `./` or `/` means the corpus root, as people write it. */
function rooted(globs: readonly string[]): readonly string[] {
  return globs.map((glob) => glob.replace(/^\.?\//, ''))
}

function matcher(globs: readonly string[]): (names: readonly string[]) => boolean {
  if (globsProblem(globs) !== undefined) return () => false
  const compiled = (withoutBraces(rooted(globs)) ?? []).map(compileGlob)
  return (names) => compiled.some((matches) => matches(names))
}
