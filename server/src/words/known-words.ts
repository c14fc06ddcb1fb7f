/** The words that were met and what they are, each one object for all its places. */
import { Trie } from './trie.ts'
import type { Word } from './word.ts'

/** Words remembered: those of a large corpus are met again and again, and each takes about a hundred bytes. */
const most = 50_000

/** A part of speech belongs to a word, wherever it stands: so it is asked for once. */
export class KnownWords {
  #words: Word[] = []
  /** The number of each word, from 1 on. */
  #numbers = new Trie()

  /** The word that says `text`, which is not empty; `tagOf` is asked where it was not met yet. */
  word(text: string, tagOf: (text: string) => string): Word {
    const number = this.#numbers.find(text, 0, text.length)
    const known = number === 0 ? undefined : this.#words[number - 1]
    if (known !== undefined) return known
    if (this.#words.length >= most) this.clear()
    const word = { text, tag: sameTag(tagOf(text)) }
    this.#numbers.add(text, 0, text.length, this.#words.push(word))
    return word
  }

  clear(): void {
    this.#words = []
    this.#numbers = new Trie()
  }
}

const tags = new Map<string, string>()

/** One string for all that say the same: the segmenter gives a new one for each word, of which there are some fifty. */
function sameTag(tag: string): string {
  const known = tags.get(tag)
  if (known !== undefined) return known
  tags.set(tag, tag)
  return tag
}
