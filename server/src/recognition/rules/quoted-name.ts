/** Initiatives in quotes: labels with a head noun, and labels that a sentence sets up or joins. */
import type { Span } from '../../text/span.ts'
import { expressions } from '../../values/patterns.ts'
import { type Divisions, divisionsOf } from '../reading/divisions.ts'
import { findQuotes } from '../reading/quotes.ts'
import type { Candidate, Recogniser, Unit } from '../reading/recogniser.ts'
import { nothing } from '../reading/resolve.ts'
import { type Words, wordsOf } from '../reading/words.ts'

/** “十匠”行动, “推优入党”工作机制, “蓝领工程”, 推出“助企十条”, 以“育匠人”“比匠艺”为抓手. */
export const quotedNames: Recogniser = {
  name: 'quoted name',
  recognise(unit, lexicon) {
    const context = {
      rules: patterns(lexicon),
      words: wordsOf(unit),
      divisions: divisionsOf(unit, lexicon),
    }
    return rows(unit.text, findQuotes(unit.text), context.rules).flatMap((row) =>
      rowNames(unit, row, context),
    )
  },
}

interface Context {
  readonly rules: Patterns
  readonly words: Words
  readonly divisions: Divisions
}

const patterns = expressions('initiatives', {
  sentence: '',
  noLabel: '',
  metaphor: '',
  headInside: '',
  setUp: '',
  setUpBehind: '',
  clauseSetUp: '',
  called: '',
  notAnUndertaking: '',
  countedLabel: '',
  countedBehind: '',
  betweenQuotes: '',
  oneOfMany: '',
  kindBehind: '',
  formBehind: '',
  by: '',
  asMeans: '',
  andAnother: '',
  modeBehind: '',
  through: '',
  wayBehind: '',
  run: '',
  runStop: '',
  head: 'g',
  weakHead: '',
  nounBehind: '',
  shift: '',
  shiftVerb: '',
  home: '',
  inside: '',
  about: '',
})

type Patterns = ReturnType<typeof patterns>

/** Quotations that stand side by side, or with 、 or 和 between them: “师傅带徒弟”“班组大讲堂”. */
function rows(text: string, quotes: readonly Span[], { betweenQuotes }: Patterns): Span[][] {
  const found: Span[][] = []
  for (const quote of quotes) {
    const last = found.at(-1)?.at(-1)
    if (last !== undefined && betweenQuotes.test(text.slice(last.end, quote.start))) {
      found.at(-1)?.push(quote)
    } else found.push([quote])
  }
  return found
}

function rowNames(unit: Unit, row: readonly Span[], context: Context): Candidate[] {
  const { text } = unit
  const { rules } = context
  const [first, last] = [row[0], row.at(-1)]
  if (first === undefined || last === undefined) return []
  const before = text.slice(Math.max(0, first.start - 26), first.start - 1)
  const after = text.slice(last.end + 1, last.end + 16)
  const thing = rules.notAnUndertaking.test(after)
  const setUp = !thing && (rules.setUp.test(before) || isMeans(before, after, rules))
  const known = row.some((quote) => rules.headInside.test(text.slice(quote.start, quote.end)))
  return row.flatMap((quote) => {
    const label = text.slice(quote.start, quote.end)
    const headed =
      label.length > 1 && label.length < 24 && !rules.sentence.test(label)
        ? nameWithHead(text, quote, context)
        : undefined
    if (headed !== undefined) return [headed]
    if (rules.countedBehind.test(after) && label.split('、').length > 2) return items(quote, label)
    if (rules.noLabel.test(label) || rules.metaphor.test(label)) return []
    // A counted label (四个前移) needs its verb in the sentence only, not right before it.
    const evident =
      rules.headInside.test(label) ||
      setUp ||
      (known && row.length > 1 && !thing) ||
      (!thing && rules.called.test(before)) ||
      rules.setUpBehind.test(after) ||
      (rules.countedLabel.test(label) && !thing && rules.clauseSetUp.test(before))
    if (evident) return [initiative(quote.start, quote.end, 0.75, 'quoted label')]
    // “四个强化”: a slogan, whose number counts nothing.
    return rules.countedLabel.test(label) && label.length < 9 ? [noName(quote)] : []
  })
}

/** 以“…”为抓手, 通过“…”等形式, “…”等活动 */
function isMeans(before: string, after: string, rules: Patterns): boolean {
  if (rules.kindBehind.test(after) && rules.oneOfMany.test(after)) return true
  if (rules.formBehind.test(after) || rules.modeBehind.test(after)) return true
  if (rules.by.test(before) && (rules.asMeans.test(after) || rules.andAnother.test(after))) {
    return true
  }
  return rules.through.test(before) && rules.wayBehind.test(after)
}

/** Longest text between the quote and its head noun: “红船精神”进企业主题教育实践活动. */
const longestModifier = 22

/** The quote with the head noun behind it, directly or behind a modifier, and the place before it. */
function nameWithHead(text: string, quote: Span, context: Context): Candidate | undefined {
  // A headline may break before the head noun: “织女”⏎夜校
  const broken = /^\n\p{Script=Han}{2,4}(?=\s)/u.test(text.slice(quote.end + 1, quote.end + 7))
  const at = quote.end + (broken ? 2 : 1)
  const length = modifiedHead(text, at, context)
  if (length === 0) return undefined
  const { about } = context.rules
  const topic = about.exec(text.slice(0, quote.start - 1).slice(-8))?.[0].length ?? 0
  const first = quote.start - 1 - topic
  const start = context.divisions.endingAt(first)?.start ?? first
  return initiative(start, at + length, 0.9, 'quoted name with head noun')
}

/** Length of the run at `at` up to its last head noun; 0 for none. */
function modifiedHead(text: string, at: number, { rules, words }: Context): number {
  const run = rules.run.exec(text.slice(at, at + longestModifier + 4))?.[0] ?? ''
  const stop = run.search(rules.runStop)
  const reach = stop < 0 ? run : run.slice(0, stop)
  let length = 0
  for (const match of reach.matchAll(rules.head)) {
    const [head] = match
    const end = match.index + head.length
    const next = words.tokens[words.indexAt(at + end)]
    const noun =
      next !== undefined &&
      ((rules.weakHead.test(head) && /^(?:n|vn)/.test(next.tag)) ||
        rules.nounBehind.test(next.text))
    const verb = rules.shift.test(head) && rules.shiftVerb.test(reach.charAt(match.index - 1))
    const inside = rules.home.test(head) && rules.inside.test(reach.slice(end))
    if ((words.isBoundary(at + end) || inside) && !noun && !verb) length = end
  }
  return length
}

function items(quote: Span, label: string): Candidate[] {
  let { start } = quote
  return label.split('、').map((item) => {
    const candidate = initiative(start, start + item.length, 0.8, 'listed in quotes')
    start += item.length + 1
    return candidate
  })
}

function noName({ start, end }: Span): Candidate {
  return { start, end, type: nothing, confidence: 0.6, reason: 'slogan' }
}

function initiative(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Initiative', confidence, reason }
}
