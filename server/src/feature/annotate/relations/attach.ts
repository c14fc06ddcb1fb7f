/** Joining two mentions by a relation, and changing or taking away one. */

import type { Attributes, RelationRecord } from '../../../annotation/record/record.ts'
import type { Schema } from '../../../annotation/schema/schema.ts'
import type { AttributeValues, RelationEnd } from '../../../protocol.ts'
import { labelOf, t } from '../../wording/messages.ts'
import type { Action } from '../action.ts'
import { valuesAfter } from '../attributes.ts'
import {
  attributes,
  object,
  ofMention,
  ofRecord,
  optional,
  orNull,
  page,
  text,
} from '../parameters.ts'
import { relationsOf } from '../placing.ts'
import { type Refused, refused, wrong } from '../refused.ts'
import { changed, idAnswer } from '../result.ts'
import { recordsOf } from '../target.ts'
import { definitionOf, endOf, mayStandAt, recordAt } from './ends.ts'

export const attach: Action<'attach'> = {
  description:
    'Joins two mentions of a page by a relation of the schema. Suggestions at its ends are accepted. Where they are joined by this relation already, its attributes and note change.',
  parameters: {
    place: page,
    from: relationEnd(
      'The mention where the relation begins: `{ "id": … }` or `{ "range": …, "type": … }`.',
    ),
    to: relationEnd('The mention where it ends, in the same way.'),
    type: text('Name of the relation.'),
    attributes: optional(attributes('`{ "name": value }`, optional; `null` takes one away.')),
    note: optional(orNull(text('Optional; `null` takes it away.'))),
  },
  answer: '`{ "id": …, "from": …, "to": … }`: ids of the relation and of its ends.',
  run(_, params, context) {
    const { place } = params
    const [from, to] = [endOf(place, params.from), endOf(place, params.to)]
    if (from === undefined || to === undefined) {
      return refused(t('A relation needs a mention at each of its ends.'))
    }
    if (from.mention === to.mention) return refused(t('A relation joins two mentions.'))
    const { schema } = place.corpus
    const definition = definitionOf(schema, params.type)
    if (definition === undefined) return wrong('type')
    for (const [end, { mention }] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (mayStandAt(schema, definition, end, mention.type)) continue
      return refused(t('“{0}” cannot be at this end of “{1}”.', mention.text, labelOf(definition)))
    }
    const ends = [recordAt(from, context), recordAt(to, context)] as const
    const [{ record: begin }, { record: end }] = ends
    const known = relationsOf(place.document, begin.id).find(
      (each) => each.type === definition.name && each.from === begin.id && each.to === end.id,
    )
    const change = relationChange(params, place.corpus.schema, definition.name, known)
    if (change.kind === 'refused') return change
    const { who, when } = context
    const base: RelationRecord = known ?? {
      kind: 'relation',
      id: context.newId(),
      type: definition.name,
      from: begin.id,
      to: end.id,
      status: 'accepted',
    }
    const relation = { ...change.apply(base), status: 'accepted' as const, who, when }
    const put = [...ends.flatMap(({ record, isNew }) => (isNew ? [record] : [])), relation]
    const { uri } = place.document
    const texts = [from.mention.text, to.mention.text]
    return {
      // The cursor stays where it was.
      ...changed(
        t('{0}: “{1}” – “{2}”', labelOf(definition), ...texts),
        { edit: { uri, put, drop: [] } },
        [],
      ),
      answer: { id: relation.id, from: begin.id, to: end.id },
    }
  },
}

export const setRelationAttributes: Action<'setRelationAttributes'> = {
  description: 'Sets attributes and note of the relation `id`.',
  parameters: {
    ...ofRecord,
    attributes: optional(
      attributes('`{ "name": value }`; `null` takes one away, what is not named stays.'),
    ),
    note: optional(orNull(text('Optional; `null` takes it away.'))),
  },
  answer: idAnswer,
  run(_, params, { who, when }) {
    const { place } = params
    const relation = recordsOf(place).get(params.id)
    if (relation?.kind !== 'relation') return gone()
    const change = relationChange(params, place.corpus.schema, relation.type, relation)
    if (change.kind === 'refused') return change
    const record = { ...change.apply(relation), who, when }
    const definition = definitionOf(place.corpus.schema, relation.type)
    const label = definition === undefined ? relation.type : labelOf(definition)
    const edit = { uri: place.document.uri, put: [record], drop: [] }
    return { ...changed(t('Relation “{0}”', label), { edit }, []), answer: { id: record.id } }
  },
}

export const detach: Action<'detach'> = {
  description: 'Takes the relation `id` away; the mentions at its ends stay.',
  parameters: ofRecord,
  run(_, { place, id }) {
    const relation = recordsOf(place).get(id)
    if (relation?.kind !== 'relation') return gone()
    const definition = definitionOf(place.corpus.schema, relation.type)
    const label = definition === undefined ? relation.type : labelOf(definition)
    const edit = { uri: place.document.uri, put: [], drop: [relation.id] }
    return changed(t('Detach “{0}”', label), { edit }, [])
  },
}

function relationEnd(help: string) {
  const { place: _page, ...mentioned } = ofMention
  return object<RelationEnd>(mentioned, help)
}

function gone(): Refused {
  return refused(t('That relation is not there any more.'))
}

interface RelationChange {
  readonly kind: 'change'
  readonly apply: (record: RelationRecord) => RelationRecord
}

/** What the parameters change of a relation's attributes and note. */
function relationChange(
  {
    attributes: given = {},
    note,
  }: { readonly attributes?: AttributeValues; readonly note?: string | null },
  schema: Schema,
  type: string,
  known: RelationRecord | undefined,
): RelationChange | Refused {
  const definition = definitionOf(schema, type)
  const owner = definition === undefined ? type : labelOf(definition)
  const result = valuesAfter(known?.attributes, given, definition?.attributes ?? [], owner)
  if (result.kind === 'fault') return refused(result.message)
  const keys = Object.keys(given)
  return {
    kind: 'change',
    apply(record) {
      const { attributes: _before, note: old, ...rest } = unconflicted(record, keys)
      const text = note === undefined ? old : (note ?? '')
      return {
        ...rest,
        ...withAny(result.attributes),
        ...(text === undefined || text.trim() === '' ? {} : { note: text }),
      }
    },
  }
}

function withAny(after: Attributes): { readonly attributes?: Attributes } {
  return Object.keys(after).length === 0 ? {} : { attributes: after }
}

/** What a person decides is no longer a conflict of two sides. */
function unconflicted(record: RelationRecord, keys: readonly string[]): RelationRecord {
  const { conflict, ...rest } = record
  const open = Object.entries(conflict ?? {}).filter(
    ([key]) => key !== 'status' && !keys.some((name) => key === `attributes.${name}`),
  )
  return open.length === 0 ? rest : { ...rest, conflict: Object.fromEntries(open) }
}
