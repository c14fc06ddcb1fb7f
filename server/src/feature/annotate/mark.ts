/** Marking a selection, or what is under the cursor, as a mention of a type. */

import type { SpanRecord } from '../../annotation/record/record.ts'
import { nameOf } from '../../annotation/record/record-name.ts'
import { describeSpans } from '../../annotation/record/selectors.ts'
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { Span } from '../../text/span.ts'
import { t } from '../wording/messages.ts'
import type { Action, ActionContext, ActionParams } from './action.ts'
import { attributesFor, labelOfType, withAttributes, withOrWithout } from './attributes.ts'
import { fragmentsIn } from './fragments.ts'
import { atPlace, attributes, flag, optional, text } from './parameters.ts'
import { movedTo, overlapped, placed, sameSpans } from './placing.ts'
import { wholeSpans } from './reading.ts'
import { refused } from './refused.ts'
import { done, idAnswer } from './result.ts'
import { decidedRecord } from './target.ts'
import { thingAt } from './thing-at.ts'

export const mark: Action<'mark'> = {
  description:
    'Marks `range`, or its pieces `ranges`, without white space at the edges; at `position` or an empty `range` the mention there, else the longest name that the corpus knows, else the word. In a flat schema it replaces annotations that it overlaps: one with the same place gets the type and keeps what else is known of it, one of the same type gets the place, others are dropped.',
  parameters: {
    ...atPlace,
    type: text('Name of a type of the schema.'),
    attributes: optional(attributes('Optional, as with `setAttributes`.')),
    note: optional(text('Optional.')),
    fragments: optional(
      flag('Optional; `true`: of `range` only what belongs to its article, see `fragmentsOf`.'),
    ),
  },
  answer: idAnswer,
  run(_, params, context) {
    const { place, type, attributes: given, note } = params
    const { corpus, document } = place
    if (!corpus.schema.types.some(({ name }) => name === type)) {
      return refused(t('The schema has no type “{0}”.', type))
    }
    const spans = markedSpans(params)
    if (spans.length === 0) return refused(t('There is nothing to mark here.'))
    const before = recordBefore(place, spans, type, context)
    const kept = attributesFor(before?.attributes, corpus.schema, type)
    const result = withAttributes(kept, given ?? {}, corpus.schema, type)
    if (result.kind === 'fault') return refused(result.message)
    const { who, when, newId } = context
    const base: SpanRecord = before ?? {
      kind: 'span',
      id: newId(),
      ...describeSpans(document.view, spans),
      type,
      status: 'accepted',
    }
    const record: SpanRecord = {
      ...movedTo(withOrWithout(base, result.attributes), document, spans),
      type,
      status: 'accepted',
      ...(note === undefined || note.trim() === '' ? {} : { note }),
      who,
      when,
    }
    const name = nameOf(record)
    const typeName = labelOfType(corpus.schema, type)
    if (isKnown(place, spans, type) && given === undefined && note === undefined) {
      return refused(t('“{0}” is already marked as {1}.', name, typeName))
    }
    return done(t('Mark “{0}” as {1}', name, typeName), placed(place, record, spans), spans, record)
  },
}

/** What the person wants to be marked, empty for nothing. */
function markedSpans({
  place,
  range: span,
  ranges: spans,
  position,
  fragments,
}: ActionParams<'mark'>): readonly Span[] {
  const { document } = place
  if (spans !== undefined) return wholeSpans(document, spans)
  if (span !== undefined && span.start < span.end) {
    return fragments === true ? fragmentsIn(document, span) : wholeSpans(document, [span])
  }
  const at = position ?? span?.start
  return at === undefined ? [] : thingAt(place, at)
}

/** Nothing in doubt, marked and the same. */
function isKnown({ document }: PageOfCorpus, spans: readonly Span[], type: string): boolean {
  return document.decided.some(
    ({ status, record, ...each }) =>
      status === 'accepted' &&
      each.type === type &&
      record?.anchor === undefined &&
      sameSpans(each.spans, spans),
  )
}

/**
 * The record that goes on as the new one: that of the same place and, in a flat schema, of the only
 * overlapped one of the same type. A suggestion that says the same is accepted.
 */
function recordBefore(
  place: PageOfCorpus,
  spans: readonly Span[],
  type: string,
  context: ActionContext,
): SpanRecord | undefined {
  const { corpus, document } = place
  const others = overlapped(document, spans)
  const here = others.filter((each) => sameSpans(each.spans, spans))
  const same = here.find((each) => each.type === type)
  if (same !== undefined) return same.record
  if (corpus.schema.overlap !== true) {
    const [first, ...rest] = here.length > 0 ? here : others
    if (first !== undefined && (here.length > 0 || (first.type === type && rest.length === 0))) {
      return first.record
    }
  }
  const suggestion = document.mentions.find(
    (each) => each.record === undefined && each.type === type && sameSpans(each.spans, spans),
  )
  return suggestion && decidedRecord({ ...place, mention: suggestion }, {}, context)
}
