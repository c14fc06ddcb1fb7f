/** Initiatives in quotes: labels with a head noun, and labels that a sentence sets up or joins. */
import type { Span } from '../text/span.ts'
import { alternatives, oncePerLexicon } from './lexicon.ts'
import { findQuotes } from './quotes.ts'
import type { Candidate, Recogniser } from './recogniser.ts'
import { wordsOf } from './words.ts'

/** “十匠”行动, “推优入党”工作机制, “蓝领工程”, 推出“助企十条”, 以“育匠人”“比匠艺”为抓手. */
export const quotedNames: Recogniser = {
  name: 'quoted name',
  recognise(unit, lexicon) {
    const rules = expressions(lexicon)
    const words = wordsOf(unit)
    const found: Candidate[] = []
    let evident: Span | undefined
    for (const quote of findQuotes(unit.text)) {
      const label = unit.text.slice(quote.start, quote.end)
      if (rules.noLabel.test(label)) continue
      const behind = headBehind(unit.text, quote.end + 1, rules)
      if (behind > 0 && words.isBoundary(behind)) {
        found.push(initiative(quote.start - 1, behind, 0.9, 'quoted name with head noun'))
        evident = quote
        continue
      }
      const before = unit.text.slice(Math.max(0, quote.start - 13), quote.start - 1)
      const after = unit.text.slice(quote.end + 1, quote.end + 16)
      const listed =
        evident !== undefined &&
        /^[”’][、,和与及]?[“‘]$/.test(unit.text.slice(evident.end, quote.start))
      if (
        rules.headInside.test(label) ||
        rules.setUp.test(before) ||
        rules.asMeans.test(after) ||
        listed
      ) {
        found.push(initiative(quote.start, quote.end, listed ? 0.7 : 0.75, 'quoted label'))
        evident = quote
      }
    }
    return found
  },
}

interface Expressions {
  readonly noLabel: RegExp
  readonly headInside: RegExp
  readonly setUp: RegExp
  readonly asMeans: RegExp
  readonly head: RegExp
}

const expressions = oncePerLexicon((lexicon): Expressions => {
  const heads = alternatives(lexicon, 'initiative-heads')
  return {
    // A sentence or a title is no label.
    noLabel: /[。!?;;!?:《》…]|.{21}|^.$|^[A-Za-z\d.]+$/u,
    headInside: new RegExp(`.(?:${heads})$`, 'u'),
    // 实施“…”, 开展了“…”, 推出首批“…”
    setUp: new RegExp(
      `(?:${alternatives(lexicon, 'set-up-verbs')})(?:了|过|好|起|全县|全市|全省|全区|首届|首批|第.{1,3}届|一系列)*$`,
      'u',
    ),
    // 以“…”为抓手, “…”等活动
    asMeans:
      /^(?:等)?(?:\p{Script=Han}{0,4}(?:活动|项目|举措|模式|载体|机制|品牌))|^为(?:抓手|载体|平台|纽带|依托)/u,
    head: new RegExp(`(?:${heads})`, 'gu'),
  }
})

/** Longest text between the quote and its head noun: “红船精神”进企业主题教育实践活动. */
const longestModifier = 14

/** End of the head noun that follows at `at`, directly or behind a modifier; 0 for none. */
function headBehind(text: string, at: number, { head }: Expressions): number {
  const run = /^\p{Script=Han}+/u.exec(text.slice(at, at + longestModifier + 4))?.[0] ?? ''
  // 的 and verbs that take the label as their object end the name: “产改”的核心, “…”推行后
  const stop = run.search(/[的了是将在为让把被等由对从向]|后|中|以来|期间|表示|成为/u)
  const reach = stop < 0 ? run : run.slice(0, stop)
  let end = 0
  for (const match of reach.matchAll(head)) end = match.index + match[0].length
  return end === 0 ? 0 : at + end
}

function initiative(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Initiative', confidence, reason }
}
