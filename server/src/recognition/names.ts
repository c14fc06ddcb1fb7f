/** How far a name reaches to the left of its head noun: the search that organisations, places and initiatives share. */
import type { Span } from '../text/span.ts'
import type { Chain, Divisions } from './divisions.ts'
import { oncePerLexicon, wordList } from './lexicon.ts'
import type { Words } from './words.ts'

export interface NameStart {
  readonly start: number
  /** The chain of divisions that the name begins with or holds. */
  readonly division: Chain | undefined
  /** Whether a word that no dictionary explains stands in it: a brand, a coined place. */
  readonly coined: boolean
}

/** Longest name looked for to the left of a head, in UTF-16 units. */
const longest = 30

export interface StopWords {
  /** Verbs that names hold: 服务, 管理, 发展. */
  readonly inNames: ReadonlySet<string>
  /** Words that stand before names and are never part of one: 联合, 记者, 下辖. */
  readonly beforeNames: ReadonlySet<string>
}

export const stopWords = oncePerLexicon(
  (lexicon): StopWords => ({
    inNames: wordList(lexicon, 'verbs-in-names'),
    beforeNames: wordList(lexicon, 'words-before-names'),
  }),
)

/**
 * Where the name with the head noun `head` begins. Words are taken to the left until one that no name
 * holds (的, 在, 举行, punctuation). The nearest chain of divisions is the beginning, unless a name
 * with a head of its own stands right before it (北大荒农垦集团哈尔滨有限公司).
 */
export function nameStart(
  text: string,
  {
    head,
    words,
    divisions,
    stops,
  }: { head: Span; words: Words; divisions: Divisions; stops: StopWords },
): NameStart {
  let start = head.start
  let coined = false
  while (start > 0 && head.end - start < longest) {
    const chain = divisions.endingAt(start)
    if (chain !== undefined && chain.confidence >= 0.5) {
      const before = words.tokens[words.indexAt(chain.start - 1)]
      if (before !== undefined && /(?:集团|公司|银行|工会)$/.test(text.slice(0, chain.start))) {
        const outer = nameStart(text, {
          head: { start: chain.start, end: chain.start },
          words,
          divisions,
          stops,
        })
        if (outer.start < chain.start) return { ...outer, coined: true }
      }
      // 星巴克西安手语店: a brand right before its place
      if (
        before !== undefined &&
        /^(?:x|n[rzt])$/.test(before.tag) &&
        /^[\p{Script=Han}A-Za-z]{2,}$/u.test(before.text) &&
        /[店行]$/.test(text.slice(0, head.end))
      ) {
        return { start: before.start, division: chain, coined: true }
      }
      return { start: chain.start, division: chain, coined }
    }
    const token = words.tokens[words.indexAt(start - 1)]
    if (token === undefined || isStop(token, stops)) break
    const from = firstChainInside(divisions, token.start, start)
    if (token.tag === 'x' || /^n[rzt]/.test(token.tag)) coined = true
    start = from ?? token.start
  }
  if (start < head.start) return beyondStop(text, start, { head, words, divisions, coined })
  return { start, division: undefined, coined }
}

/** A chain of divisions that ends inside the token: 启东市|总 cut as 启东|市总. */
function firstChainInside(divisions: Divisions, from: number, to: number): number | undefined {
  for (let end = to - 1; end > from; end--) {
    if (divisions.endingAt(end) !== undefined) return end
  }
  return undefined
}

/**
 * Names may hold a word that otherwise ends them, right behind their division: 浙江亿力清洁有限公司,
 * 湖南承接产业转移示范区.
 */
function beyondStop(
  text: string,
  start: number,
  { words, divisions, coined }: { head: Span; words: Words; divisions: Divisions; coined: boolean },
): NameStart {
  for (let at = start - 1; at >= Math.max(0, start - 3); at--) {
    if (hardStop.test(text.charAt(at))) break
    const chain = divisions.endingAt(at)
    if (chain !== undefined && words.isBoundary(at)) {
      return { start: chain.start, division: chain, coined: true }
    }
  }
  return { start, division: undefined, coined }
}

const hardStop = /[^\p{Script=Han}A-Za-z\d]|[的在和与及或是为将把被由从对向于了等各该首全成]/u

function isStop(
  token: { text: string; tag: string },
  { inNames, beforeNames }: StopWords,
): boolean {
  if (!/^[\p{Script=Han}A-Za-z\d·]+$/u.test(token.text)) return true
  if (beforeNames.has(token.text)) return true
  if (inNames.has(token.text)) return false
  if (/^第[一二三四五六七八九十\d]/.test(token.text)) return false
  if (/^v(?!n)/.test(token.tag)) return true
  if (token.text.length > 1 && /^a[dn]?$/.test(token.tag)) return false
  return /^(?:[pcrdyetmqfou]|u\w|zg|k|h|a|ad|vd|i|l)$/.test(token.tag)
}
