/** What a person says of a mention besides its type: note, doubt, entity, reading. */

import type { SpanRecord } from '../../annotation/record/record.ts'
import { own } from '../../values/json.ts'
import { t } from '../wording/messages.ts'
import type { Action, ActionContext, ActionParams, ActionResult } from './action.ts'
import { done, idAnswer, noMention, wrong } from './result.ts'
import { decidedRecord, targetOf } from './target.ts'

export const setNote = textAction({
  key: 'note',
  name: 'setNote',
  description: 'Writes a note on the mention; a suggestion is accepted with it.',
  parameter: 'The note; `null` or an empty text takes it away.',
  label: (text) => t('Note on “{0}”', text),
})

export const setEntity = textAction({
  key: 'entity',
  name: 'setEntity',
  description: 'Says which entity the mention refers to; a suggestion is accepted with it.',
  parameter: 'Id of the entity; `null` leaves it to the program.',
  label: (text) => t('Entity of “{0}”', text),
})

export const setReading = textAction({
  key: 'reading',
  name: 'setReading',
  description:
    'Says what should be read where the page is conjectured to be wrong, which stays as it is; a suggestion is accepted with it.',
  parameter: 'The conjecture; `null` takes it away.',
  label: (text) => t('Reading of “{0}”', text),
})

export const setUnsure: Action = {
  name: 'setUnsure',
  description: 'Marks the mention as unsure, or no longer; a suggestion is accepted.',
  parameters: { unsure: '`true` or `false`.', note: 'Optional, as with `setNote`.' },
  answer: idAnswer,
  run(_, params, context) {
    const unsure = own(params.values, 'unsure')
    const note = own(params.values, 'note')
    if (typeof unsure !== 'boolean') return wrong('unsure')
    if (note !== undefined && !isText(note)) return wrong('note')
    return changed(params, context, {
      keys: note === undefined ? ['unsure'] : ['unsure', 'note'],
      change: (record) => {
        const { unsure: _before, ...rest } =
          note === undefined ? record : withText(record, 'note', note)
        return unsure ? { ...rest, unsure } : rest
      },
      label: (text) => (unsure ? t('“{0}” is unsure', text) : t('“{0}” is sure', text)),
    })
  },
}

interface TextAction {
  readonly key: 'note' | 'entity' | 'reading'
  readonly name: string
  readonly description: string
  readonly parameter: string
  readonly label: (text: string) => string
}

function textAction({ key, name, description, parameter, label }: TextAction): Action {
  return {
    name,
    description,
    parameters: { [key]: parameter },
    answer: idAnswer,
    run(_, params, context) {
      const value = own(params.values, key)
      if (!isText(value)) return wrong(key)
      const change = (record: SpanRecord): SpanRecord => withText(record, key, value)
      return changed(params, context, { keys: [key], change, label })
    },
  }
}

/** A rejected mention, which only its id finds, may have a note and stay rejected. */
function changed(
  params: ActionParams,
  context: ActionContext,
  {
    keys,
    change,
    label,
  }: {
    readonly keys: readonly string[]
    readonly change: (record: SpanRecord) => SpanRecord
    readonly label: (text: string) => string
  },
): ActionResult {
  const target = targetOf(params)
  if (target === undefined) return noMention()
  const { mention, document } = target
  const status = mention.status === 'rejected' ? 'rejected' : 'accepted'
  const record = change(decidedRecord(target, { status }, context, keys))
  const edit = { uri: document.uri, put: [record], drop: [] }
  return done(label(mention.text), { edit }, mention.spans, record)
}

function isText(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}

function withText(record: SpanRecord, key: TextAction['key'], value: string | null): SpanRecord {
  const { [key]: _before, ...rest } = record
  return value === null || value.trim() === '' ? rest : { ...rest, [key]: value }
}
