/** Pages as two annotators see them: which page of one is which of the other. */

import type { Span } from '../../text/span.ts'
import { groupBy } from '../../values/group-by.ts'

export interface JudgedMention {
  readonly type: string
  /** UTF-16 offsets in the LF text, in reading order, at least one. */
  readonly spans: readonly Span[]
  /** Why a recogniser found it. */
  readonly reason?: string
}

/** A page as one annotator sees it. */
export interface JudgedPage {
  readonly name: string
  /** With LF newlines, without marks. */
  readonly text: string
  readonly mentions: readonly JudgedMention[]
}

/** A page as both see it. */
export interface JudgedPair {
  readonly name: string
  readonly text: string
  readonly gold: readonly JudgedMention[]
  readonly found: readonly JudgedMention[]
}

export interface Pairing {
  /** In the order of the gold pages. */
  readonly pairs: readonly JudgedPair[]
  /** What has no partner, English, one line each. */
  readonly notes: readonly string[]
}

/**
 * Pages with equal texts are one, whatever their files are called; of several such, those that are called
 * the same. A name with different texts is no pair: places would mean nothing.
 */
export function pairPages(gold: readonly JudgedPage[], against: readonly JudgedPage[]): Pairing {
  const byText = groupBy(against, ({ text }) => text)
  const named = new Set(against.map(({ name }) => stemOf(name)))
  const pairs: JudgedPair[] = []
  const notes: string[] = []
  for (const { name, text, mentions } of gold) {
    const same = byText.get(text) ?? []
    const index = same.findIndex((page) => stemOf(page.name) === stemOf(name))
    const [found] = same.splice(Math.max(index, 0), 1)
    if (found !== undefined) pairs.push({ name, text, gold: mentions, found: found.mentions })
    else if (named.has(stemOf(name))) notes.push(`the texts differ, not scored: ${name}`)
    else notes.push(`nothing to compare with, not scored: ${name}`)
  }
  return { pairs, notes }
}

/** `p1` of `a/p1.txt` and `b/p1.gold.txt`. */
function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/s, '')
}
