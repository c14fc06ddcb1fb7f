/** The entities of all corpora for the panels, each with its pages and counts. */
import type { Corpus, Document, Snapshot } from '../../corpus/snapshot/model.ts'
import { typesInOrder } from '../../entity/link.ts'
import type { Entity } from '../../entity/model.ts'
import { oncePer } from '../../values/once-per.ts'
import { countByPage } from '../looking/places.ts'
import { pageName } from '../wording/page-name.ts'

export interface EntityEntry {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly count: number
  /** In a knowledge base outside. */
  readonly address?: string
  /** Uri of the corpus root. */
  readonly corpus: string
  readonly pages: readonly {
    readonly uri: string
    readonly label: string
    readonly count: number
  }[]
}

/** Corpus by corpus, in the order of the schema, then by name. */
export function entities(snapshot: Snapshot): readonly EntityEntry[] {
  return snapshot.corpora.flatMap((corpus) => {
    const entry = entryMaker(corpus)
    return corpus.index.entities({ types: entityTypes(corpus) }).map(entry)
  })
}

/** The types of which there are entities, in the order in which they are listed. */
export function entityTypes({ index, schema }: Corpus): readonly string[] {
  return typesInOrder(index.entityCounts().keys(), schema)
}

/** Makes entries of entities of a corpus; each page has its name looked up once. */
export function entryMaker(corpus: Corpus): (entity: Entity) => EntityEntry {
  const nameOf = oncePer((document: Document) => pageName(corpus, document))
  return (entity) => ({
    id: entity.id,
    type: entity.type,
    name: entity.name,
    aliases: entity.aliases,
    count: entity.count,
    ...(entity.uri === undefined ? {} : { address: entity.uri }),
    corpus: corpus.root,
    pages: countByPage(corpus, entity).map(({ document, count }) => ({
      uri: document.uri,
      label: nameOf(document),
      count,
    })),
  })
}
