/** Corrections of a page's structure as records: a later one takes the place of an earlier one. */

import { recordPartsOf } from '../../../annotation/record/page-corrections.ts'
import type { PlacedRecord } from '../../../annotation/record/placed-record.ts'
import type { PageRecord } from '../../../annotation/record/record.ts'
import { describeSpans } from '../../../annotation/record/selectors.ts'
import type { Document } from '../../../corpus/snapshot/model.ts'
import type { Correction } from '../../../page/corrected/correction.ts'
import type { Identified } from '../../../protocol.ts'
import { hull, type Span } from '../../../text/span.ts'
import { defined } from '../../../values/defined.ts'
import { articleIndexAt } from '../../page/logical-article.ts'
import type { ActionContext, Edits } from '../action.ts'
import { type Refused, refused } from '../refused.ts'
import { changed, done } from '../result.ts'

/** The action that makes a correction, and drops earlier ones that say something of the same. */
export function structured(
  document: Document,
  correction: Correction,
  label: string,
  { who, when, newId }: ActionContext,
): Edits<Identified> {
  const { what, spans, value } = recordPartsOf(correction)
  const [first, ...others] = earlierRecords(document, correction)
  const record: PageRecord = {
    kind: 'page',
    id: first?.id ?? newId(),
    what,
    ...describeSpans(document.view, spans),
    ...defined({ value }),
    ...(first?.note === undefined ? {} : { note: first.note }),
    who,
    when,
  }
  const edit = { uri: document.uri, put: [record], drop: others.map(({ id }) => id) }
  return done(label, { edit }, spans.slice(0, 1), record)
}

/** The action that leaves it to the program again; refused where nothing was said. */
export function unstructured(
  document: Document,
  correction: Correction,
  label: string,
  message: string,
): Edits<never> | Refused {
  const drop = earlierRecords(document, correction).map(({ id }) => id)
  if (drop.length === 0) return refused(message)
  const span = hull(recordPartsOf(correction).spans)
  return changed(
    label,
    { edit: { uri: document.uri, put: [], drop } },
    span === undefined ? [] : [span],
  )
}

/** Records that say something of the same block, join or article as a correction does. */
export function earlierRecords(document: Document, correction: Correction): readonly PageRecord[] {
  const { kind: what } = correction
  return document.annotations.records.flatMap(({ record, spans }: PlacedRecord) => {
    if (record.kind !== 'page' || record.what !== what) return []
    return isSame(document, correction, spans, record.value !== false) ? [record] : []
  })
}

function isSame(
  document: Document,
  correction: Correction,
  [first, ...others]: readonly Span[],
  isJoin: boolean,
): boolean {
  if (first === undefined) return false
  switch (correction.kind) {
    case 'split':
      return first.start === correction.at.start
    case 'kind':
      return isMostly(first, correction.block)
    case 'join': {
      // A passage goes on at one place only, but may be kept apart from many.
      const isSameFrom = first.end === correction.from.end
      const isSameTo = others[0]?.start === correction.to.start
      return (isSameFrom && isSameTo) || (isSameFrom && isJoin && correction.value)
    }
    case 'article':
      return (
        others.length === correction.blocks.length &&
        correction.blocks.every((block) => others.some((other) => isMostly(other, block)))
      )
    case 'titles':
    case 'byline': {
      const article = articleIndexAt(document, correction.article.start)
      return article !== undefined && articleIndexAt(document, first.start) === article
    }
  }
}

/** Whether each covers half of the other, or more. */
function isMostly(a: Span, b: Span): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common > 0 && common * 2 >= Math.max(a.end - a.start, b.end - b.start)
}
