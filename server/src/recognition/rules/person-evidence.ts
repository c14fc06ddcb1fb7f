/** What speaks for and against a personal name at a place: its characters, its words and its neighbours. */
import { type Lexicon, wordList } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expressions } from '../../values/patterns.ts'
import type { Unit } from '../reading/recogniser.ts'
import { type Words, wordsOf } from '../reading/words.ts'

/** The parts of a unit that a judgement needs, and the tables. */
export interface PersonContext {
  readonly text: string
  readonly words: Words
  readonly tables: PersonTables
}

interface PersonTables {
  readonly surnames: ReadonlySet<string>
  readonly given: ReadonlySet<string>
  readonly notNames: ReadonlySet<string>
  readonly occupations: ReadonlySet<string>
  readonly rules: ReturnType<typeof patterns>
}

const patterns = expressions('persons', {
  noGiven: '',
  saying: '',
  post: '',
  author: '',
  bracketedAuthor: '',
  native: '',
  worker: '',
  bodyOf: '',
  ofOrCalled: '',
  gluedTrade: '',
  peopleEnd: '',
  remark: '',
  says: '',
  andOthers: '',
  titleBehind: '',
  speech: '',
  verbBehind: '',
})

const tablesOf = oncePer(
  (lexicon: Lexicon): PersonTables => ({
    surnames: wordList(lexicon, 'surnames'),
    given: wordList(lexicon, 'given-characters'),
    notNames: wordList(lexicon, 'not-names'),
    occupations: new Set([
      ...wordList(lexicon, 'occupations'),
      ...wordList(lexicon, 'name-leads'),
      ...wordList(lexicon, 'groups'),
      ...wordList(lexicon, 'honors'),
    ]),
    rules: patterns(lexicon),
  }),
)

export function personContext(unit: Unit, lexicon: Lexicon): PersonContext {
  return { text: unit.text, words: wordsOf(unit), tables: tablesOf(lexicon) }
}

const han = /^\p{Script=Han}+$/u

/**
 * How much the name's own characters and the words that the segmenter saw speak for it; far below
 * zero where they rule it out.
 */
export function innerScore(
  { text, words, tables }: PersonContext,
  at: number,
  surname: number,
  end: number,
): number {
  const name = text.slice(at, end)
  const given = name.slice(surname)
  if (!han.test(name) || tables.rules.noGiven.test(given) || tables.notNames.has(name)) return out
  let score = tables.surnames.has(name.slice(0, surname)) ? 0.5 : -1
  if (surname === 2) score += 1
  for (const character of given) score += tables.given.has(character) ? 0.4 : -0.5
  // 安全|员, 成立|大: a known word at the beginning
  if (tables.notNames.has(name.slice(0, 2)) && name.length > 2) score -= 2
  const token = words.tokens[words.indexAt(at)]
  if (token !== undefined && token.start === at && token.end === end) {
    if (/^nr/.test(token.tag)) return score + (name.length > 2 ? 2 : 1.2)
    if (token.tag === 'x') return score + 1.5
    return name.length > 2 ? score - 2 : out
  }
  // 何小|明说: the verb behind tells where the name ends
  if (!words.isBoundary(end)) {
    score -=
      tokenAt(words, end)?.tag === 'x' || tables.rules.saying.test(text.slice(end, end + 2))
        ? 0.6
        : 2.5
  }
  if (!words.isBoundary(at)) score -= token?.tag === 'x' ? 1 : 2.5
  // 于|都是, 安|全员: the rest is an ordinary word of two characters
  const second = tokenAt(words, at + surname)
  if (second !== undefined && second.start === at + surname && second.end === end) {
    const name = [...given].every((character) => tables.given.has(character))
    if (second.end - second.start > 1 && !name) score -= 1
    if (second.tag === 'x' || name) score += 0.6
    // 霍/nr 启明/v: the segmenter knows the surname as one
    if (token !== undefined && token.start === at && token.tag === 'nr') score += 0.7
  }
  if (token !== undefined && token.start === at && token.end < end && token.end - at > 1) {
    // 高峰|会, 时代|表: a word, and then a rest
    score -= /^(?:nr|x)/.test(token.tag) ? 0 : token.tag === 'ns' ? 0.5 : 2
  }
  return score
}

const out = -100

function tokenAt(words: Words, offset: number): Words['tokens'][number] | undefined {
  return words.tokens[words.indexAt(offset)]
}

/** Whether the text before `at` ends in a post: 工会主席|, 董事长 |. */
export function behindPost({ text, tables }: PersonContext, at: number): boolean {
  return tables.rules.post.test(text.slice(Math.max(0, at - 8), at).trimEnd())
}

/** What stands before the name: 副主席, 电工, 记者, 的, 、, the beginning of a clause. */
export function leftScore(context: PersonContext, at: number): number {
  const { text, words, tables } = context
  const { rules } = tables
  if (behindPost(context, at)) return 3
  const before = text.slice(Math.max(0, at - 9), at)
  if (rules.author.test(before)) return 3.2
  if (before === '' || /[\n ]$/u.test(before)) return 0.7
  for (let length = Math.min(8, before.length); length > 1; length--) {
    if (tables.occupations.has(before.slice(-length))) return 2.6
  }
  const last = before.slice(-1)
  if (rules.bracketedAuthor.test(before)) return 2.4
  if (last === '(') return 0.8
  if (rules.native.test(before) && !rules.worker.test(before)) return 1.4
  if (/[,。!?;:”—…△■●]/u.test(last)) return last === '—' ? 1.2 : 0.6
  if (last === '、') return 0.8
  if (rules.bodyOf.test(before)) return 1.8
  if (rules.ofOrCalled.test(before)) return 1.2
  const token = words.tokens[words.indexAt(at - 1)]
  if (token === undefined || token.end !== at) return rules.gluedTrade.test(before) ? 1.6 : 0
  if (token.end - token.start > 1 || token.tag === 'n') {
    if (rules.peopleEnd.test(before) && /^(?:n|x|vn|l|b|v)$/.test(token.tag)) return 2
  }
  if (/^(?:p|c|v|vn|ad|t)$/.test(token.tag)) return 0.6
  return /^n/.test(token.tag) ? -0.3 : 0
}

/** What stands behind the name: 说, 、, (左), 带领, 的, 等7人. */
export function rightScore({ text, words, tables }: PersonContext, end: number): number {
  const { rules } = tables
  const behind = text.slice(end, end + 8)
  if (behind === '' || behind.startsWith('\n')) return 0.6
  if (rules.remark.test(behind)) return 3
  if (rules.says.test(behind)) return 2.6
  if (rules.andOthers.test(behind) || rules.titleBehind.test(behind)) return 1.8
  if (/^\)(?:\s|$)/u.test(behind)) return 1
  if (/^,/u.test(behind)) return 0.9
  if (/^、/u.test(behind)) return 0.8
  if (/^[^\p{Script=Han}]/u.test(behind)) return 0.4
  const next = words.tokens[words.indexAt(end)]
  const length = rules.speech.exec(behind)?.[0].length ?? 0
  if (length > 1) return 1.8
  if (next === undefined || next.start !== end) {
    return length > 0 || rules.verbBehind.test(behind) ? 0.8 : 0
  }
  if (length > 0) return 1.2
  if (/^v(?!n)/.test(next.tag)) return 1.3
  if (/^(?:d|p|c|r|t|zg|u\w*|ad|f|i|l|z)$/.test(next.tag)) return 1
  return /^n/.test(next.tag) ? -0.6 : 0
}
