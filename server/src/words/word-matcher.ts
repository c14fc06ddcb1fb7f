/** Finds the words of a large list at a place of a text, in a time that does not grow with the list. */

export interface WordMatcher {
  /** Length of the longest word that begins at `at`; 0 for none. */
  longestAt(text: string, at: number): number
}

export function wordMatcher(words: Iterable<string>): WordMatcher {
  const set = new Set(words)
  // By the first two characters, a bit for each length that is to be tried, and the others, longest first.
  const lengths = new Map<number, number>()
  const longLengths = new Map<number, number[]>()
  // Most characters begin no word: one look at a table, small enough to stay at hand, says so.
  const begins = new Uint8Array(tableSize(set.size))
  const mask = begins.length - 1
  const note = (word: string): void => {
    const first = word.charCodeAt(0)
    if (word.length === 1) begins[first & mask] = (begins[first & mask] ?? 0) | single
    if (word.length < 2) return
    const pair = pairOf(first, word.charCodeAt(1))
    begins[pair & mask] = (begins[pair & mask] ?? 0) | longer
    const others = longLengths.get(pair)
    if (word.length < 31) lengths.set(pair, (lengths.get(pair) ?? 0) | (1 << word.length))
    else if (others === undefined) longLengths.set(pair, [word.length])
    else if (!others.includes(word.length)) others.push(word.length)
  }
  // Loops of one call each stay compiled.
  set.forEach(note)
  for (const known of longLengths.values()) known.sort((a, b) => b - a)
  return {
    longestAt(text, at) {
      const first = text.charCodeAt(at)
      const pair = pairOf(first, text.charCodeAt(at + 1))
      if (((begins[pair & mask] ?? 0) & longer) !== 0) {
        for (const length of longLengths.get(pair) ?? nothing) {
          if (set.has(text.slice(at, at + length))) return length
        }
        for (let left = lengths.get(pair) ?? 0; left !== 0; ) {
          const length = 31 - Math.clz32(left)
          if (set.has(text.slice(at, at + length))) return length
          left ^= 1 << length
        }
      }
      const alone = ((begins[first & mask] ?? 0) & single) !== 0 && set.has(text.charAt(at))
      return alone ? 1 : 0
    },
  }
}

const single = 1
const longer = 2
const nothing: readonly number[] = []

/** A power of two that leaves most of the table empty. */
function tableSize(words: number): number {
  let size = 256
  while (size < words * 8 && size < 0x20000) size *= 2
  return size
}

/** A small number for two UTF-16 units; different ones may share it. The end of the text counts as 0. */
function pairOf(first: number, second: number): number {
  return ((first * 0x9e5) ^ second) & 0x3fffffff
}
