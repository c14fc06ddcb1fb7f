/** *Correct here*: keeps what the source said, once the text has been corrected and saved. */

import type { CorrectionRecord } from '../../../annotation/record/record.ts'
import type { Document, PageOfCorpus } from '../../../corpus/snapshot/model.ts'
import { lfView } from '../../../text/code-points.ts'
import type { Span } from '../../../text/span.ts'
import { own } from '../../../values/json.ts'
import { t } from '../../wording/messages.ts'
import type { Action, ActionContext, ActionParams } from '../action.ts'
import { done, refused, wrong } from '../result.ts'
import { recordsOf } from '../target.ts'
import { corrected } from './merge.ts'
import { seenRecords } from './seen.ts'

export const recordCorrection: Action = {
  name: 'recordCorrection',
  description:
    'Keeps what the source said where the text was corrected. The client makes the edit that `correctText` or `revertCorrection` answered, saves the page, and then calls this with the parameters that were answered with it. A correction of what was corrected before keeps what the source said first; where the page says that again, the correction is dropped. Annotations on the corrected text are confirmed.',
  parameters: {
    range: 'The corrected text on the page as it is now; empty where text was taken out.',
    position: 'Instead of `range`: where `text` begins.',
    text: 'What the page says there now. Refused where it does not.',
    was: 'What it said before, empty where text was put in.',
    certainty: '`certain` (also without it) or `conjectured`.',
    note: 'Optional.',
    id: 'Id of the correction that is taken back. Optional.',
  },
  answer: '`{ "id": … }` of the correction, `{}` where the page says what the source said.',
  run(_, params, context) {
    const { place, values } = params
    const was = own(values, 'was')
    const certainty = own(values, 'certainty') ?? 'certain'
    const note = own(values, 'note')
    if (place === undefined) return wrong('uri')
    if (typeof was !== 'string') return wrong('was')
    if (certainty !== 'certain' && certainty !== 'conjectured') return wrong('certainty')
    if (note !== undefined && typeof note !== 'string') return wrong('note')
    const { document } = place
    const span = spanOf(params, document)
    if (span === undefined) return wrong('range')
    const text = own(values, 'text')
    if (
      typeof text === 'string' &&
      lfView(text) !== lfView(document.text.slice(span.start, span.end))
    ) {
      return refused(t('The page does not say “{0}” here.', short(text)))
    }
    return recorded(
      place,
      { span, was: asWritten(was, document), certainty, note },
      params,
      context,
    )
  },
}

interface Said {
  readonly span: Span
  readonly was: string
  readonly certainty: CorrectionRecord['certainty']
  readonly note: string | undefined
}

function recorded(
  place: PageOfCorpus,
  { span, was, certainty, note }: Said,
  { values }: ActionParams,
  { who, when, newId }: ActionContext,
) {
  const { document } = place
  const { text, uri } = document
  const change = { text, span, was }
  const made = corrected(document, change)
  const seen = seenRecords(document, change).map((record) => ({ ...record, who, when }))
  const undone = recordsOf(place).get(String(own(values, 'id')))
  const drop = new Set(made.earlier.map(({ id }) => id))
  if (undone?.kind === 'correction') drop.add(undone.id)
  const now = short(text.slice(span.start, span.end))
  if (undone !== undefined || made.place === undefined) {
    if (drop.size === 0) return refused(t('Nothing was corrected here.'))
    const edit = { uri, put: seen, drop: [...drop] }
    return {
      ...done(t('Take back the correction of “{0}”', now), { edit }, [made.span]),
      answer: {},
    }
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
    certainty,
    ...(remark === undefined || remark.trim() === '' ? {} : { note: remark }),
    who,
    when,
  }
  drop.delete(record.id)
  const edit = { uri, put: [record, ...seen], drop: [...drop] }
  return {
    ...done(labelOf(short(was), now), { edit }, [made.span]),
    answer: { id: record.id },
  }
}

function spanOf({ span, offset, values }: ActionParams, { text }: Document): Span | undefined {
  if (span !== undefined) return span
  const said = own(values, 'text')
  if (offset === undefined || typeof said !== 'string') return undefined
  const start = Math.min(offset, text.length)
  return { start, end: Math.min(text.length, start + asWritten(said, { text }).length) }
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
