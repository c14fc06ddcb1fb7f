/** The main name of an entity, and its address in a knowledge base outside. The text stays as it is. */
import type { EntitiesRecord } from '../../../annotation/entities/entity-record.ts'
import { t } from '../../wording/messages.ts'
import type { Action, ActionContext } from '../action.ts'
import { orNull, such, text } from '../parameters.ts'
import {
  type EntityTarget,
  entityAnswer,
  entityTarget,
  noEntity,
  ofEntity,
  preview,
  previewed,
  said,
  statement,
} from './said.ts'

export const renameEntity: Action<'renameEntity'> = {
  asks: { with: 'preview' },
  description:
    'Chooses the main name of an entity, over the whole corpus; it need not stand on any page. No text changes.',
  parameters: {
    ...ofEntity,
    name: orNull(
      such(text('The name; `null` leaves it to the program.'), (name) => isLine(name, 500)),
    ),
    preview,
  },
  answer: entityAnswer,
  run(snapshot, { preview: isPreview, name, ...of }, context) {
    const target = entityTarget(snapshot, of)
    if (target === undefined) return noEntity()
    if (isPreview === true) return previewed(target)
    const { put, drop } = saying(target, 'name', name?.trim() ?? null, context)
    const { name: old } = target.entity
    const label =
      name === null
        ? t('Name of “{0}” as on the pages', old)
        : t('Rename “{0}” to “{1}”', old, name)
    return said(label, target, put, { drop })
  },
}

export const setEntityAddress: Action<'setEntityAddress'> = {
  description: 'Says the address of the same thing in a knowledge base outside, such as Wikidata.',
  parameters: {
    ...ofEntity,
    address: orNull(
      such(
        text('An address with its scheme, `http://…` or `urn:…`; `null` takes it away.'),
        (address) => isLine(address, 2000) && /^[a-z][a-z\d+.-]*:\S+$/i.test(address.trim()),
      ),
    ),
  },
  answer: '`{ "id": … }` of the entity.',
  run(snapshot, { address, ...of }, context) {
    const target = entityTarget(snapshot, of)
    if (target === undefined) return noEntity()
    const { put, drop } = saying(target, 'uri', address?.trim() ?? null, context)
    return said(t('Address of “{0}”', target.entity.name), target, put, { drop })
  },
}

/** Of an entity that was merged several of its names may have something said of them: `null` takes away all of it. */
function saying(
  target: EntityTarget,
  key: 'name' | 'uri',
  value: string | null,
  context: ActionContext,
): { readonly put: readonly EntitiesRecord[]; readonly drop: readonly string[] } {
  const { id } = target.entity
  const ids = value === null ? target.corpus.index.namesOf(id) : [id]
  const all = ids.map((each) => statement(target, each, { key, value }, context))
  return { put: all.flatMap(({ put }) => put), drop: all.flatMap(({ drop }) => drop) }
}

function isLine(value: string, longest: number): boolean {
  return value.trim() !== '' && value.length <= longest && !/[\n\r]/.test(value)
}
