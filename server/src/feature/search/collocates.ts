/** What stands beside what was found more often than by chance: counts, PMI and log-likelihood. */
import type { PageContent, Unit } from '../../index/database/page-rows.ts'
import { fold } from '../../text/fold.ts'
import { overlaps, type Span } from '../../text/span.ts'
import type { TextHit } from './page-hits.ts'
import type { SearchQuery } from './query.ts'
import { Finder } from './search.ts'
import type { SearchSource } from './source.ts'

export interface Collocate {
  /** A character or a word, folded. */
  readonly text: string
  /** How often within the window, before and behind. */
  readonly count: number
  readonly left: number
  readonly right: number
  /** How often on all pages that were searched. */
  readonly total: number
  /** Pointwise mutual information, in bits: log2 of how often it stands there over how often by chance. */
  readonly pmi: number
  /** Dunning's log-likelihood ratio G²: 10.83 and more is chance once in a thousand times. */
  readonly likelihood: number
}

/** Tokens of a text, in order; all of it where one is wanted as it stands. */
export type Tokens = (text: string) => readonly Span[]

/** Counted page by page: those without hits too, as they say how often a token stands anywhere. */
export class Collocates {
  readonly #tokens: Tokens
  readonly #window: number
  readonly #total = new Map<string, number>()
  readonly #beside = new Map<string, { left: number; right: number }>()
  #all = 0
  #inWindows = 0

  /** `window`: tokens on each side. */
  constructor(tokens: Tokens, window: number) {
    this.#tokens = tokens
    this.#window = window
  }

  add({ units }: PageContent, hits: readonly TextHit[]): void {
    for (const unit of units) {
      const here = hits.filter(
        ({ text, article }) => article === unit.article && text === unit.text,
      )
      this.#addUnit(unit, here)
    }
  }

  /** Those that stand there at least `least` times and more often than by chance, the surest first. */
  found(least: number): readonly Collocate[] {
    return [...this.#beside]
      .map(([text, { left, right }]) => {
        const count = left + right
        const total = this.#total.get(text) ?? count
        return { text, count, left, right, total, ...this.#measures(count, total) }
      })
      .filter(({ count, pmi }) => count >= least && pmi > 0)
      .sort(
        (a, b) => b.likelihood - a.likelihood || b.count - a.count || (a.text < b.text ? -1 : 1),
      )
  }

  #addUnit({ text }: Unit, hits: readonly TextHit[]): void {
    const tokens = this.#tokens(text).filter(({ start, end }) => isWord(text.slice(start, end)))
    const names = tokens.map(({ start, end }) => fold(text.slice(start, end)).text)
    this.#all += tokens.length
    for (const name of names) this.#total.set(name, (this.#total.get(name) ?? 0) + 1)
    // One that stands beside two places is one.
    const sides = new Map<number, 'left' | 'right'>()
    const found = new Set<number>()
    for (const { logical } of hits) {
      const before = tokens.findLastIndex(({ end }) => end <= logical.start)
      const behind = tokens.findIndex(({ start }) => start >= logical.end)
      for (const [i, token] of tokens.entries()) if (overlaps(token, logical)) found.add(i)
      for (let i = before; i >= 0 && i > before - this.#window; i--) sides.set(i, 'left')
      if (behind < 0) continue
      const end = Math.min(tokens.length, behind + this.#window)
      for (let i = behind; i < end; i++) if (!sides.has(i)) sides.set(i, 'right')
    }
    for (const [i, side] of sides) {
      const name = names[i]
      if (name === undefined || found.has(i)) continue
      const row = this.#beside.get(name) ?? { left: 0, right: 0 }
      this.#beside.set(name, row)
      row[side]++
      this.#inWindows++
    }
  }

  #measures(count: number, total: number): Pick<Collocate, 'pmi' | 'likelihood'> {
    const elsewhere = this.#all - this.#inWindows
    const observed = [
      count,
      this.#inWindows - count,
      total - count,
      elsewhere - (total - count),
    ] as const
    const rows = [total, this.#all - total] as const
    const columns = [this.#inWindows, elsewhere] as const
    const expected = [
      (rows[0] * columns[0]) / this.#all,
      (rows[1] * columns[0]) / this.#all,
      (rows[0] * columns[1]) / this.#all,
      (rows[1] * columns[1]) / this.#all,
    ] as const
    const likelihood =
      2 *
      observed.reduce((sum, o, i) => sum + (o > 0 ? o * Math.log(o / (expected[i] ?? o)) : 0), 0)
    return { pmi: Math.log2(count / expected[0]), likelihood }
  }
}

/** In the pages of an index that `includes` lets in. Throws `TooSlow`. */
export function collocatesIn(
  source: SearchSource,
  query: SearchQuery,
  { tokens, window, includes }: CollocateScope,
): Collocates {
  const finder = new Finder(source, query)
  const candidates = new Set([...finder.pages()].map(({ id }) => id))
  const collocates = new Collocates(tokens, window)
  for (const page of finder.allPages()) {
    if (!includes(page.uri)) continue
    const content = source.content(page.id)
    collocates.add(content, candidates.has(page.id) ? finder.hitsOn(page, content) : [])
  }
  return collocates
}

export interface CollocateScope {
  readonly tokens: Tokens
  /** Tokens on each side. */
  readonly window: number
  /** Which pages may be looked at, by uri. */
  includes(uri: string): boolean
}

/** Each character by itself. */
export function characters(text: string): readonly Span[] {
  return [...text.matchAll(/./gsu)].map(({ 0: sign, index }) => {
    return { start: index, end: index + sign.length }
  })
}

/** Signs and blanks stand beside everything. */
function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
