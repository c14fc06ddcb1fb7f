/** The words that were met and what they are, each one object for all its places. */
import type { Word } from './word.ts'

/** Words remembered: those of a large corpus are met again and again, and each takes about a hundred bytes. */
const most = 50_000

/** A part of speech belongs to a word, wherever it stands: so it is asked for once. */
export class KnownWords {
  readonly #words = new Map<string, Word>()

  /** The word that says `text`; `tagOf` is asked where it was not met yet. */
  word(text: string, tagOf: (text: string) => string): Word {
    const known = this.#words.get(text)
    if (known !== undefined) return known
    if (this.#words.size >= most) this.#words.clear()
    const word = { text, tag: sameTag(tagOf(text)) }
    this.#words.set(text, word)
    return word
  }

  clear(): void {
    this.#words.clear()
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
