/** How far a name reaches to the left of its head noun: the search that organisations, places and initiatives share. */
import type { Span } from '../../text/span.ts'
import type { Token } from '../../words/token.ts'
import { type Chain, type Divisions, divisionsOf } from './divisions.ts'
import { type Lexicon, wordList } from './lexicon.ts'
import type { Unit } from './recogniser.ts'
import { type Words, wordsOf } from './words.ts'

/** 新|就业形态劳动者竞赛 cut as 区新|就业: the word 新 belongs to what follows. */
const freshWord = /^新(?:就业|业态|时期|时代)/u

export interface NameStart {
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
}

export function nameContext(unit: Unit, lexicon: Lexicon): NameContext {
  return {
    text: unit.text,
    words: wordsOf(unit),
    divisions: divisionsOf(unit, lexicon),
    inNames: wordList(lexicon, 'verbs-in-names'),
    beforeNames: wordList(lexicon, 'words-before-names'),
  }
}

/**
 * Where the name with the head noun `head` begins. Words are taken to the left until one that no name
 * holds (的, 在, 举行, punctuation). The nearest chain of divisions is the beginning, unless a name
 * stands right before it (北大荒农垦集团哈尔滨有限公司, 星巴克西安手语店).
 */
export function nameStart(context: NameContext, head: Span, nested = false): NameStart {
  const { words, divisions } = context
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
    if (token.tag === 'x' && /^[由与和在到经给让被将把对向]/u.test(token.text)) {
      start = token.start + 1
      break
    }
    if (token.tag === 'x' || /^n[rzt]/.test(token.tag)) coined = true
    start = firstChainInside(divisions, token.start, start) ?? token.start
  }
  if (start > 0 && freshWord.test(context.text.slice(start - 1, start + 2))) {
    start--
    const chain = divisions.endingAt(start)
    if (chain !== undefined) return { start: chain.start, division: chain, coined: true }
  }
  if (start === head.start) return { start, division: undefined, coined }
  return beyondStop(context, start) ?? { start, division: undefined, coined }
}

/** Where the bracket opens whose place stands inside a company's name: 宏达(天津)服装有限公司. */
function placeInBrackets(
  { text, divisions }: NameContext,
  start: number,
  head: Span,
): number | undefined {
  if (
    !/[))]/u.test(text.charAt(start - 1)) ||
    !/(?:公司|集团|[厂行])$/u.test(text.slice(head.start, head.end))
  )
    return undefined
  for (let at = start - 3; at >= start - 8 && at > 0; at--) {
    if (/[((]/u.test(text.charAt(at))) {
      return divisions.startingAt(at + 1)?.end === start - 1 ? at : undefined
    }
  }
  return undefined
}

/** Where the owner begins that stands right before the division: 北大荒农垦集团|哈尔滨, 星巴克|西安. */
function ownerStart(context: NameContext, chain: Chain, head: Span): number {
  const { text, words } = context
  if (owners.test(text.slice(Math.max(0, chain.start - 3), chain.start))) {
    return nameStart(context, { start: chain.start, end: chain.start }, true).start
  }
  const before = words.tokens[words.indexAt(chain.start - 1)]
  const isBrand =
    before !== undefined &&
    /^(?:x|n[rzt]|j)$/.test(before.tag) &&
    /^[\p{Script=Han}A-Za-z]{2,4}$/u.test(before.text) &&
    !/^[由与和在到经给让被将把对向走来]/u.test(before.text) &&
    /(?:[店行]|分公司|支行|公司)$/u.test(text.slice(head.start, head.end))
  return isBrand ? before.start : chain.start
}

/** What owns the division behind it: 成都高新区|西园街道总工会, 某某集团|哈尔滨有限公司. */
const owners =
  /(?:集团|公司|银行|工会|石化|电网|高新区|经开区|开发区|新区|示范区|度假区|园区|油田|铁路)$/u

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
  { text, words, divisions, beforeNames }: NameContext,
  start: number,
): NameStart | undefined {
  const stopped = words.tokens[words.indexAt(start - 1)]
  if (stopped !== undefined && beforeNames.has(stopped.text)) return undefined
  for (let at = start - 1; at >= Math.max(0, start - 3); at--) {
    if (hardStop.test(text.charAt(at))) break
    const chain = divisions.endingAt(at)
    if (chain !== undefined && words.isBoundary(at)) {
      return { start: chain.start, division: chain, coined: true }
    }
  }
  return undefined
}

const hardStop =
  /[^\p{Script=Han}A-Za-z\d]|[的在和与及或是为将把被由从对向于了等各该首全成第一家名位个这那]/u

function isStop(token: Token, { inNames, beforeNames }: NameContext, behind: string): boolean {
  if (token.text.length > longest) return true
  if (!/^[\p{Script=Han}A-Za-z\d·]+$/u.test(token.text)) return true
  if (beforeNames.has(token.text)) return true
  // 北方磁谷|新|材料有限公司
  if (
    /^(?:[新大中高]|[东西南北]方|[东西南北中]部|[东西南北]|国际|环球)$/u.test(token.text) &&
    /(?:公司|集团)$/u.test(behind)
  )
    return false
  if (inNames.has(token.text)) return false
  // 第二工人文化宫, but not 第一家
  if (/^第[一二三四五六七八九十\d]+$/.test(token.text)) return false
  if (/^[省市区县镇乡州]$/.test(token.text)) return false
  if (/^v(?!n)/.test(token.tag)) return true
  if (token.text.length > 1 && /^a[dn]?$/.test(token.tag)) return false
  return /^(?:[pcrdyetmqfou]|u\w|zg|k|h|a|ad|vd|i|l)$/.test(token.tag)
}
