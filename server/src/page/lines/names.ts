/** What a personal name in a byline looks like. */
import { type Lexicon, wordList } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'

const rules = expressions('bylines', {
  noName: '',
  noNameStart: '',
  foreignName: '',
  shortName: '',
})

/** The rare ones are left out: where no word says that a name follows, they are ordinary words. */
const bylineSurnames = ['surnames', 'surnames-uncommon', 'surnames-in-bylines']

/** Whether `text` may be a name where a byline says that names follow (`记者X报道`). */
export function maybeName(text: string, lexicon: Lexicon): boolean {
  const { noName, noNameStart, foreignName, shortName } = rules(lexicon)
  if (noName.test(text) || noNameStart.test(text)) return false
  return foreignName.test(text) || shortName.test(text)
}

/** Whether `text` looks like a name by itself: a known surname and a given name behind it. */
export function looksLikeName(text: string, lexicon: Lexicon): boolean {
  if (!maybeName(text, lexicon)) return false
  if (/[·•]/.test(text)) return true
  if (isSurname(text.slice(0, 2), lexicon)) return text.length >= 3
  return isSurname(text.slice(0, 1), lexicon) && text.length <= 3
}

function isSurname(text: string, lexicon: Lexicon): boolean {
  return bylineSurnames.some((list) => wordList(lexicon, list).has(text))
}
