/** *Correct here*: keeps what the source said, once the text has been corrected and saved. */

import type { CorrectionRecord } from '../../../annotation/record/record.ts'
import type { Document } from '../../../corpus/snapshot/model.ts'
import { lfView } from '../../../text/code-points.ts'
import type { Span } from '../../../text/span.ts'
import { t } from '../../wording/messages.ts'
import type { Action, ActionContext, ActionParams, ActionResult } from '../action.ts'
import { optional, page, position, range, text } from '../parameters.ts'
import { refused, wrong } from '../refused.ts'
import { changed, done } from '../result.ts'
import { recordsOf } from '../target.ts'
import { certainty } from './certainty.ts'
import { corrected } from './merge.ts'
import { seenRecords } from './seen.ts'

export const recordCorrection: Action<'recordCorrection'> = {
  description:
    'Keeps what the source said where the text was corrected. The client makes the edit that `correctText` or `revertCorrection` answered, saves the page, and then calls this with the parameters that were answered with it. A correction of what was corrected before keeps what the source said first; where the page says that again, the correction is dropped. Annotations on the corrected text are confirmed.',
  parameters: {
    place: page,
    range: optional(
      range('The corrected text on the page as it is now; empty where text was taken out.'),
    ),
    position: optional(position('Instead of `range`: where `text` begins.')),
    text: optional(text('What the page says there now. Refused where it does not.')),
    was: text('What it said before, empty where text was put in.'),
    certainty,
    note: optional(text('Optional.')),
    id: optional(text('Id of the correction that is taken back. Optional.')),
  },
  answer: '`{ "id": … }` of the correction, `{}` where the page says what the source said.',
  run(_, params, context) {
    const { document } = params.place
    const span = spanOf(params)
    if (span === undefined) return wrong('range')
    const now = document.text.slice(span.start, span.end)
    if (params.text !== undefined && lfView(params.text) !== lfView(now)) {
      return refused(t('The page does not say “{0}” here.', short(params.text)))
    }
    return recorded(params, span, context)
  },
}

function recorded(
  params: ActionParams<'recordCorrection'>,
  span: Span,
  { who, when, newId }: ActionContext,
): ActionResult<'recordCorrection'> {
  const { place, note, id, certainty: howSure = 'certain' } = params
  const { document } = place
  const { text: words, uri } = document
  const was = asWritten(params.was, document)
  const change = { text: words, span, was }
  const made = corrected(document, change)
  const seen = seenRecords(document, change).map((record) => ({ ...record, who, when }))
  const undone = id === undefined ? undefined : recordsOf(place).get(id)
  const drop = new Set(made.earlier.map(({ id }) => id))
  if (undone?.kind === 'correction') drop.add(undone.id)
  const now = short(words.slice(span.start, span.end))
  if (undone !== undefined || made.place === undefined) {
    if (drop.size === 0) return refused(t('Nothing was corrected here.'))
    const edit = { uri, put: seen, drop: [...drop] }
    const label = t('Take back the correction of “{0}”', now)
    return { ...changed(label, { edit }, [made.span]), answer: {} }
  }
  const [first] = made.earlier
  const remark = note ?? first?.note
  const {
    anchor: _doubt,
    marked: _old,
    of: _text,
    conflict: _open,
    note: _note,
    ...kept
  } = first ?? {}
  const record: CorrectionRecord = {
    ...kept,
    kind: 'correction',
    id: first?.id ?? newId(),
    ...made.place,
    certainty: howSure,
    ...(remark === undefined || remark.trim() === '' ? {} : { note: remark }),
    who,
    when,
  }
  drop.delete(record.id)
  const edit = { uri, put: [record, ...seen], drop: [...drop] }
  return done(labelOf(short(was), now), { edit }, [made.span], record)
}

/** Of the corrected text on the page. */
function spanOf(params: ActionParams<'recordCorrection'>): Span | undefined {
  const { place, position: start, text: now } = params
  if (params.range !== undefined) return params.range
  if (start === undefined || now === undefined) return undefined
  const { length } = asWritten(now, place.document)
  return { start, end: Math.min(place.document.text.length, start + length) }
}

/** With the line breaks of the page. */
function asWritten(words: string, { text }: Pick<Document, 'text'>): string {
  const lf = lfView(words)
  return text.includes('\r\n') ? lf.replaceAll('\n', '\r\n') : lf
}

function short(words: string): string {
  const flat = words.slice(0, 60).replace(/\s+/g, ' ')
  const characters = [...flat]
  return characters.length > 20 ? `${characters.slice(0, 20).join('')}…` : flat
}

function labelOf(was: string, now: string): string {
  if (was === '') return t('Insert “{0}”', now)
  return now === '' ? t('Take away “{0}”', was) : t('Correct “{0}” to “{1}”', was, now)
}
