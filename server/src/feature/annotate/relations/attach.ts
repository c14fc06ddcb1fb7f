/** Joining two mentions by a relation, and changing or taking away one. */

import type { Attributes, RelationRecord } from '../../../annotation/record/record.ts'
import type { PageOfCorpus } from '../../../corpus/snapshot/model.ts'
import { isObject, own } from '../../../values/json.ts'
import { labelOf, t } from '../../wording/messages.ts'
import type { Action, ActionParams, ActionResult } from '../action.ts'
import { valuesAfter } from '../attributes.ts'
import { relationsOf } from '../placing.ts'
import { done, idAnswer, refused, wrong } from '../result.ts'
import { recordsOf } from '../target.ts'
import { definitionOf, endOf, mayStandAt, recordAt } from './ends.ts'

export const attach: Action = {
  name: 'attach',
  description:
    'Joins two mentions of a page by a relation of the schema. Suggestions at its ends are accepted. Where they are joined by this relation already, its attributes and note change.',
  parameters: {
    from: 'The mention where the relation begins: `{ "id": … }` or `{ "range": …, "type": … }`.',
    to: 'The mention where it ends, in the same way.',
    type: 'Name of the relation.',
    attributes: '`{ "name": value }`, optional; `null` takes one away.',
    note: 'Optional; `null` takes it away.',
  },
  answer: '`{ "id": …, "from": …, "to": … }`: ids of the relation and of its ends.',
  run(_, params, context) {
    const { place } = params
    const [from, to] = [endOf(params, 'from'), endOf(params, 'to')]
    if (place === undefined || from === undefined || to === undefined) {
      return refused(t('A relation needs a mention at each of its ends.'))
    }
    if (from.mention === to.mention) return refused(t('A relation joins two mentions.'))
    const { schema } = place.corpus
    const definition = definitionOf(schema, own(params.values, 'type'))
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
    const said = saidOf(params, place, definition.name, known)
    if (said.kind === 'fault') return said.result
    const { who, when } = context
    const base: RelationRecord = known ?? {
      kind: 'relation',
      id: context.newId(),
      type: definition.name,
      from: begin.id,
      to: end.id,
      status: 'accepted',
    }
    const relation = { ...said.apply(base), status: 'accepted' as const, who, when }
    const put = [...ends.flatMap(({ record, isNew }) => (isNew ? [record] : [])), relation]
    const { uri } = place.document
    return {
      ...done(
        t('{0}: “{1}” – “{2}”', labelOf(definition), from.mention.text, to.mention.text),
        { edit: { uri, put, drop: [] } },
        // The cursor stays where it was.
        [],
      ),
      answer: { id: relation.id, from: begin.id, to: end.id },
    }
  },
}

export const setRelationAttributes: Action = {
  name: 'setRelationAttributes',
  description: 'Sets attributes and note of the relation `id`.',
  parameters: {
    attributes: '`{ "name": value }`; `null` takes one away, what is not named stays.',
    note: 'Optional; `null` takes it away.',
  },
  answer: idAnswer,
  run(_, params, { who, when }) {
    const found = relationIn(params)
    if (found === undefined) return gone()
    const { place, relation } = found
    const said = saidOf(params, place, relation.type, relation)
    if (said.kind === 'fault') return said.result
    const record = { ...said.apply(relation), who, when }
    const definition = definitionOf(place.corpus.schema, relation.type)
    const label = definition === undefined ? relation.type : labelOf(definition)
    const edit = { uri: place.document.uri, put: [record], drop: [] }
    return { ...done(t('Relation “{0}”', label), { edit }, []), answer: { id: record.id } }
  },
}

export const detach: Action = {
  name: 'detach',
  description: 'Takes the relation `id` away; the mentions at its ends stay.',
  run(_, params) {
    const found = relationIn(params)
    if (found === undefined) return gone()
    const { place, relation } = found
    const definition = definitionOf(place.corpus.schema, relation.type)
    const label = definition === undefined ? relation.type : labelOf(definition)
    const edit = { uri: place.document.uri, put: [], drop: [relation.id] }
    return done(t('Detach “{0}”', label), { edit }, [])
  },
}

function relationIn({ place, values }: ActionParams) {
  const id = own(values, 'id')
  if (place === undefined || typeof id !== 'string') return undefined
  const relation = recordsOf(place).get(id)
  return relation?.kind === 'relation' ? { place, relation } : undefined
}

function gone(): ActionResult {
  return refused(t('That relation is not there any more.'))
}

type Said =
  | { readonly kind: 'said'; readonly apply: (record: RelationRecord) => RelationRecord }
  | { readonly kind: 'fault'; readonly result: ActionResult }

/** What the parameters say of a relation's attributes and note. */
function saidOf(
  { values }: ActionParams,
  { corpus }: PageOfCorpus,
  type: string,
  known: RelationRecord | undefined,
): Said {
  const given = own(values, 'attributes') ?? {}
  const note = own(values, 'note')
  if (!isObject(given)) return { kind: 'fault', result: wrong('attributes') }
  if (note !== undefined && note !== null && typeof note !== 'string') {
    return { kind: 'fault', result: wrong('note') }
  }
  const definition = definitionOf(corpus.schema, type)
  const owner = definition === undefined ? type : labelOf(definition)
  const changed = valuesAfter(known?.attributes, given, definition?.attributes ?? [], owner)
  if (changed.kind === 'fault') return { kind: 'fault', result: refused(changed.message) }
  const keys = Object.keys(given)
  return {
    kind: 'said',
    apply(record) {
      const { attributes: _before, note: old, ...rest } = unconflicted(record, keys)
      const text = note === undefined ? old : (note ?? '')
      return {
        ...rest,
        ...withAny(changed.attributes),
        ...(text === undefined || text.trim() === '' ? {} : { note: text }),
      }
    },
  }
}

function withAny(attributes: Attributes): { readonly attributes?: Attributes } {
  return Object.keys(attributes).length === 0 ? {} : { attributes }
}

/** What a person decides is no longer a conflict of two sides. */
function unconflicted(record: RelationRecord, attributes: readonly string[]): RelationRecord {
  const { conflict, ...rest } = record
  const open = Object.entries(conflict ?? {}).filter(
    ([key]) => key !== 'status' && !attributes.some((name) => key === `attributes.${name}`),
  )
  return open.length === 0 ? rest : { ...rest, conflict: Object.fromEntries(open) }
}
