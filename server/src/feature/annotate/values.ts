/** What a person says of a mention besides its type: note, doubt, entity, reading. */

import type { SpanRecord } from '../../annotation/record/record.ts'
import type { OfMention } from '../../protocol.ts'
import { t } from '../wording/messages.ts'
import type { Action, ActionContext, ActionResult } from './action.ts'
import { flag, type InOffsets, ofMention, optional, orNull, text } from './parameters.ts'
import { noMention, refused } from './refused.ts'
import { done, idAnswer } from './result.ts'
import { decidedRecord, targetOf } from './target.ts'

export const setNote: Action<'setNote'> = {
  description: 'Writes a note on the mention; a suggestion is accepted with it.',
  parameters: {
    ...ofMention,
    note: orNull(text('The note; `null` or an empty text takes it away.')),
  },
  answer: idAnswer,
  run: (_, params, context) =>
    changed(params, context, {
      keys: ['note'],
      change: (record) => withText(record, 'note', params.note),
      label: (name) => t('Note on “{0}”', name),
    }),
}

export const setEntity: Action<'setEntity'> = {
  description: 'Says which entity the mention refers to; a suggestion is accepted with it.',
  parameters: {
    ...ofMention,
    entity: orNull(text('Id of the entity; `null` leaves it to the program.')),
  },
  answer: idAnswer,
  run(_, params, context) {
    const target = targetOf(params)
    const { entity } = params
    const known = entity === null ? undefined : target?.corpus.index.entity(entity)
    if (known !== undefined && known.type !== target?.mention.type) {
      return refused(t('Only entities of one type can be one.'))
    }
    return changed(params, context, {
      keys: ['entity'],
      change: (record) => withText(record, 'entity', entity),
      label: (name) => t('Entity of “{0}”', name),
    })
  },
}

export const setReading: Action<'setReading'> = {
  description:
    'Says what should be read where the page is conjectured to be wrong, which stays as it is; a suggestion is accepted with it.',
  parameters: {
    ...ofMention,
    reading: orNull(text('The conjecture; `null` takes it away.')),
  },
  answer: idAnswer,
  run: (_, params, context) =>
    changed(params, context, {
      keys: ['reading'],
      change: (record) => withText(record, 'reading', params.reading),
      label: (name) => t('Reading of “{0}”', name),
    }),
}

export const setUnsure: Action<'setUnsure'> = {
  description: 'Marks the mention as unsure, or no longer; a suggestion is accepted.',
  parameters: {
    ...ofMention,
    unsure: flag('`true` or `false`.'),
    note: optional(orNull(text('Optional, as with `setNote`.'))),
  },
  answer: idAnswer,
  run: (_, { unsure, note, ...params }, context) =>
    changed(params, context, {
      keys: note === undefined ? ['unsure'] : ['unsure', 'note'],
      change: (record) => {
        const { unsure: _before, ...rest } =
          note === undefined ? record : withText(record, 'note', note)
        return unsure ? { ...rest, unsure } : rest
      },
      label: (name) => (unsure ? t('“{0}” is unsure', name) : t('“{0}” is sure', name)),
    }),
}

interface Change {
  /** Of the record, which are decided by it. */
  readonly keys: readonly string[]
  readonly change: (record: SpanRecord) => SpanRecord
  readonly label: (name: string) => string
}

/** A rejected mention, which only its id finds, may have a note and stay rejected. */
function changed(
  params: InOffsets<OfMention>,
  context: ActionContext,
  { keys, change, label }: Change,
): ActionResult<'setNote'> {
  const target = targetOf(params)
  if (target === undefined) return noMention()
  const { mention, document } = target
  const status = mention.status === 'rejected' ? 'rejected' : 'accepted'
  const record = change(decidedRecord(target, { status }, context, keys))
  const edit = { uri: document.uri, put: [record], drop: [] }
  return done(label(mention.text), { edit }, mention.spans, record)
}

function withText(
  record: SpanRecord,
  key: 'note' | 'entity' | 'reading',
  value: string | null,
): SpanRecord {
  const { [key]: _before, ...rest } = record
  return value === null || value.trim() === '' ? rest : { ...rest, [key]: value }
}
