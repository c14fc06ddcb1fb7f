/** Persons: a surname with a given name behind a post, before a verb of saying, or with a form of address. */
import { alternatives, type Lexicon, oncePerLexicon, wordList } from './lexicon.ts'
import type { Candidate, Recogniser, Unit } from './recogniser.ts'
import { type Words, wordsOf } from './words.ts'

/** 副主席高红慧介绍说, 赵林中说, 演员寇翔智, 李莎(右), 陆女士. */
export const persons: Recogniser = {
  name: 'person',
  recognise(unit, lexicon) {
    const words = wordsOf(unit)
    const rules = expressions(lexicon)
    const found: Candidate[] = []
    for (const match of unit.text.matchAll(rules.surname)) {
      const candidate = nameAt(unit, match.index, match[0], { words, rules })
      if (candidate !== undefined) found.push(candidate)
    }
    for (const match of unit.text.matchAll(rules.addressed)) {
      const end = match.index + match[0].length
      if (words.isBoundary(end)) found.push(person(match.index, end, 0.85, 'form of address'))
    }
    return found
  },
}

interface Expressions {
  readonly surname: RegExp
  readonly addressed: RegExp
  /** At the end of the text before a name. */
  readonly post: RegExp
  readonly lead: RegExp
  /** At the start of the text behind a name. */
  readonly speech: RegExp
  readonly speaking: RegExp
  /** Words that begin with a surname: 沙龙, 高水平. */
  readonly notNames: ReadonlySet<string>
}

const expressions = oncePerLexicon((lexicon: Lexicon): Expressions => {
  const surnames = alternatives(lexicon, 'surnames')
  const speech = alternatives(lexicon, 'speech-words')
  return {
    surname: new RegExp(`(?:${surnames})`, 'gu'),
    // 陆女士, 王师傅, 张大姐
    addressed: new RegExp(
      `(?<!\\p{Script=Han})(?:${surnames})(?:女士|先生|师傅|大姐|大爷|阿姨|某某?)|(?<=[的叫])(?:${surnames})(?:女士|先生|师傅|大姐|大爷|阿姨)`,
      'gu',
    ),
    post: new RegExp(`(?:${alternatives(lexicon, 'role-posts')})$`, 'u'),
    lead: new RegExp(`(?:${alternatives(lexicon, 'name-leads')})$`, 'u'),
    speech: new RegExp(`^(?:${speech})`, 'u'),
    speaking: /^(?:说|表示|介绍|告诉|认为|坦言|回忆|感慨|笑着说|激动地说|高兴地说|说道|透露|举例)/u,
    notNames: wordList(lexicon, 'not-names'),
  }
})

interface Context {
  readonly words: Words
  readonly rules: Expressions
}

/** Characters that no given name holds. */
const noGiven =
  /[的了是在和与及或对向为等说也就都还被把将从到这那其我你他她们不有一,,。、;:()()“”‘’《》\s\dA-Za-z]/u

function nameAt(
  unit: Unit,
  at: number,
  surname: string,
  { words, rules }: Context,
): Candidate | undefined {
  const { text } = unit
  const before = text.slice(Math.max(0, at - 6), at)
  // The name begins a word, or follows a post that the dictionary glued to it.
  const behindPost = rules.post.test(before)
  if (!behindPost && !words.isBoundary(at)) return undefined
  const behindLead = rules.lead.test(before)
  const opens = /(?:^|[\s,,。!?;:、”’—()(“])$/u.test(before)
  let best: { length: number; score: number } | undefined
  for (const given of [2, 1]) {
    const length = surname.length + given
    const name = text.slice(at, at + length)
    if (name.length < length || noGiven.test(name.slice(surname.length))) continue
    if (rules.notNames.has(name)) continue
    const score = contextScore(text, at, at + length, { words, rules }, given)
    if (score > 0 && (best === undefined || score > best.score)) best = { length, score }
  }
  if (best === undefined) return undefined
  const end = at + best.length
  const behind = text.slice(end, end + 6)
  const spoken = rules.speaking.test(behind)
  const token = words.tokens[words.indexAt(at)]
  const known = token !== undefined && token.start === at && token.end === end
  const taken = known && /^nr/.test(token.tag)
  const dictionaryWord = known && !/^(?:nr|x)/.test(token.tag)
  if (behindPost && !dictionaryWord) return person(at, end, 0.85, 'name behind a post')
  if (behindLead && (known || spoken) && !dictionaryWord && best.score >= 2)
    return person(at, end, 0.75, 'name behind an occupation')
  // 公安局工会委员会的王鑫等7名
  if (
    /(?:公司|集团|[局院校站所村厂]|委员会|工会|车间|社区)的$/u.test(before) &&
    best.score >= 2 &&
    !dictionaryWord
  ) {
    return person(at, end, 0.65, 'name behind its organisation')
  }
  // 务工的刘彦社将, 安徽人孙伟的
  if (/[的人]$/u.test(before) && known && best.length > 2 && best.score >= 3.5 && !dictionaryWord) {
    return person(at, end, 0.55, 'name behind a description')
  }
  // 工会联合会的王夏露说
  if (spoken && known && best.length > 2 && before.endsWith('的')) {
    return person(at, end, 0.7, 'name before a verb of saying')
  }
  // ——赵钦光,他
  if (before.endsWith('—') && best.score >= 3 && !dictionaryWord) {
    return person(at, end, 0.6, 'name in apposition')
  }
  if (dictionaryWord || (!opens && !taken)) return undefined
  if (spoken && (opens || taken)) return person(at, end, 0.8, 'name before a verb of saying')
  // 李莎(右): what photo captions say of a person
  if (/^[((][左右中前后]/.test(behind)) return person(at, end, 0.85, 'name in a caption')
  return undefined
}

/** How well a name that ends at `end` is closed; 0 for not at all. */
function contextScore(
  text: string,
  start: number,
  end: number,
  { words, rules }: Context,
  given: number,
): number {
  const behind = text.slice(end, end + 6)
  const token = words.tokens[words.indexAt(start)]
  const byWord =
    token !== undefined && token.start === start && token.end === end && /^(?:nr|x)/.test(token.tag)
      ? 1.5
      : 0
  if (behind === '' || /^[^\p{Script=Han}]/u.test(behind)) return 3 + byWord + given / 10
  const speech = rules.speech.exec(behind)?.[0].length ?? 0
  if (speech > 0) return 1 + speech + byWord + given / 10
  if (byWord > 0) return byWord
  // 总经理林立义|发愁: the next word begins here
  const next = words.tokens[words.indexAt(end)]
  return next !== undefined && next.start === end && next.end - end > 1 ? 1 + given / 10 : 0
}

function person(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Person', confidence, reason }
}
