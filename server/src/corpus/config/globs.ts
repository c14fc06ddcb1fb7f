/** Which files of a folder are pages: globs with `/` between folders, by the library picomatch. */
import picomatch from 'picomatch'
import { isIgnored } from '../../disk/paths.ts'

/**
 * Whether a path relative to the corpus root matches one of `globs`. A glob that begins with `!`
 * takes away what the others match. Dotfolders and node_modules hold no pages, and corpus.json is none.
 */
export function pageMatcher(globs: readonly string[]): (path: string) => boolean {
  const wanted = globs.filter((glob) => glob !== '' && !glob.startsWith('!'))
  const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1))
  if (wanted.length === 0) return () => false
  // A leading `./` or `/` means the corpus root, as people write it.
  const rooted = (glob: string): string => glob.replace(/^\.?\//, '')
  const includes = matcher(wanted.map(rooted))
  const excludes = matcher(unwanted.map(rooted))
  return (path) => !isIgnored(path) && !isConfig(path) && includes(path) && !excludes(path)
}

/**
 * A glob becomes a regular expression, which takes time by the power of its stars, and a corpus.json
 * may come from anywhere: one with extended globs such as `+(a|b)` or with too many stars, like one
 * that picomatch refuses, matches nothing.
 */
function matcher(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.flatMap((glob) => {
    if (manyStars.test(glob)) return []
    try {
      return [picomatch(glob, { noextglob: true })]
    } catch {
      return []
    }
  })
  return (path) => matchers.some((matches) => matches(path))
}

/** Four stars between two slashes, or four times `**`. */
const manyStars = /(?:\*+[^*/]+){3}\*|(?:\*\*.*?){4}/

/** Whether the file is what makes its folder a corpus. */
export function isConfig(path: string): boolean {
  return path === 'corpus.json' || path.endsWith('/corpus.json')
}
