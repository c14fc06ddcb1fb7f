/** The pattern of the scans of pages in corpus.json: which forms it may have, and what it names. */

/** What a pattern may ask of a page. */
export interface PageNames {
  /** File name of the page without its extension. */
  readonly name: string
  /** Path below the corpus root without extension. */
  readonly path: string
  /** Number of the page in its issue. */
  readonly page?: string
  /** Date of the issue, as `2021-11-22`. */
  readonly date?: string
}

/** Whether `pattern` is a relative path that stays below its folder, with known names in braces. */
export function isImagePattern(pattern: string): boolean {
  const path = pattern.replace(asked, 'x')
  return isInside(path) && !/[{}:]/.test(path)
}

/**
 * The path below the corpus root, `/` between folders. `undefined` where the page does not have what
 * the pattern asks for, and for every path that could lead out of the root. Total.
 */
export function fillImagePattern(pattern: string, names: PageNames): string | undefined {
  if (!isImagePattern(pattern)) return undefined
  let whole = true
  const path = pattern.replace(asked, (_, key) => {
    const value = answerOf(names, key)
    if (value === undefined) whole = false
    return value ?? ''
  })
  return whole && isInside(path) ? path.replace(rooted, '') : undefined
}

const asked = /\{(name|path|page|date)\}/g

/** As people write that a path begins at the corpus root. */
const rooted = /^(?:\.?\/)+/

function answerOf(names: PageNames, key: string): string | undefined {
  if (key === 'name') return names.name
  if (key === 'path') return names.path
  return key === 'page' ? names.page : names.date
}

/** A backslash ends a folder's name on Windows. */
function isInside(path: string): boolean {
  const parts = path.replace(rooted, '').split('/')
  return parts.every((part) => !/^\.{0,2}$/.test(part)) && !/[\\\p{Cc}]/u.test(path)
}
