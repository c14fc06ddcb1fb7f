/** The entities of all corpora for the panels, each with its pages and counts. */
import type { Corpus, Snapshot } from '../../corpus/snapshot/model.ts'
import type { LinkedEntity as Entity } from '../../entity/model.ts'
import { countByPage } from '../looking/places.ts'
import { pageName } from '../wording/page-name.ts'

export interface EntityEntry {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly count: number
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
  return snapshot.corpora.flatMap((corpus) =>
    corpus.entities.map((entity) => entityEntry(corpus, entity)),
  )
}

export function entityEntry(corpus: Corpus, entity: Entity): EntityEntry {
  const pages = countByPage(corpus, entity).map(({ document, count }) => ({
    uri: document.uri,
    label: pageName(corpus, document),
    count,
  }))
  return {
    id: entity.id,
    type: entity.type,
    name: entity.name,
    aliases: entity.aliases,
    count: pages.reduce((sum, page) => sum + page.count, 0),
    corpus: corpus.root,
    pages,
  }
}
