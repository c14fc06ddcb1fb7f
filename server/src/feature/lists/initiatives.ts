/** The initiatives of all corpora for their panel: entities with the facts that the text gives. */
import { isKindOf } from '../../annotation/schema/schema.ts'
import type { Corpus, Snapshot } from '../../corpus/snapshot/model.ts'
import type { InitiativeKind } from '../../entity/initiative.ts'
import { type InitiativeFacts, initiativeFacts } from '../../entity/initiative-facts.ts'
import type { LinkedPage } from '../../entity/link.ts'
import type { LinkedEntity as Entity, Fact } from '../../entity/model.ts'
import { findByPath } from '../looking/places.ts'
import { t } from '../wording/messages.ts'
import { type EntityEntry, entityEntry } from './entities.ts'

export interface InitiativeEntry extends EntityEntry, FactNames {
  /** By its head noun: `campaign`, `competition`, … */
  readonly kind: InitiativeKind
  readonly kindLabel: string
}

/** Facts as people name them; those that people said win over those that the text gives. */
export interface FactNames {
  readonly owner?: string
  readonly place?: string
  readonly since?: string
  /** Absent for none, as `figures` are. */
  readonly targets?: readonly string[]
  readonly figures?: readonly string[]
}

export function initiatives(snapshot: Snapshot): readonly InitiativeEntry[] {
  return snapshot.corpora.flatMap(initiativesOf)
}

export function isInitiative({ schema }: Corpus, { type }: Entity): boolean {
  return isKindOf(schema, type, 'Initiative')
}

export function factNames(corpus: Corpus, entity: Entity): FactNames {
  return namesOf(corpus, initiativeFacts(entity, linkedPages(corpus)))
}

function initiativesOf(corpus: Corpus): readonly InitiativeEntry[] {
  const labels = kindLabels()
  const pages = linkedPages(corpus)
  return corpus.entities
    .filter((entity) => isInitiative(corpus, entity))
    .map((entity) => {
      const facts = initiativeFacts(entity, pages)
      const { kind } = facts
      const entry = entityEntry(corpus, entity)
      return { ...entry, kind, kindLabel: labels[kind], ...namesOf(corpus, facts) }
    })
}

function namesOf(
  corpus: Corpus,
  { owner, place, since, targets, figures }: InitiativeFacts,
): FactNames {
  // The full name: `诸暨市总工会` where the sentence has `市总工会`.
  const fullName = ({ page, mention, text }: Fact): string =>
    corpus.entityOf(page, mention)?.name ?? text
  const texts = (facts: readonly Fact[]): readonly string[] => [
    ...new Set(facts.map(({ text }) => text)),
  ]
  return {
    ...(owner === undefined ? {} : { owner: fullName(owner) }),
    ...(place === undefined ? {} : { place: place.text }),
    ...(since === undefined ? {} : { since: since.text }),
    ...(targets.length === 0 ? {} : { targets: texts(targets) }),
    ...(figures.length === 0 ? {} : { figures: texts(figures) }),
  }
}

/** Each page once. */
function linkedPages(corpus: Corpus): (path: string) => LinkedPage | undefined {
  const known = new Map<string, LinkedPage>()
  return (path) => {
    const before = known.get(path)
    const document = before === undefined ? findByPath(corpus, path) : undefined
    if (document === undefined) return before
    const { text, page, mentions, annotations } = document
    const relations = annotations.records.flatMap(({ record }) =>
      record.kind === 'relation' ? [record] : [],
    )
    const { newspaper } = corpus.pageData(document)
    const linked = { path, text, page, mentions, newspaper, relations }
    known.set(path, linked)
    return linked
  }
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
