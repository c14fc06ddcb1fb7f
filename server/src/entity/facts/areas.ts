/** The areas that names begin with: `张湾区` of `张湾区总工会`, which the text need not say apart. */
import type { Mention } from '../../annotation/record/mention.ts'
import type { Span } from '../../text/span.ts'
import { type Lexicon, wordList } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expressions } from '../../values/patterns.ts'
import { type WordMatcher, wordMatcher } from '../../words/word-matcher.ts'
import { isShortForm } from '../short-forms.ts'

const patterns = expressions('initiative-facts', {
  noArea: '',
  area: '',
  wholeArea: '',
  noLevel: '',
  beforeArea: '',
  level: '',
  levelEnd: '',
  largeLevel: '',
  registered: '',
})
const places = expressions('places', { divisionEnd: '', peoples: '' })

/** Length of the area that a name begins with, in UTF-16 units; 0 for none, or where nothing stands behind it. */
export function areaLength(name: string, lexicon: Lexicon): number {
  if (patterns(lexicon).noArea.test(name)) return 0
  const written = patterns(lexicon).area.exec(name)?.[0].length ?? 0
  const length = written > 0 ? written : known(lexicon).longestAt(name, 0)
  return length >= 2 && length < name.length ? length : 0
}

/** Where the area of a name begins: behind `共青团` in `共青团江津区委`, in UTF-16 units. */
export function areaStart(name: string, lexicon: Lexicon): number {
  return patterns(lexicon).beforeArea.exec(name)?.[0].length ?? 0
}

/** `市` of `市总工会`, `旗` of `旗农牧业局`: the level of an area that the name leaves to the text. */
export function bareLevel(name: string, lexicon: Lexicon): string | undefined {
  return patterns(lexicon).level.exec(name)?.[1]
}

/** Whether what bears the name is a union, an office or a trade of its area: no company, school or hospital. */
export function isAreaBody(name: string, lexicon: Lexicon): boolean {
  const rest = name.slice(areaStart(name, lexicon))
  return !patterns(lexicon).registered.test(rest.slice(areaLength(rest, lexicon)))
}

/** The areas inside an area, itself among them: 绿港市 and 绿港市海城区. */
export function areasWithin(area: string, lexicon: Lexicon): readonly string[] {
  const { wholeArea, noLevel } = patterns(lexicon)
  return area.split('').flatMap((_, i) => {
    const part = area.slice(0, i + 1)
    return wholeArea.test(part) && !noLevel.test(area.slice(i)) ? [part] : []
  })
}

/** The levels of the areas that a text may mean: 市 of 绿港市; of a short form those of all divisions of this name. */
export function levelsOf(area: string, lexicon: Lexicon): readonly string[] {
  const level = patterns(lexicon).levelEnd.exec(area)?.[0]
  return level === undefined ? (shortForms(lexicon).get(area) ?? []) : [level]
}

/** Whether an area is named with its level, or is a province or a city: 绿港县, 上海, not 青山. */
export function isLarge(area: string, lexicon: Lexicon): boolean {
  return (
    patterns(lexicon).levelEnd.test(area) ||
    levelsOf(area, lexicon).some((level) => isLargeLevel(level, lexicon))
  )
}

/** Whether it is the level of provinces or cities. */
export function isLargeLevel(level: string, lexicon: Lexicon): boolean {
  return patterns(lexicon).largeLevel.test(level)
}

/** Whether two names of places mean one: 张湾 and 十堰市张湾区, 苏州 and 江苏苏州. */
export function isSamePlace(a: string, b: string, lexicon: Lexicon): boolean {
  if (a === b) return true
  const [short, full] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < 2) return false
  if (isShortForm('Place', short, full, lexicon)) return true
  return isBehindRegion(short, full, lexicon) || isWithoutLevel(short, full, lexicon)
}

function isBehindRegion(short: string, full: string, lexicon: Lexicon): boolean {
  if (!full.endsWith(short)) return false
  const lead = full.slice(0, -short.length)
  return lead.length >= 2 && known(lexicon).longestAt(lead, 0) === lead.length
}

/** 稠江 and 义乌稠江街道, 苏州市 and 江苏苏州. */
function isWithoutLevel(short: string, full: string, lexicon: Lexicon): boolean {
  const { levelEnd } = patterns(lexicon)
  const bare = (area: string): string => area.replace(levelEnd, '')
  return [
    [short, bare(full)],
    [bare(short), full],
  ].some(([a = '', b = '']) => a.length >= 2 && (a === b || isBehindRegion(a, b, lexicon)))
}

/** Levels of the divisions by their names without the last word: 南充 of 南充供电公司. */
const shortForms = oncePer((lexicon: Lexicon): ReadonlyMap<string, readonly string[]> => {
  const { divisionEnd, peoples } = places(lexicon)
  const { levelEnd } = patterns(lexicon)
  const found = new Map<string, string[]>()
  for (const name of wordList(lexicon, 'divisions')) {
    const short = name.replace(divisionEnd, '').replace(peoples, '')
    const level = levelEnd.exec(name)?.[0]
    if (short.length < 2 || level === undefined) continue
    found.set(short, [...(found.get(short) ?? []), level])
  }
  return found
})

/** Regions, and divisions without their last word. */
const known = oncePer(
  (lexicon: Lexicon): WordMatcher =>
    wordMatcher([...wordList(lexicon, 'regions'), ...shortForms(lexicon).keys()]),
)

/** The characters of a mention from `from` on, `length` of them, as a mention of type `Place`. `source` is the page. */
export function leading(mention: Mention, from: number, length: number, source: string): Mention {
  const spans: Span[] = []
  let at = 0
  for (const { start, end } of mention.spans) {
    let [first, last] = [end, start]
    for (let place = start; place < end; place++) {
      if (white.test(source.charAt(place))) continue
      if (at >= from && at < from + length) [first, last] = [Math.min(first, place), place + 1]
      at++
    }
    if (first < last) spans.push({ start: first, end: last })
  }
  const { status, article, source: by, confidence } = mention
  const text = mention.text.slice(from, from + length)
  return { spans, type: 'Place', status, text, article, source: by, confidence }
}

const white = /\s/u
