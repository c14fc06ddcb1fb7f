/** The segmenter: cppjieba behind one function. The only file that knows nodejieba. */

import nodejieba from 'nodejieba'
import { defined } from '../values/defined.ts'
import { KnownWords } from './known-words.ts'
import type { Segmenter, Word } from './word.ts'

/**
 * Files of the dictionaries. They must exist: cppjieba ends the process when it cannot open one, so
 * whoever hands them in has checked (`corpus/dictionary.ts`).
 */
export interface DictionaryPaths {
  readonly dict: string
  readonly hmm: string
  readonly user?: string
  readonly idf?: string
  readonly stopWords?: string
}

/**
 * A cutter that loads its dictionaries at its first call (0.4 s for the cut dictionary). cppjieba
 * has one dictionary per process: of two cutters the one loaded last serves both.
 */
export function createCutter(paths: DictionaryPaths): Segmenter {
  let loaded = false
  return (text) => {
    if (!loaded) {
      nodejieba.load({
        dict: paths.dict,
        hmmDict: paths.hmm,
        ...defined({ userDict: paths.user, idfDict: paths.idf, stopWordDict: paths.stopWords }),
      })
      known.clear()
      loaded = true
    }
    return wordsOf(text)
  }
}

/** Longest text handed over at once, in UTF-16 units: cppjieba's own arrays grow with it. */
const longest = 2000

/**
 * What cppjieba can take: letters, Han, digits, the usual punctuation and the space. Everything else
 * (NUL and other controls, surrogates paired or lone, private use, U+FEFF, U+FFFE) is a token of its
 * own; no word of the dictionary holds any of it.
 */
const digestible = /[ -~\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\uffef]+/g

const known = new KnownWords()

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let done = 0
  digestible.lastIndex = 0
  // Not matchAll, which makes an expression of its own for each text.
  for (let match = digestible.exec(text); match !== null; match = digestible.exec(text)) {
    pushCharacters(words, text, done, match.index)
    done = match.index + match[0].length
    for (let start = match.index; start < done; ) {
      const end = Math.min(done, start + longest)
      pushWords(words, text, start, end)
      start = end
    }
  }
  pushCharacters(words, text, done, text.length)
  return words
}

/**
 * Words of `text[start, end)`; should cppjieba not give the text back, its rest stands by characters. To cut without parts of
 * speech takes half of the time.
 */
function pushWords(words: Word[], text: string, start: number, end: number): void {
  const piece = text.slice(start, end)
  const tagOf = (word: string): string => tagIn(piece, word)
  let at = start
  for (const word of nodejieba.cut(piece, true)) {
    if (word.length === 0 || !text.startsWith(word, at) || at + word.length > end) break
    words.push(known.word(word, tagOf))
    at += word.length
  }
  pushCharacters(words, text, at, end)
}

/** The part of speech of a word of the piece. A word that is cut further when it stands alone is asked for where it stands. */
function tagIn(piece: string, word: string): string {
  const [alone, more] = nodejieba.tag(word)
  if (alone !== undefined && more === undefined) return alone.tag
  return nodejieba.tag(piece).find((each) => each.word === word)?.tag ?? 'x'
}

/** One word a character (code point) for what is none: line breaks, controls, emoji. */
function pushCharacters(words: Word[], text: string, start: number, end: number): void {
  for (let at = start; at < end; ) {
    const length = Math.min(end - at, (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
    words.push({ text: text.slice(at, at + length), tag: 'x' })
    at += length
  }
}
