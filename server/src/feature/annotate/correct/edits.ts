/** Questions before the text is corrected: the edit to be made, and what is to be said of it behind it. */

import type { Document } from '../../../corpus/snapshot/model.ts'
import type { CorrectionPlan, MadeCorrection } from '../../../protocol.ts'
import { lfView } from '../../../text/code-points.ts'
import { spanToRange } from '../../../text/lines.ts'
import { hull, type Span } from '../../../text/span.ts'
import { defined } from '../../../values/defined.ts'
import { t } from '../../wording/messages.ts'
import type { Action, Answered } from '../action.ts'
import { flag, ofRecord, optional, page, range, text } from '../parameters.ts'
import { refused } from '../refused.ts'
import { recordsOf } from '../target.ts'
import { certainty } from './certainty.ts'

const answer =
  '`{ "edit": { "uri", "range", "text" }, "record": { … } }`: the edit of the page, and the parameters of `recordCorrection`, which is called when the page is saved.'

const apply = optional(
  flag(
    '`true`: the server has the client make the edit (`workspace/applyEdit`) and records it when the page is saved, for clients that only ask.',
  ),
)

export const correctText: Action<'correctText'> = {
  editsText: true,
  description:
    'A question: how the text at `range` is corrected. The server changes no page: the client makes the edit, so that its undo knows it, saves, and calls `recordCorrection`.',
  parameters: {
    place: page,
    range: range(),
    text: text('What should stand there; empty to take text out.'),
    certainty,
    note: optional(text('Optional.')),
    apply,
  },
  answer,
  run(_, { place: { document }, range: span, text: words, certainty: howSure = 'certain', note }) {
    const was = lfView(document.text.slice(span.start, span.end))
    if (was === lfView(words)) return refused(t('Nothing was corrected here.'))
    return planned(document, span, words, { was, certainty: howSure, ...defined({ note }) })
  },
}

export const revertCorrection: Action<'revertCorrection'> = {
  editsText: true,
  description:
    'A question: how the correction `id` is taken back. The client makes the edit, saves, and calls `recordCorrection`, which drops the correction.',
  parameters: { ...ofRecord, apply },
  answer,
  run(_, { place, id }) {
    const record = recordsOf(place).get(id)
    if (record?.kind !== 'correction') {
      return refused(t('That correction is not there any more.'))
    }
    const { document } = place
    const placed = document.annotations.records.find((each) => each.record === record)
    const span = hull(placed?.spans ?? [])
    if (span === undefined) return refused(t('The place of that correction is lost.'))
    const was = lfView(document.text.slice(span.start, span.end))
    return planned(document, span, record.was, { was, id })
  },
}

function planned(
  { uri, lines }: Document,
  span: Span,
  words: string,
  record: Omit<MadeCorrection, 'uri' | 'position' | 'text'>,
): Answered<CorrectionPlan> {
  return {
    kind: 'answer',
    answer: {
      edit: { uri, range: spanToRange(lines, span), text: words },
      // Where it begins is the same before and after the edit.
      record: { uri, position: lines.position(span.start), text: words, ...record },
    },
    select: { uri, span },
  }
}
