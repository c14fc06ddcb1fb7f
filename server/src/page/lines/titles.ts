/** Lines that look like titles, and which of an article's title lines is the headline. */

import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import type { BlockKind } from '../model.ts'
import { goesOn, openQuotes, opensAnew, stopOf } from './evidence.ts'
import type { Part } from './parts.ts'

const rules = expressions('sentences', { interview: '', bareName: '', numbered: '' })

/** Most lines that an article's title has; further ones are not looked at. */
const MOST_LINES = 8

/** Whether a line may be a title by itself: short, no sentence, nothing that must go on. */
export function looksLikeTitle(text: string, lexicon: Lexicon): boolean {
  const size = text.length
  if (size > 60 || /[。;]|…$/.test(text)) return false
  if (rules(lexicon).interview.test(text)) return false
  const commas = (text.match(/,/g) ?? []).length
  if (commas >= 3 || (size > 45 && commas > 0)) return false
  if (/[,、]$/.test(text) || goesOn(text, lexicon)) return false
  if (/:$/.test(text)) return size <= 25 && commas === 0
  if (/[!?]”?$/.test(text)) return size <= 32 && commas <= 2
  if (openQuotes(text)) return false
  if (/——$/.test(text)) return true
  if (stopOf(text, lexicon) === 'clear') return false
  return !(commas > 0 && opensAnew(text, lexicon))
}

/** Index of the headline among the title lines of an article; 0 for none. */
function headlineIndex(lines: readonly string[], lexicon: Lexicon): number {
  if (lines.length > MOST_LINES) return headlineIndex(lines.slice(0, MOST_LINES), lexicon)
  const last = lines.length - 1
  if (last <= 0) return 0
  // `某市某商圈工会:` and `…加强设施建设——` lead to the line behind them.
  const lead = lines.findLastIndex((line) => /(?::|——)$/.test(line))
  if (lead >= 0 && lead < last) return lead + 1
  const dashed = lines.findIndex((line) => /^——/.test(line))
  if (dashed > 0) return headlineIndex(lines.slice(0, dashed), lexicon)
  const [first = '', second = ''] = lines
  if (isBareName(first, lexicon)) return 1 + headlineIndex(lines.slice(1), lexicon)
  if (lines.length >= 3) return 1
  const marks = [first, second].map((line) => /[,、]/.test(line))
  if (marks[0] !== marks[1]) return marks[0] ? 1 : 0
  return isCouplet(first) && !isCouplet(second) ? 1 : 0
}

/** Index of the headline among title lines, of which people may have named the kind of some; -1 for none. */
export function mainTitle(
  lines: readonly Pick<Part, 'text' | 'decided'>[],
  lexicon: Lexicon,
): number {
  const decided = lines.findIndex((line) => line.decided === 'headline')
  if (decided >= 0) return decided
  const free = lines.filter(({ decided }) => decided === undefined)
  const main =
    free[
      headlineIndex(
        free.map(({ text }) => text),
        lexicon,
      )
    ]
  return main === undefined ? -1 : lines.indexOf(main)
}

/** `职工有所呼 企业有所应`: two halves of one length, as a kicker likes to be. */
function isCouplet(line: string): boolean {
  const halves = line.split(/\s+/)
  return halves.length === 2 && halves[0]?.length === halves[1]?.length
}

/** The name of an actor alone: `某县总工会`. */
function isBareName(line: string, lexicon: Lexicon): boolean {
  return line.length <= 12 && rules(lexicon).bareName.test(line)
}

/** Kinds of an article's title lines. */
export function isTitleKind(
  kind: BlockKind | undefined,
): kind is 'headline' | 'kicker' | 'subhead' {
  return kind === 'headline' || kind === 'kicker' || kind === 'subhead'
}

/** `一、…`, `(二)…`: numbered headings stand inside a body. */
export function isNumbered(text: string, lexicon: Lexicon): boolean {
  return rules(lexicon).numbered.test(text)
}
