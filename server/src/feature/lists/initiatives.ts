/** The initiatives of all corpora for their panel: entities with the facts that the text gives. */
import { isKindOf } from '../../annotation/schema/schema.ts'
import type { Corpus, PageOfCorpus, Snapshot } from '../../corpus/snapshot/model.ts'
import type { InitiativeKind } from '../../entity/initiative.ts'
import type { InitiativeFacts } from '../../entity/initiative-facts.ts'
import type { Entity, Fact } from '../../entity/model.ts'
import { defined } from '../../values/defined.ts'
import { dateMeaning } from '../looking/date-meaning.ts'
import { t } from '../wording/messages.ts'
import { type EntityEntry, entitiesOf, entityTypes, entryMaker } from './entities.ts'

export interface InitiativeEntry extends EntityEntry, FactNames {
  /** By its head noun: `campaign`, `competition`, … */
  readonly kind: InitiativeKind
  readonly kindLabel: string
  /** What `since` means, in EDTF. */
  readonly began?: string
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
  return snapshot.corpora.flatMap((corpus) => {
    const types = entityTypes(corpus).filter((type) => isInitiative(corpus, { type }))
    return withFacts(corpus, corpus.index.entities({ types }), entryMaker(corpus))
  })
}

/** Those with a mention on one page, in the order in which they stand there; `count` and `open` are of that page. */
export function initiativesOnPage(place: PageOfCorpus): readonly InitiativeEntry[] {
  const { corpus, document } = place
  const found = entitiesOf(place).filter((entity) => isInitiative(corpus, entity))
  return withFacts(corpus, found, entryMaker(corpus, document))
}

/** The number of initiatives of which nobody has confirmed a mention. No facts are looked for. */
export function unconfirmed({ corpora }: Snapshot): number {
  const counts = corpora.map((corpus) => {
    const types = entityTypes(corpus).filter((type) => isInitiative(corpus, { type }))
    const all = corpus.index.entities({ types })
    return all.filter(({ id }) =>
      corpus.index.mentionsOf(id).every(({ mention }) => mention.status !== 'accepted'),
    ).length
  })
  return counts.reduce((sum, count) => sum + count, 0)
}

export function isInitiative({ schema }: Corpus, { type }: Pick<Entity, 'type'>): boolean {
  return isKindOf(schema, type, 'Initiative')
}

export function factNames(corpus: Corpus, { id }: Entity): FactNames {
  const facts = corpus.index.factsOf(id)
  return facts === undefined ? {} : namesOf(corpus, facts)
}

function withFacts(
  corpus: Corpus,
  entities: readonly Entity[],
  entryOf: (entity: Entity) => EntityEntry,
): readonly InitiativeEntry[] {
  const labels = kindLabels()
  return entities.flatMap((entity) => {
    const facts = corpus.index.factsOf(entity.id)
    if (facts === undefined) return []
    const { kind } = facts
    const began = beginning(corpus, facts)
    const names = namesOf(corpus, facts)
    return [{ ...entryOf(entity), kind, kindLabel: labels[kind], ...names, ...defined({ began }) }]
  })
}

function beginning(corpus: Corpus, { since }: InitiativeFacts): string | undefined {
  const document = since === undefined ? undefined : corpus.byPath(since.page)
  if (since === undefined || document === undefined) return undefined
  return dateMeaning(corpus, document, since.mention)
}

function namesOf(
  corpus: Corpus,
  { owner, place, since, targets, figures }: InitiativeFacts,
): FactNames {
  // The full name: `诸暨市总工会` where the sentence has `市总工会`.
  const fullName = ({ page, mention, text }: Fact): string =>
    corpus.index.entityOf(page, mention)?.name ?? text
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

export function kindLabel(kind: InitiativeKind): string {
  return kindLabels()[kind]
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
