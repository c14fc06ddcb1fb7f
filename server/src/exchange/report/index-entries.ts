/** The index of a report: who and what is named, and on which pages. Grows with the names, not with the text. */
import { isKindOf, type Schema } from '../../annotation/schema/schema.ts'
import type { WriteContext } from '../format/format.ts'
import type { ExchangePage } from '../format/model.ts'
import { wordsOf } from './labels.ts'

export interface IndexEntry {
  /** The longest of its names. */
  readonly name: string
  readonly count: number
  /** Numbers of pages in order, the first page is 1. */
  readonly pages: readonly number[]
}

/** What nobody looks up: there would be more of it than of names. */
const notIndexed = ['Date', 'Figure', 'Contact']

export class EntityIndex {
  readonly #schema: Schema
  /** Ids of entities that stand elsewhere. */
  readonly #known: ReadonlySet<string>
  readonly #types = new Map<string, Map<string, { name: string; count: number; pages: number[] }>>()

  constructor({ schema, initiatives }: Pick<WriteContext, 'schema' | 'initiatives'>) {
    this.#schema = schema
    this.#known = new Set(initiatives.map(({ id }) => id))
  }

  /** Rejected mentions name nothing. */
  add({ text, mentions }: ExchangePage, page: number): void {
    for (const mention of mentions) {
      if (mention.status === 'rejected' || !this.#isIndexed(mention.type)) continue
      const name = wordsOf(text, mention)
      const id = mention.entity ?? mention.linked ?? name
      if (this.#known.has(id)) continue
      const entries = this.#types.get(mention.type) ?? new Map()
      this.#types.set(mention.type, entries)
      const entry = entries.get(id) ?? { name, count: 0, pages: [] }
      entries.set(id, entry)
      entry.count++
      if (name.length > entry.name.length) entry.name = name
      if (entry.pages.at(-1) !== page) entry.pages.push(page)
    }
  }

  /** By type in the order of the schema, others behind; names by how often they occur, then by code point. */
  entries(): readonly (readonly [type: string, readonly IndexEntry[]])[] {
    const order = this.#schema.types.map(({ name }) => name)
    const types = [...new Set([...order, ...this.#types.keys()])]
    return types.flatMap((type) => {
      const entries = [...(this.#types.get(type)?.values() ?? [])]
      const sorted = entries.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
      return sorted.length === 0 ? [] : [[type, sorted] as const]
    })
  }

  #isIndexed(type: string): boolean {
    return !notIndexed.some((each) => isKindOf(this.#schema, type, each))
  }
}
