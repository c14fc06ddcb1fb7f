/** Workspace symbols: entities of all corpora by name or alias, each at its fullest mention. */

import type { Schema } from '../../annotation/schema/schema.ts'
import type { Corpus, Snapshot } from '../../corpus/snapshot/model.ts'
import type { Entity } from '../../entity/model.ts'
import { hasLetters, lettersOf } from '../../index/letters.ts'
import { append } from '../../values/append.ts'
import { entityTypes } from '../lists/entities.ts'
import { fullestPlace, type PlacedSpan, placedSpan } from '../looking/places.ts'
import { oneLine } from '../wording/markdown.ts'
import { pageName } from '../wording/page-name.ts'

export interface EntitySymbol {
  readonly name: string
  readonly type: string
  /** Of the corpus that the entity is in. */
  readonly schema: Schema
  /** How people name the page. */
  readonly page: string
  readonly place: PlacedSpan
}

/** What a person can look through; editors ask again with every letter. */
const most = 500

/** Letters of `query` stand in the name in this order, as editors match; initiatives come first. */
export function workspaceSymbols(snapshot: Snapshot, query: string): readonly EntitySymbol[] {
  const letters = lettersOf(query)
  const symbols: EntitySymbol[] = []
  for (const corpus of snapshot.corpora) {
    const types = entityTypes(corpus)
    for (const entity of corpus.index.entities({ types, letters, most: most - symbols.length })) {
      const name = [entity.name, ...entity.aliases].find((form) => hasLetters(form, letters))
      if (name !== undefined) append(symbols, symbol(corpus, entity, name))
    }
  }
  return symbols
}

function symbol(corpus: Corpus, entity: Entity, name: string): readonly EntitySymbol[] {
  const fullest = fullestPlace(corpus, entity)
  if (fullest === undefined) return []
  const page = pageName(corpus, fullest.document)
  const { schema } = corpus
  const { type } = entity
  return [{ name: oneLine(name), type, schema, page, place: placedSpan(fullest) }]
}
