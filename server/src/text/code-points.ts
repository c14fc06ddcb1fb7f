/**
 * Code points over the LF view of a text: the unit of the command line, the sidecars, brat and the
 * W3C Web Annotation model. The LF view has no byte order mark and `\n` for every line break.
 */
import { firstIndex } from '../values/sorted.ts'

export interface CodePointMap {
  /** Code points before the UTF-16 `offset`. Inside a surrogate pair or `\r\n`: before the pair. */
  toCodePoint(offset: number): number
  /** The UTF-16 offset before which `codePoint` code points stand. */
  toOffset(codePoint: number): number
  /** Number of code points of the LF view. */
  readonly length: number
}

/** The text without byte order mark, with `\n` for `\r\n` and lone `\r`. */
export function lfView(text: string): string {
  return (text.startsWith('\uFEFF') ? text.slice(1) : text).replace(/\r\n?/g, '\n')
}

export function codePointMap(text: string): CodePointMap {
  // Offsets at which one unit counts nothing: the rest is a subtraction and a binary search.
  const silent: number[] = []
  if (text.startsWith('\uFEFF')) silent.push(0)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 13 && text.charCodeAt(i + 1) === 10) silent.push(i + 1)
    else if (unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(text.charCodeAt(i + 1))) {
      silent.push(i + 1)
    }
  }
  const silentBefore = (offset: number): number => {
    return firstIndex(silent.length, (middle) => (silent[middle] ?? 0) >= offset)
  }
  const toCodePoint = (offset: number): number => {
    const at = Math.max(0, Math.min(text.length, offset))
    const count = at - silentBefore(at)
    // Inside a pair the offset lies on its second, silent unit: the pair's own count is taken back.
    return at > 0 && silent[silentBefore(at)] === at ? count - 1 : count
  }
  return {
    length: text.length - silent.length,
    toCodePoint,
    toOffset(codePoint) {
      // Silent unit number n stands behind its offset less n code points.
      let before = firstIndex(silent.length, (n) => (silent[n] ?? 0) - n >= codePoint)
      let offset = Math.max(0, Math.min(text.length, Math.ceil(codePoint) + before))
      // A silent unit right here belongs to what stands before it.
      for (; silent[before] === offset; before++) offset++
      return offset
    },
  }
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
