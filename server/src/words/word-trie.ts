/** All words of many lists in one trie: one pass over a text says where words of which lists stand. */
import { Trie } from './trie.ts'

export interface WordTrie {
  /** To be called once before a text from `start` to `end` is walked along: it is quicker then. */
  fetch(units: Uint16Array, start: number, end: number): void
  /** Walks from `start` along `units`, at most to `end`, and tells `sink` the words that begin there. */
  walk(units: Uint16Array, start: number, end: number, sink: WordSink): void
  /** The lists that the word from `start` to `end` is in, a bit for each; 0 for none. */
  listsOf(text: string, start: number, end: number): number
}

/** One object for a whole text, so that nothing is made for a word. */
export interface WordSink {
  /** `lists` has a bit for each list that the word is in. */
  found(start: number, end: number, lists: number): void
}

/** `lists` are at most 32; the first has the lowest bit. Empty words are left out. */
export function wordTrie(lists: readonly Iterable<string>[]): WordTrie {
  const words = new Map<string, number>()
  for (const [bit, list] of lists.entries()) {
    for (const word of list) {
      if (word !== '') words.set(word, (words.get(word) ?? 0) | (1 << bit))
    }
  }
  const trie = new Trie()
  for (const [word, mask] of words) trie.add(word, 0, word.length, mask)
  return {
    fetch: (units, start, end) => trie.fetch(units, start, end),
    walk(units, start, end, sink) {
      const unit = units[start] ?? 0
      const alone = trie.valueOf(unit)
      if (alone !== 0) sink.found(start, start + 1, alone)
      let state = trie.first(unit)
      for (let at = start + 1; state !== 0 && at < end; at++) {
        const cell = trie.cellOf(state, units[at] ?? 0)
        state = trie.stateAt(cell)
        const mask = trie.valueAt(cell)
        if (mask !== 0) sink.found(start, at + 1, mask)
      }
    },
    listsOf: (text, start, end) => trie.find(text, start, end),
  }
}
