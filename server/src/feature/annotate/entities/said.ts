/** What actions on entities have in common: the entity that is meant, and the records that say something of it. */
import {
  type EntitiesRecord,
  type EntityRecord,
  type NameRecord,
  recordKey,
} from '../../../annotation/entities/entity-record.ts'
import type { Corpus, Snapshot } from '../../../corpus/snapshot/model.ts'
import { normalUri } from '../../../disk/uri.ts'
import type { Entity } from '../../../entity/model.ts'
import type { EntityPreview, OfEntity } from '../../../protocol.ts'
import { type MentionPlace, placesOf } from '../../looking/places.ts'
import { t } from '../../wording/messages.ts'
import type { ActionContext, Answered, Edits } from '../action.ts'
import { flag, optional, text } from '../parameters.ts'
import { type Refused, refused } from '../refused.ts'
import { previewOf } from '../same-name.ts'

export interface EntityTarget {
  readonly corpus: Corpus
  readonly entity: Entity
}

/** An entity, in the commands that take one. */
export const ofEntity = {
  corpus: text('Uri of the corpus root.'),
  entity: text('Id of the entity.'),
}

export const preview = optional(
  flag('Optional; `true`: nothing is changed, `items` lists the mentions that it is about.'),
)

/** What `previewed` and `said` answer, for docs/commands.md. */
export const entityAnswer =
  '`{ "name", "mentions", "pages" }` with `preview`: what it would be about; else `{ "id": … }` of the entity.'

export function entityTarget(
  snapshot: Snapshot,
  { corpus: root, entity: id }: OfEntity,
): EntityTarget | undefined {
  const corpus = snapshot.corpora.find((each) => each.root === normalUri(root))
  const entity = corpus?.index.entity(corpus.index.rootOf(id) ?? id)
  return corpus === undefined || entity === undefined ? undefined : { corpus, entity }
}

export function noEntity(): Refused {
  return refused(t('There is no such entity any more.'))
}

/** The mentions of an entity, or those of them that are meant. */
export function previewed(
  { corpus, entity }: EntityTarget,
  places: readonly MentionPlace[] = placesOf(corpus, entity),
): Answered<EntityPreview> {
  return {
    kind: 'answer',
    answer: {
      name: entity.name,
      mentions: places.length,
      pages: new Set(places.map(({ document }) => document)).size,
    },
    items: previewOf(places.map((place) => ({ ...place, corpus }))),
  }
}

/** One step that says something of entities. */
export function said(
  label: string,
  { corpus, entity }: EntityTarget,
  put: readonly EntitiesRecord[],
  { drop = [], id = entity.id }: { readonly drop?: readonly string[]; readonly id?: string } = {},
): Edits<{ readonly id: string }> {
  return {
    kind: 'edits',
    label,
    edits: [],
    entities: [{ root: corpus.root, put, drop }],
    answer: { id },
  }
}

/** A name is one of an entity from now on. */
export function linkOf(
  { corpus, entity: { type } }: EntityTarget,
  id: string,
  entity: string,
  { who, when }: ActionContext,
): NameRecord {
  const known: NameRecord = corpus.entities.decisions.links.get(id) ?? {
    ...{ kind: 'name', id, type, entity },
  }
  const { conflict: _settled, ...before } = known
  return { ...before, entity, who, when }
}

/** What is said of an entity or name, with one thing more or, for `null`, less; as a record to put or a key to drop. */
export function statement(
  { corpus, entity: { type } }: EntityTarget,
  id: string,
  { key, value }: { readonly key: 'name' | 'uri'; readonly value: string | null },
  { who, when }: ActionContext,
): { readonly put: readonly EntityRecord[]; readonly drop: readonly string[] } {
  const known = corpus.entities.decisions.said.get(id)
  if (known === undefined && value === null) return { put: [], drop: [] }
  const old: EntityRecord = known ?? { kind: 'entity', id, type }
  const { [key]: _value, conflict = {}, ...rest } = old
  const open = Object.entries(conflict).filter(([each]) => each !== key)
  const record: EntityRecord = {
    ...rest,
    ...(value === null ? {} : { [key]: value }),
    ...(open.length === 0 ? {} : { conflict: Object.fromEntries(open) }),
    who,
    when,
  }
  const { name, uri, note } = record
  const isEmpty = name === undefined && uri === undefined && note === undefined
  return isEmpty ? { put: [], drop: [recordKey(record)] } : { put: [record], drop: [] }
}
