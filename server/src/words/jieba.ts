/** The segmenter: cppjieba behind one function. The only file that knows nodejieba. */

import nodejieba from 'nodejieba'
import { defined } from '../values/defined.ts'
import type { Segmenter, Token } from './token.ts'

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
 * A segmenter that loads its dictionaries at its first call (0.4 s for the cut dictionary). cppjieba
 * has one dictionary per process: of two segmenters the one loaded last serves both.
 */
export function createSegmenter(paths: DictionaryPaths): Segmenter {
  let loaded = false
  return (text) => {
    if (!loaded) {
      nodejieba.load({
        dict: paths.dict,
        hmmDict: paths.hmm,
        ...defined({ userDict: paths.user, idfDict: paths.idf, stopWordDict: paths.stopWords }),
      })
      loaded = true
    }
    return segment(text)
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

function segment(text: string): Token[] {
  const tokens: Token[] = []
  let done = 0
  for (const match of text.matchAll(digestible)) {
    pushCharacters(tokens, text, done, match.index)
    done = match.index + match[0].length
    for (let start = match.index; start < done; ) {
      const end = Math.min(done, start + longest)
      pushWords(tokens, text, start, end)
      start = end
    }
  }
  pushCharacters(tokens, text, done, text.length)
  return tokens
}

/** Words of `text[start, end)`; should cppjieba not give the text back, its rest stands by characters. */
function pushWords(tokens: Token[], text: string, start: number, end: number): void {
  let at = start
  for (const { word, tag } of nodejieba.tag(text.slice(start, end))) {
    if (word.length === 0 || !text.startsWith(word, at) || at + word.length > end) break
    tokens.push({ start: at, end: at + word.length, text: word, tag })
    at += word.length
  }
  pushCharacters(tokens, text, at, end)
}

/** One token a character (code point) for what is no word: line breaks, controls, emoji. */
function pushCharacters(tokens: Token[], text: string, start: number, end: number): void {
  for (let at = start; at < end; ) {
    const length = Math.min(end - at, (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
    tokens.push({ start: at, end: at + length, text: text.slice(at, at + length), tag: 'x' })
    at += length
  }
}
