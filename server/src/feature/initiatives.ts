/** The initiatives of all corpora for their panel: entities with the facts that the text gives. */
import type { Snapshot } from '../corpus/model.ts'
import { type EntityEntry, entityEntry } from './entities.ts'

export interface InitiativeEntry extends EntityEntry {
  /** By its head noun: `campaign`, `competition`, … */
  readonly kind: string
  readonly kindLabel: string
  readonly owner?: string
  readonly place?: string
}

export function initiatives(snapshot: Snapshot): readonly InitiativeEntry[] {
  return snapshot.corpora.flatMap((corpus) =>
    corpus.entities
      .filter(({ type }) => type === 'Initiative')
      .map((entity) => ({ ...entityEntry(corpus, entity), kind: '', kindLabel: '' })),
  )
}
