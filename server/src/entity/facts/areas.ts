/** The areas that names begin with: `张湾区` of `张湾区总工会`, which the text need not say apart. */
import type { Mention } from '../../annotation/record/mention.ts'
import type { Span } from '../../text/span.ts'
import { type Lexicon, wordList } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expressions } from '../../values/patterns.ts'
import { type WordMatcher, wordMatcher } from '../../words/word-matcher.ts'
import { isShortForm } from '../short-forms.ts'

const patterns = expressions('initiative-facts', { area: '', level: '' })
const places = expressions('places', { divisionEnd: '', peoples: '' })

/** Length of the area that a name begins with, in UTF-16 units; 0 for none, or where nothing stands behind it. */
export function areaLength(name: string, lexicon: Lexicon): number {
  const written = patterns(lexicon).area.exec(name)?.[0].length ?? 0
  const length = written > 0 ? written : known(lexicon).longestAt(name, 0)
  return length >= 2 && length < name.length ? length : 0
}

/** `市` of `市总工会`, `旗` of `旗农牧业局`: the level of an area that the name leaves to the text. */
export function bareLevel(name: string, lexicon: Lexicon): string | undefined {
  return patterns(lexicon).level.exec(name)?.[1]
}

/** Whether two names of places mean one: 张湾 and 十堰市张湾区, 苏州 and 江苏苏州. */
export function isSamePlace(a: string, b: string, lexicon: Lexicon): boolean {
  if (a === b) return true
  const [short, full] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < 2) return false
  if (isShortForm('Place', short, full, lexicon)) return true
  if (!full.endsWith(short)) return false
  const lead = full.slice(0, -short.length)
  return lead.length >= 2 && known(lexicon).longestAt(lead, 0) === lead.length
}

/** Regions, and divisions without their last word: 南充 of 南充供电公司. */
const known = oncePer((lexicon: Lexicon): WordMatcher => {
  const { divisionEnd, peoples } = places(lexicon)
  const short = [...wordList(lexicon, 'divisions')].map((name) =>
    name.replace(divisionEnd, '').replace(peoples, ''),
  )
  return wordMatcher([...wordList(lexicon, 'regions'), ...short.filter((name) => name.length > 1)])
})

/** The first `length` characters of a mention as a mention of their own, of type `Place`. `source` is the page. */
export function leading(mention: Mention, length: number, source: string): Mention {
  const spans: Span[] = []
  let left = length
  for (const { start, end } of mention.spans) {
    let at = start
    while (at < end && left > 0) if (!white.test(source.charAt(at++))) left--
    if (at > start) spans.push({ start, end: at })
  }
  const { status, article, source: by, confidence } = mention
  const text = mention.text.slice(0, length)
  return { spans, type: 'Place', status, text, article, source: by, confidence }
}

const white = /\s/u
