/** The initiatives of all corpora for their panel: entities with the facts that the text gives. */
import type { Corpus, Snapshot } from '../corpus/model.ts'
import type { InitiativeKind } from '../entity/initiative.ts'
import { initiativeFacts } from '../entity/initiative-facts.ts'
import type { LinkedPage } from '../entity/link.ts'
import { type EntityEntry, entityEntry } from './entities.ts'
import { t } from './messages.ts'
import { findByPath } from './places.ts'

export interface InitiativeEntry extends EntityEntry {
  /** By its head noun: `campaign`, `competition`, … */
  readonly kind: InitiativeKind
  readonly kindLabel: string
  readonly owner?: string
  readonly place?: string
}

export function initiatives(snapshot: Snapshot): readonly InitiativeEntry[] {
  return snapshot.corpora.flatMap(initiativesOf)
}

function initiativesOf(corpus: Corpus): readonly InitiativeEntry[] {
  const labels = kindLabels()
  const linkedPage = (path: string): LinkedPage | undefined => {
    const document = findByPath(corpus, path)
    if (document === undefined) return undefined
    const { text, page, mentions } = document
    return { path, text, page, mentions, newspaper: corpus.pageData(document).newspaper }
  }
  return corpus.entities
    .filter(({ type }) => type === 'Initiative')
    .map((entity) => {
      const { kind, owner, place } = initiativeFacts(entity, linkedPage)
      // The full name: `诸暨市总工会` where the sentence has `市总工会`.
      const ownerName = owner && (corpus.entityOf(owner.page, owner.mention)?.name ?? owner.text)
      return {
        ...entityEntry(corpus, entity),
        kind,
        kindLabel: labels[kind],
        ...(ownerName === undefined ? {} : { owner: ownerName }),
        ...(place === undefined ? {} : { place: place.text }),
      }
    })
}

/** Each is written out, so that a test finds every text that needs a translation. */
function kindLabels(): Readonly<Record<InitiativeKind, string>> {
  return {
    competition: t('Competition'),
    training: t('Training'),
    station: t('Station'),
    platform: t('Platform'),
    meeting: t('Meeting'),
    scheme: t('Scheme'),
    mechanism: t('Mechanism'),
    programme: t('Programme'),
    campaign: t('Campaign'),
    activity: t('Activity'),
  }
}
