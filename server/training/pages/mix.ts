/** What a part of the written corpus is made of, against what it should be made of. */
import { plain } from './check.ts'
import type { CorpusPage } from './read.ts'

export interface Mix {
  readonly pages: number
  readonly characters: number
  readonly mentions: number
  /** By type. */
  readonly types: ReadonlyMap<string, number>
  /** By type: distinct written forms for each hundred mentions. */
  readonly variety: ReadonlyMap<string, number>
  /** Shares of initiative mentions, 0 to 1. */
  readonly unquoted: number
  readonly shortForms: number
  readonly kinds: ReadonlyMap<string, number>
}

export function mixOf(pages: readonly CorpusPage[]): Mix {
  const types = new Map<string, number>()
  const forms = new Map<string, Set<string>>()
  const kinds = new Map<string, number>()
  let [initiatives, unquoted, short] = [0, 0, 0]
  for (const { text, spans, facts } of pages) {
    const full = new Set(facts.initiatives.map(({ name }) => plain(name)))
    for (const { start, end, type } of spans) {
      const words = plain(text.slice(start, end))
      types.set(type, (types.get(type) ?? 0) + 1)
      forms.set(type, (forms.get(type) ?? new Set()).add(words))
      if (type !== 'Initiative') continue
      initiatives++
      if (!/["“”「『]/u.test(words) && !/["“「『]/u.test(text[start - 1] ?? '')) unquoted++
      if (!full.has(words)) short++
    }
    for (const kind of facts.page.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  return {
    pages: pages.length,
    characters: pages.reduce((sum, { text }) => sum + plain(text).length, 0),
    mentions: [...types.values()].reduce((a, b) => a + b, 0),
    types,
    variety: new Map(
      [...forms].map(([type, set]) => [type, (100 * set.size) / (types.get(type) ?? 1)]),
    ),
    unquoted: unquoted / Math.max(1, initiatives),
    shortForms: short / Math.max(1, initiatives),
    kinds,
  }
}
