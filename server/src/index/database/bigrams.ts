/**
 * Chinese has no spaces, and half of its words have two characters: the full text is kept as pairs of characters that
 * follow each other, which find words of any length. SQLite's own `trigram` finds no word of two.
 */
import { fold } from '../../text/fold.ts'

/**
 * The pairs of a text as words for SQLite. The last character of a run stands by itself, so that each one begins a
 * word. Line breaks are passed over: a name that one cuts is found as well. What is found is then looked up in the text.
 */
export function bigramsOf(text: string): string {
  return runsOf(text).map(wordsOf).join(' ')
}

/**
 * The question to SQLite that all pages with `text` answer, and perhaps some others: where its pairs stand on a page is not
 * kept, which takes two thirds of the room. `undefined` where the text has nothing that is indexed, such as punctuation alone.
 */
export function bigramQuery(text: string): string | undefined {
  const parts = runsOf(text).flatMap((run) => {
    const characters = [...run]
    if (characters.length === 1) return `"${run}" *`
    return characters.slice(1).map((character, i) => `"${characters[i]}${character}"`)
  })
  return parts.length === 0 ? undefined : [...new Set(parts)].join(' AND ')
}

function runsOf(text: string): readonly string[] {
  const joined = text.includes('\n') ? text.replace(/\s*\n\s*/g, '') : text
  return fold(joined).text.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? []
}

function wordsOf(run: string): string {
  const characters = [...run]
  return characters.map((character, i) => character + (characters[i + 1] ?? '')).join(' ')
}
