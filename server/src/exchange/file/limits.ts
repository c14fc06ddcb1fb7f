/** Size limits of what is imported, with what a person reads when one is passed. */
import { t, type Wording } from '../../text/wording.ts'

/** Bytes of one file: a string of V8 takes no more than 512 million units. */
export const largestFile = 200_000_000

/**
 * UTF-16 units of a name that is in a file once and that many annotations may have: each writes it anew, so that
 * a short file would make gigabytes.
 */
export const longestShared = 1000

/** Annotations of one page. */
export const mostAnnotations = 1_000_000

/** One sentence; `undefined` where the file is not too large. */
export function sizeProblem(bytes: number): Wording | undefined {
  if (bytes <= largestFile) return undefined
  const millions = (size: number): string => `${Math.ceil(size / 1_000_000)} MB`
  return t(
    'The file is too large: {0}, and at most {1} are read.',
    millions(bytes),
    millions(largestFile),
  )
}
