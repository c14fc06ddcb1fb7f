/** Of a mention's card: what a person said of it, who and when, and what is in doubt. */
import { checkSidecar } from '../../../annotation/check/check.ts'
import type { Mention } from '../../../annotation/record/mention.ts'
import type { PageOfCorpus } from '../../../corpus/snapshot/model.ts'
import { t } from '../../wording/messages.ts'
import { reasonOf } from '../../wording/reason.ts'
import { attributeValues } from '../relations.ts'
import type { Show } from './style.ts'

/** Attributes, entity, reading, doubt and note, as far as they are there. */
export function saidLines(
  { corpus }: PageOfCorpus,
  { record, type }: Mention,
  show: Show,
): readonly string[] {
  if (record === undefined) return []
  const definition = corpus.schema.types.find(({ name }) => name === type)
  const values = attributeValues(record.attributes ?? {}, definition?.attributes ?? [])
  const { entity, reading, unsure, note } = record
  return [
    values.length === 0 ? [] : [t('Attributes: {0}', values.map(show).join(' · '))],
    entity === undefined ? [] : [t('Entity: {0}', show(entity))],
    reading === undefined ? [] : [t('Should read: {0}', show(reading))],
    unsure === true ? [t('unsure')] : [],
    note === undefined ? [] : [t('Note: {0}', show(note))],
  ].flat()
}

/** What the Problems panel says of the annotation. */
export function doubtLines(
  { corpus }: PageOfCorpus,
  { record }: Mention,
  show: Show,
): readonly string[] {
  if (record === undefined) return []
  const reading = { header: undefined, records: [record], broken: [], lines: [], problems: [] }
  // Texts are compared when the page is checked as a whole: here the offsets may be those before an edit.
  return checkSidecar(reading, undefined, corpus.schema).map(({ template, values }) =>
    show(t(template, ...values)),
  )
}

/** `accepted · 王丽 · 2026-11-20 10:00 · rule: byline · confidence 0.90`. */
export function statusLine({ document }: PageOfCorpus, mention: Mention, show: Show): string {
  const status = { suggested: t('suggested'), accepted: t('accepted'), rejected: t('rejected') }
  const { who, when } = mention.record ?? {}
  const isFound = mention.record === undefined || mention.source !== ''
  return [
    status[mention.status],
    ...(who === undefined ? [] : [show(who)]),
    ...(when === undefined ? [] : [show(localTime(when))]),
    ...(isFound ? [show(reasonOf(mention, document))] : []),
  ].join(' · ')
}

/** Minutes, in the time of this machine; as it stands what is no time. */
function localTime(when: string): string {
  const time = new Date(when)
  if (Number.isNaN(time.getTime())) return when
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-')
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`
}
