/** How far a name reaches to the left of its head noun: the search that organisations, places and initiatives share. */
import type { Span } from '../../text/span.ts'
import { type Lexicon, wordList } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import type { Token } from '../../words/token.ts'
import { type Divisions, divisionsOf } from './divisions.ts'
import type { Chain, Unit } from './recogniser.ts'
import { type Words, wordsOf } from './words.ts'

const patterns = expressions('name-bounds', {
  newWord: '',
  gluedPreposition: '',
  notABrand: '',
  company: '',
  branch: '',
  owner: '',
  hardStop: '',
  companyWord: '',
  companyEnd: '',
  ordinal: '',
  level: '',
})

interface NameStart {
  readonly start: number
  /** The chain of divisions that the name begins with or holds. */
  readonly division: Chain | undefined
  /** Whether a word that no dictionary explains stands in it: a brand, a coined place. */
  readonly coined: boolean
}

/** Longest name looked for to the left of a head, in UTF-16 units. */
const longest = 30

/** What the search looks at. */
export interface NameContext {
  readonly text: string
  readonly words: Words
  readonly divisions: Divisions
  /** Verbs that names hold: 服务, 管理, 发展. */
  readonly inNames: ReadonlySet<string>
  /** Words that stand before names and are never part of one: 联合, 记者, 下辖. */
  readonly beforeNames: ReadonlySet<string>
  readonly rules: ReturnType<typeof patterns>
}

export function nameContext(unit: Unit, lexicon: Lexicon): NameContext {
  return {
    text: unit.text,
    words: wordsOf(unit),
    divisions: divisionsOf(unit, lexicon),
    inNames: wordList(lexicon, 'verbs-in-names'),
    beforeNames: wordList(lexicon, 'words-before-names'),
    rules: patterns(lexicon),
  }
}

/**
 * Where the name with the head noun `head` begins. Words are taken to the left until one that no name
 * holds (的, 在, 举行, punctuation). The nearest chain of divisions is the beginning, unless a name
 * stands right before it (北大荒农垦集团哈尔滨有限公司, 星巴克西安手语店).
 */
export function nameStart(context: NameContext, head: Span, nested = false): NameStart {
  const { words, divisions, rules } = context
  let start = head.start
  let coined = false
  while (start > 0 && head.end - start < longest) {
    const chain = divisions.endingAt(start)
    if (chain !== undefined && chain.confidence >= 0.5) {
      const owner = nested ? chain.start : ownerStart(context, chain, head)
      return { start: owner, division: chain, coined: coined || owner < chain.start }
    }
    const bracket = placeInBrackets(context, start, head)
    if (bracket !== undefined) {
      start = bracket
      coined = true
      continue
    }
    const token = words.tokens[words.indexAt(start - 1)]
    if (token === undefined || isStop(token, context, context.text.slice(start, head.end))) break
    // 由市|总工会: the segmenter does not know the level and glues it to the preposition.
    if (token.tag === 'x' && rules.gluedPreposition.test(token.text)) {
      start = token.start + 1
      break
    }
    if (token.tag === 'x' || /^n[rzt]/.test(token.tag)) coined = true
    start = firstChainInside(divisions, token.start, start) ?? token.start
  }
  if (start > 0 && rules.newWord.test(context.text.slice(start - 1, start + 2))) {
    start--
    const chain = divisions.endingAt(start)
    if (chain !== undefined) return { start: chain.start, division: chain, coined: true }
  }
  if (start === head.start) return { start, division: undefined, coined }
  return beyondStop(context, start) ?? { start, division: undefined, coined }
}

/** Where the bracket opens whose place stands inside a company's name: 宏达(天津)服装有限公司. */
function placeInBrackets(
  { text, divisions, rules }: NameContext,
  start: number,
  head: Span,
): number | undefined {
  if (text.charAt(start - 1) !== ')' || !rules.company.test(text.slice(head.start, head.end))) {
    return undefined
  }
  for (let at = start - 3; at >= start - 8 && at > 0; at--) {
    if (text.charAt(at) === '(') {
      return divisions.startingAt(at + 1)?.end === start - 1 ? at : undefined
    }
  }
  return undefined
}

/** Where the owner begins that stands right before the division: 北大荒农垦集团|哈尔滨, 星巴克|西安. */
function ownerStart(context: NameContext, chain: Chain, head: Span): number {
  const { text, words, rules } = context
  if (rules.owner.test(text.slice(Math.max(0, chain.start - 3), chain.start))) {
    return nameStart(context, { start: chain.start, end: chain.start }, true).start
  }
  const before = words.tokens[words.indexAt(chain.start - 1)]
  const isBrand =
    before !== undefined &&
    /^(?:x|n[rzt]|j)$/.test(before.tag) &&
    /^[\p{Script=Han}A-Za-z]{2,4}$/u.test(before.text) &&
    !rules.notABrand.test(before.text) &&
    rules.branch.test(text.slice(head.start, head.end))
  return isBrand ? before.start : chain.start
}

/** A chain of divisions that ends inside the token: 启东市|总 cut as 启东|市总. */
function firstChainInside(divisions: Divisions, from: number, to: number): number | undefined {
  for (let end = to - 1; end > Math.max(from, to - 8); end--) {
    if (divisions.endingAt(end) !== undefined) return end
  }
  return undefined
}

/**
 * Names may hold a word that otherwise ends them, right behind their division: 浙江亿力清洁有限公司,
 * 湖南承接产业转移示范区.
 */
function beyondStop(
  { text, words, divisions, beforeNames, rules }: NameContext,
  start: number,
): NameStart | undefined {
  const stopped = words.tokens[words.indexAt(start - 1)]
  if (stopped !== undefined && beforeNames.has(stopped.text)) return undefined
  for (let at = start - 1; at >= Math.max(0, start - 3); at--) {
    if (rules.hardStop.test(text.charAt(at))) break
    const chain = divisions.endingAt(at)
    if (chain !== undefined && words.isBoundary(at)) {
      return { start: chain.start, division: chain, coined: true }
    }
  }
  return undefined
}

function isStop(
  token: Token,
  { inNames, beforeNames, rules }: NameContext,
  behind: string,
): boolean {
  if (token.text.length > longest) return true
  if (!/^[\p{Script=Han}A-Za-z\d·]+$/u.test(token.text)) return true
  if (beforeNames.has(token.text)) return true
  if (rules.companyWord.test(token.text) && rules.companyEnd.test(behind)) return false
  if (inNames.has(token.text)) return false
  if (rules.ordinal.test(token.text) || rules.level.test(token.text)) return false
  if (/^v(?!n)/.test(token.tag)) return true
  if (token.text.length > 1 && /^a[dn]?$/.test(token.tag)) return false
  return /^(?:[pcrdyetmqfou]|u\w|zg|k|h|a|ad|vd|i|l)$/.test(token.tag)
}
