/** Questions before the text is corrected: the edit to be made, and what is to be said of it behind it. */

import type { Document } from '../../../corpus/snapshot/model.ts'
import { lfView } from '../../../text/code-points.ts'
import { hull, type Span } from '../../../text/span.ts'
import { type JsonObject, own } from '../../../values/json.ts'
import { t } from '../../wording/messages.ts'
import type { Action, ActionResult } from '../action.ts'
import { rangeOf } from '../fragments.ts'
import { refused, wrong } from '../result.ts'
import { recordsOf } from '../target.ts'

const answer =
  '`{ "edit": { "uri", "range", "text" }, "record": { … } }`: the edit of the page, and the parameters of `recordCorrection`, which is called when the page is saved.'

const apply =
  '`true`: the server has the client make the edit (`workspace/applyEdit`) and records it when the page is saved, for clients that only ask.'

export const correctText: Action = {
  name: 'correctText',
  description:
    'A question: how the text at `range` is corrected. The server changes no page: the client makes the edit, so that its undo knows it, saves, and calls `recordCorrection`.',
  parameters: {
    text: 'What should stand there; empty to take text out.',
    certainty: '`certain` (also without it) or `conjectured`.',
    note: 'Optional.',
    apply,
  },
  answer,
  plansEdit: true,
  run(_, { place, span, values }) {
    const text = own(values, 'text')
    const certainty = own(values, 'certainty') ?? 'certain'
    const note = own(values, 'note')
    if (place === undefined || span === undefined) return wrong('range')
    if (typeof text !== 'string') return wrong('text')
    if (certainty !== 'certain' && certainty !== 'conjectured') return wrong('certainty')
    const was = lfView(place.document.text.slice(span.start, span.end))
    if (was === lfView(text)) return refused(t('Nothing was corrected here.'))
    const record = { was, certainty, ...(typeof note === 'string' ? { note } : {}) }
    return answered(place.document, span, text, record)
  },
}

export const revertCorrection: Action = {
  name: 'revertCorrection',
  description:
    'A question: how the correction `id` is taken back. The client makes the edit, saves, and calls `recordCorrection`, which drops the correction.',
  parameters: { apply },
  answer,
  plansEdit: true,
  run(_, { place, values }) {
    const id = own(values, 'id')
    const record = place && recordsOf(place).get(String(id))
    if (place === undefined || record?.kind !== 'correction') {
      return refused(t('That correction is not there any more.'))
    }
    const { document } = place
    const placed = document.annotations.records.find((each) => each.record === record)
    const span = hull(placed?.spans ?? [])
    if (span === undefined) return refused(t('The place of that correction is lost.'))
    const was = lfView(document.text.slice(span.start, span.end))
    return answered(document, span, record.was, { was, id: record.id })
  },
}

function answered(document: Document, span: Span, text: string, record: JsonObject): ActionResult {
  const { uri, lines } = document
  return {
    kind: 'answer',
    answer: {
      edit: { uri, range: rangeOf(document, span), text },
      // Where it begins is the same before and after the edit.
      record: { uri, position: { ...lines.position(span.start) }, text, ...record },
    },
    select: { uri, span },
  }
}
