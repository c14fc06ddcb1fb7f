/** How far a name reaches to the left of its head noun: the search that organisations, places and initiatives share. */
import type { Span } from '../text/span.ts'
import type { Token } from '../words/token.ts'
import { type Chain, type Divisions, divisionsOf } from './divisions.ts'
import { type Lexicon, wordList } from './lexicon.ts'
import type { Unit } from './recogniser.ts'
import { type Words, wordsOf } from './words.ts'

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
    const token = words.tokens[words.indexAt(start - 1)]
    if (token === undefined || isStop(token, context)) break
    if (token.tag === 'x' || /^n[rzt]/.test(token.tag)) coined = true
    start = firstChainInside(divisions, token.start, start) ?? token.start
  }
  if (start === head.start) return { start, division: undefined, coined }
  return beyondStop(context, start) ?? { start, division: undefined, coined }
}

/** Where the owner begins that stands right before the division: 北大荒农垦集团|哈尔滨, 星巴克|西安. */
function ownerStart(context: NameContext, chain: Chain, head: Span): number {
  const { text, words } = context
  if (/(?:集团|公司|银行|工会)$/.test(text.slice(Math.max(0, chain.start - 2), chain.start))) {
    return nameStart(context, { start: chain.start, end: chain.start }, true).start
  }
  const before = words.tokens[words.indexAt(chain.start - 1)]
  const isBrand =
    before !== undefined &&
    /^(?:x|n[rzt])$/.test(before.tag) &&
    /^[\p{Script=Han}A-Za-z]{2,}$/u.test(before.text) &&
    /[店行]/.test(text.charAt(head.end - 1))
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
function beyondStop({ text, words, divisions }: NameContext, start: number): NameStart | undefined {
  for (let at = start - 1; at >= Math.max(0, start - 3); at--) {
    if (hardStop.test(text.charAt(at))) break
    const chain = divisions.endingAt(at)
    if (chain !== undefined && words.isBoundary(at)) {
      return { start: chain.start, division: chain, coined: true }
    }
  }
  return undefined
}

const hardStop = /[^\p{Script=Han}A-Za-z\d]|[的在和与及或是为将把被由从对向于了等各该首全成第]/u

function isStop(token: Token, { inNames, beforeNames }: NameContext): boolean {
  if (token.text.length > longest) return true
  if (!/^[\p{Script=Han}A-Za-z\d·]+$/u.test(token.text)) return true
  if (beforeNames.has(token.text)) return true
  if (inNames.has(token.text)) return false
  // 第二工人文化宫, but not 第一家
  if (/^第[一二三四五六七八九十\d]+$/.test(token.text)) return false
  if (/^[省市区县镇乡州]$/.test(token.text)) return false
  if (/^v(?!n)/.test(token.tag)) return true
  if (token.text.length > 1 && /^a[dn]?$/.test(token.tag)) return false
  return /^(?:[pcrdyetmqfou]|u\w|zg|k|h|a|ad|vd|i|l)$/.test(token.tag)
}
