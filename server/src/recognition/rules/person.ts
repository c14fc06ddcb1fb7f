/** Persons: a surname with a given name, judged by its characters, its words and its neighbours. */
import { type Lexicon, wordList } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expressions } from '../../values/patterns.ts'
import { type WordMatcher, wordMatcher } from '../../words/word-matcher.ts'
import type { Candidate, Recogniser } from '../reading/recogniser.ts'
import {
  behindPost,
  innerScore,
  leftScore,
  type PersonContext,
  personContext,
  rightScore,
} from './person-evidence.ts'

/** 副主席高红慧介绍说, 电工王建国, “很好。”赵林中说, 李莎(右), 陆女士, 劳模斯琴高娃. */
export const persons: Recogniser = {
  name: 'person',
  recognise(unit, lexicon) {
    const context = personContext(unit, lexicon)
    const rules = patterns(lexicon)
    const judged: Judged[] = []
    for (let at = 0; at < unit.text.length; at++) {
      const best = judge(context, surnames(lexicon), at)
      if (best !== undefined) judged.push(best)
    }
    const found = accept(unit.text, judged, rules.inRow)
    for (const match of unit.text.matchAll(rules.addressed)) {
      const end = match.index + match[0].length
      if (context.words.isBoundary(end)) {
        found.push(person(match.index, end, 0.85, 'form of address'))
      }
    }
    for (const match of unit.text.matchAll(rules.ethnic)) {
      const end = match.index + match[0].length
      const led = leftScore(context, match.index) >= 2.6
      if (led && rightScore(context, end) > 0.3 && match[0].length > 2) {
        found.push(person(match.index, end, 0.8, 'name of another people'))
      }
    }
    return found
  },
}

const patterns = expressions('persons', { addressed: 'g', ethnic: 'g', inRow: '' })

const surnames = oncePer((lexicon: Lexicon) => {
  const lists = ['surnames', 'surnames-uncommon', 'surnames-rare']
  return wordMatcher(lists.flatMap((list) => [...wordList(lexicon, list)]))
})

interface Judged {
  readonly start: number
  readonly end: number
  readonly score: number
  readonly led: boolean
}

/** The name with the highest score that begins at `at`, however low the score is. */
function judge(context: PersonContext, surnames: WordMatcher, at: number): Judged | undefined {
  const longest = surnames.longestAt(context.text, at)
  if (longest === 0) return undefined
  let best: Judged | undefined
  let left: number | undefined
  for (const surname of longest === 2 ? [2, 1] : [1]) {
    for (const given of [2, 1]) {
      const end = at + surname + given
      if (end > context.text.length) continue
      const inner = innerScore(context, at, surname, end)
      if (inner < -2.5) continue
      left ??= leftScore(context, at)
      // Two characters alone say little.
      const short = surname + given === 2 ? -0.6 : 0
      const score = inner + left + rightScore(context, end) + short
      if (best === undefined || score > best.score)
        best = { start: at, end, score, led: behindPost(context, at) }
    }
  }
  return best
}

/** Score from which a name is believed, and from which it is in a row with one that is. */
const enough = 3.9
const enoughInRow = 2.4

function accept(text: string, judged: readonly Judged[], inRow: RegExp): Candidate[] {
  const sure = judged.filter(({ score }) => score >= enough)
  const found = sure.map(({ start, end, score, led }) =>
    person(start, end, confidenceOf(score), led ? 'name behind a post' : 'name by its neighbours'),
  )
  // 王建国、李强和张敏: one name believed makes the others likely.
  const ends = new Set(sure.map(({ end }) => end))
  const starts = new Set(sure.map(({ start }) => start))
  const reach = (item: Judged): boolean =>
    (inRow.test(text.charAt(item.start - 1)) && ends.has(item.start - 1)) ||
    (inRow.test(text.charAt(item.end)) && starts.has(item.end + 1))
  for (const list of [judged, [...judged].reverse()]) {
    for (const item of list) {
      if (item.score >= enough || item.score < enoughInRow || ends.has(item.end) || !reach(item))
        continue
      ends.add(item.end)
      starts.add(item.start)
      found.push(person(item.start, item.end, 0.7, 'name in a row of names'))
    }
  }
  return found
}

function confidenceOf(score: number): number {
  return Math.min(0.95, 0.6 + (score - enough) / 10)
}

function person(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Person', confidence, reason }
}
