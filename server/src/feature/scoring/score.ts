/** How well the mentions of a page agree with those that people marked: precision, recall, F1. */

import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { MarkedSpan } from '../../text/marked.ts'
import type { Span } from '../../text/span.ts'
import { groupBy } from '../../values/group-by.ts'

/** Counts of one type, or of several pages or types together. */
export interface Score {
  /** Mentions that people marked. */
  readonly gold: number
  /** Mentions that the recogniser found. */
  readonly found: number
  /** Found mentions with the span and type of a marked one. */
  readonly exact: number
  /** Marked mentions that share a character with a found one of their type. */
  readonly goldTouched: number
  /** Found mentions that share a character with a marked one of their type. */
  readonly foundTouched: number
}

/** Something that people marked and the recogniser did not find so, or the reverse. */
export interface Difference extends MarkedSpan {
  readonly kind: 'missed' | 'wrong'
  /** Why it was found, as its recogniser says; only of a wrong one. */
  readonly reason: string | undefined
}

/** A mention of either side. */
export interface ScoredSpan extends MarkedSpan {
  /** Its pieces where it has several: then they have to be the same, and touch. */
  readonly parts?: readonly Span[]
  /** Why it was found. */
  readonly reason?: string
}

export interface Comparison {
  /** By type. */
  readonly scores: ReadonlyMap<string, Score>
  /** In order. */
  readonly differences: readonly Difference[]
}

/** `gold` and `mentions` of one text. Rejected mentions are none. */
export function compareMentions(
  text: string,
  gold: readonly MarkedSpan[],
  mentions: readonly Mention[],
): Comparison {
  const found = mentions
    .filter(({ status }) => status !== 'rejected')
    .map((mention) => ({ ...mentionSpan(mention), type: mention.type, reason: mention.source }))
  return compareSpans(text, gold, found)
}

/** The same of any two sides. */
export function compareSpans(
  text: string,
  gold: readonly ScoredSpan[],
  found: readonly ScoredSpan[],
): Comparison {
  const scores = new Map<string, Score>()
  for (const type of new Set([...gold, ...found].map((span) => span.type))) {
    const ofType = (span: MarkedSpan): boolean => span.type === type
    scores.set(type, scoreOf(text.length, gold.filter(ofType), found.filter(ofType)))
  }
  const goldKeys = new Set(gold.map(key))
  const foundKeys = new Set(found.map(key))
  const differences = [
    ...gold
      .filter((span) => !foundKeys.has(key(span)))
      .map(({ start, end, type }): Difference => {
        return { start, end, type, kind: 'missed', reason: undefined }
      }),
    ...found
      .filter((span) => !goldKeys.has(key(span)))
      .map(({ start, end, type, reason }): Difference => {
        return { start, end, type, kind: 'wrong', reason }
      }),
  ]
  return { scores, differences: differences.sort((a, b) => a.start - b.start) }
}

/** The sums by type over `all`, the most frequent type first. */
export function sumByType(
  all: readonly ReadonlyMap<string, Score>[],
): readonly (readonly [string, Score])[] {
  const byType = groupBy(
    all.flatMap((scores) => [...scores]),
    ([type]) => type,
  )
  return [...byType]
    .map(([type, scores]) => [type, sumScores(scores.map(([, score]) => score))] as const)
    .sort(([a, one], [b, other]) => other.gold - one.gold || (a < b ? -1 : 1))
}

/** Added up over types this is the micro average. */
export function sumScores(scores: Iterable<Score>): Score {
  const sum = { gold: 0, found: 0, exact: 0, goldTouched: 0, foundTouched: 0 }
  for (const score of scores) {
    sum.gold += score.gold
    sum.found += score.found
    sum.exact += score.exact
    sum.goldTouched += score.goldTouched
    sum.foundTouched += score.foundTouched
  }
  return sum
}

/** Shares from 0 to 1. */
export interface Rates {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** 0 where there is nothing to share. */
export function exactRates({ gold, found, exact }: Score): Rates {
  return rates(share(exact, found), share(exact, gold))
}

export function overlapRates({ gold, found, goldTouched, foundTouched }: Score): Rates {
  return rates(share(foundTouched, found), share(goldTouched, gold))
}

function rates(precision: number, recall: number): Rates {
  const sum = precision + recall
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum }
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : part / all
}

function scoreOf(length: number, gold: readonly ScoredSpan[], found: readonly ScoredSpan[]): Score {
  const goldKeys = new Set(gold.map(key))
  return {
    gold: gold.length,
    found: found.length,
    exact: found.filter((span) => goldKeys.has(key(span))).length,
    goldTouched: touching(length, gold, found),
    foundTouched: touching(length, found, gold),
  }
}

/** How many of `spans` share a character of the text with one of `others`. */
function touching(
  length: number,
  spans: readonly ScoredSpan[],
  others: readonly ScoredSpan[],
): number {
  const covered = new Uint8Array(length)
  for (const { start, end } of others.flatMap(partsOf)) covered.fill(1, start, end)
  return spans.filter((span) =>
    partsOf(span).some(({ start, end }) => covered.subarray(start, end).includes(1)),
  ).length
}

function key(span: ScoredSpan): string {
  const places = partsOf(span).map(({ start, end }) => `${start} ${end}`)
  return `${places.join(' ')} ${span.type}`
}

function partsOf(span: ScoredSpan): readonly Span[] {
  return span.parts ?? [span]
}
