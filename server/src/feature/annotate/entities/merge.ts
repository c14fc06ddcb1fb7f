/** Two entities are one. */
import { nameKey } from '../../../entity/names.ts'
import { placesOf } from '../../looking/places.ts'
import { t } from '../../wording/messages.ts'
import type { Action } from '../action.ts'
import { optional, text, texts } from '../parameters.ts'
import { refused } from '../refused.ts'
import {
  type EntityTarget,
  entityAnswer,
  entityTarget,
  linkOf,
  noEntity,
  ofEntity,
  preview,
  previewed,
  said,
  statement,
} from './said.ts'

export const mergeEntities: Action<'mergeEntities'> = {
  asks: { with: 'preview' },
  description:
    'Says that an entity is the entity `into`, over the whole corpus: all its names are names of that one, which keeps its main name.',
  parameters: {
    ...ofEntity,
    into: text('Id of the entity that stays.'),
    others: optional(texts('Optional: ids of more entities that are it, too.')),
    preview,
  },
  answer: entityAnswer,
  run(snapshot, { preview: isPreview, into, others = [], corpus, entity }, context) {
    const all = [entity, ...others].map((id) => entityTarget(snapshot, { corpus, entity: id }))
    const known = all.flatMap((each) => each ?? [])
    const [from] = known
    const to = entityTarget(snapshot, { corpus, entity: into })
    if (from === undefined || to === undefined || known.length < all.length) return noEntity()
    if (known.some((each) => each.entity.id === to.entity.id)) {
      return refused(t('That is one entity already.'))
    }
    if (known.some((each) => each.entity.type !== to.entity.type)) {
      return refused(t('Only entities of one type can be one.'))
    }
    if (isPreview === true) {
      const places = known.flatMap((each) => placesOf(each.corpus, each.entity))
      return previewed(from, places)
    }
    const links = known.flatMap((each) =>
      each.corpus.index
        .namesOf(each.entity.id)
        .map((id) => linkOf(each, id, to.entity.id, context)),
    )
    const name = known.every((each) => keepsName(each, to))
      ? []
      : statement(to, to.entity.id, { key: 'name', value: to.entity.name }, context).put
    const names = known.map((each) => each.entity.name).join('、')
    return said(t('“{0}” is “{1}”', names, to.entity.name), to, [...name, ...links])
  },
}

/** Whether the name of the entity that stays is that of both without anybody saying so. */
function keepsName({ corpus, entity: from }: EntityTarget, { entity: to }: EntityTarget): boolean {
  const { said: known } = corpus.entities.decisions
  if (known.get(to.id)?.name !== undefined) return true
  const names = [...corpus.index.namesOf(from.id), ...corpus.index.namesOf(to.id)]
  if (names.some((id) => known.get(id)?.name !== undefined)) return false
  const { length } = nameKey(to.name)
  return [from.name, ...from.aliases].every((name) => nameKey(name).length < length)
}
