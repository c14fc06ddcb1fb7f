/** Two entities are one. */
import { nameKey } from '../../../entity/names.ts'
import { t } from '../../wording/messages.ts'
import type { Action } from '../action.ts'
import { text } from '../parameters.ts'
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
  parameters: { ...ofEntity, into: text('Id of the entity that stays.'), preview },
  answer: entityAnswer,
  run(snapshot, { preview: isPreview, into, ...of }, context) {
    const from = entityTarget(snapshot, of)
    const to = entityTarget(snapshot, { ...of, entity: into })
    if (from === undefined || to === undefined) return noEntity()
    if (from.entity.id === to.entity.id) return refused(t('That is one entity already.'))
    if (from.entity.type !== to.entity.type) {
      return refused(t('Only entities of one type can be one.'))
    }
    if (isPreview === true) return previewed(from)
    const { index } = from.corpus
    const links = index.namesOf(from.entity.id).map((id) => linkOf(from, id, to.entity.id, context))
    const name = keepsName(from, to)
      ? []
      : statement(to, to.entity.id, { key: 'name', value: to.entity.name }, context).put
    const label = t('“{0}” is “{1}”', from.entity.name, to.entity.name)
    return said(label, to, [...name, ...links])
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
