/** Evidence that a text visibly stops in the middle of a sentence, or visibly goes on from one. */
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'

const rules = expressions('sentences', {
  continued: '',
  closing: '',
  particle: '',
  leftover: '',
  paragraphStart: '',
  afterwards: '',
  dated: '',
})

const OPENING = '“‘「『《【('
const CLOSING = '”’」』》】)'

/** How clearly a text is cut at its end: `clear` by a comma or an open quote, `likely` by no mark. */
type Stop = 'clear' | 'likely'

/** `undefined` for a text that ends as a sentence, a list item or an introduction (`:`) may end. */
export function stopOf(text: string, lexicon: Lexicon): Stop | undefined {
  const end = text.trimEnd()
  const last = end.at(-1) ?? ''
  // `(下转第3版)`: the rest stands on another page.
  if (rules(lexicon).continued.test(end.slice(-24))) return undefined
  if (last === '' || /[。!?…;:]/.test(last)) return undefined
  if (/[,、—]/.test(last) || OPENING.includes(last)) return 'clear'
  if (CLOSING.includes(last)) {
    // `…创新在基层。”` ends, `“在与‘某物业’` and `推进“产改”` do not.
    const inner = end.replace(/[”’」』》】)]+$/, '').at(-1) ?? ''
    if (/[。!?…]/.test(inner)) return undefined
  }
  return openQuotes(end) ? 'clear' : 'likely'
}

/**
 * Whether a text can only be the rest of something: it begins with a closing mark or a particle,
 * has one character before its first mark (`过。双方`), or closes a quote that it never opened.
 */
export function goesOn(text: string, lexicon: Lexicon): boolean {
  const { closing, particle, leftover } = rules(lexicon)
  return closing.test(text) || particle.test(text) || leftover.test(text) || closesUnopened(text)
}

/** Whether a text begins as a new paragraph of a report likes to: `据悉,`, `今年6月,`, `活动中,`. */
export function opensAnew(text: string, lexicon: Lexicon): boolean {
  const head = text.slice(0, 24)
  const { paragraphStart, afterwards, dated } = rules(lexicon)
  return paragraphStart.test(head) || afterwards.test(head) || dated.test(head)
}

/** Whether more double quotes or title marks are opened than closed. */
export function openQuotes(text: string): boolean {
  let quotes = 0
  let titles = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === quoteOpens) quotes++
    else if (unit === quoteCloses) quotes = Math.max(0, quotes - 1)
    else if (unit === titleOpens) titles++
    else if (unit === titleCloses) titles = Math.max(0, titles - 1)
  }
  return quotes > 0 || titles > 0
}

const [quoteOpens, quoteCloses] = [0x201c, 0x201d]
const [titleOpens, titleCloses] = [0x300a, 0x300b]

function closesUnopened(text: string): boolean {
  const first = /[“”]/.exec(text)
  const title = /[《》]/.exec(text)
  return first?.[0] === '”' || title?.[0] === '》'
}

/** Up to so many words are looked for in the text itself: a page rarely asks for more, and its list takes longer to make. */
const fewWords = 100

/**
 * Asks of a page whether the word that a cut would make stands elsewhere (`…举行了消防` + `安全主题…`: the page has
 * `消防安全`). Pages of more than `limit` UTF-16 units have none, to keep memory small.
 */
export function knownWordsIn(
  text: string,
  limit = 400_000,
): (before: string, after: string) => boolean {
  let asked = 0
  let grams: ReadonlySet<string> | undefined
  return (before, after) => {
    const word = before.slice(-2) + after.slice(0, 2)
    if (text.length > limit || word.length < 4 || !/^\p{Script=Han}+$/u.test(word)) return false
    if (++asked <= fewWords) return text.includes(word)
    grams ??= gramsOf(text)
    return grams.has(word)
  }
}

/** All that four UTF-16 units of Chinese characters say. */
function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const run of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let i = 0; i + 4 <= run[0].length; i++) grams.add(run[0].slice(i, i + 4))
  }
  return grams
}
