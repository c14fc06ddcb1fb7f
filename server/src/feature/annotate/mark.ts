/** Marking a selection, or what is under the cursor, as a mention of a type. */

import type { SpanRecord } from '../../annotation/record/record.ts'
import { nameOf } from '../../annotation/record/record-name.ts'
import { describeSpans } from '../../annotation/record/selectors.ts'
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { Span } from '../../text/span.ts'
import { isObject, own } from '../../values/json.ts'
import { t } from '../wording/messages.ts'
import type { Action, ActionContext, ActionParams } from './action.ts'
import { attributesFor, labelOfType, withAttributes, withOrWithout } from './attributes.ts'
import { fragmentsIn } from './fragments.ts'
import { movedTo, overlapped, placed, sameSpans } from './placing.ts'
import { wholeSpans } from './reading.ts'
import { done, idAnswer, refused, wrong } from './result.ts'
import { decidedRecord } from './target.ts'
import { thingAt } from './thing-at.ts'

export const mark: Action = {
  name: 'mark',
  description:
    'Marks `range`, or its pieces `ranges`, without white space at the edges; at `position` or an empty `range` the mention there, else the longest name that the corpus knows, else the word. In a flat schema it replaces annotations that it overlaps: one with the same place gets the type and keeps what else is known of it, one of the same type gets the place, others are dropped.',
  parameters: {
    type: 'Name of a type of the schema.',
    attributes: 'Optional, as with `setAttributes`.',
    note: 'Optional.',
    fragments: 'Optional; `true`: of `range` only what belongs to its article, see `fragmentsOf`.',
  },
  answer: idAnswer,
  run(_, params, context) {
    const { place, values } = params
    if (place === undefined) return refused(t('This file is no page of a corpus.'))
    const { corpus, document } = place
    const [type, given, note] = ['type', 'attributes', 'note'].map((key) => own(values, key))
    if (typeof type !== 'string') return wrong('type')
    if (note !== undefined && typeof note !== 'string') return wrong('note')
    if (given !== undefined && !isObject(given)) return wrong('attributes')
    if (!corpus.schema.types.some(({ name }) => name === type)) {
      return refused(t('The schema has no type “{0}”.', type))
    }
    const spans = markedSpans(place, params)
    if (spans.length === 0) return refused(t('There is nothing to mark here.'))
    const before = recordBefore(place, spans, type, context)
    const kept = attributesFor(before?.attributes, corpus.schema, type)
    const attributes = withAttributes(kept, given ?? {}, corpus.schema, type)
    if (attributes.kind === 'fault') return refused(attributes.message)
    const { who, when, newId } = context
    const base: SpanRecord = before ?? {
      kind: 'span',
      id: newId(),
      ...describeSpans(document.view, spans),
      type,
      status: 'accepted',
    }
    const record: SpanRecord = {
      ...movedTo(withOrWithout(base, attributes.attributes), document, spans),
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
function markedSpans(place: PageOfCorpus, params: ActionParams): readonly Span[] {
  const { span, spans, offset, values } = params
  const { document } = place
  if (spans !== undefined) return wholeSpans(document, spans)
  if (span !== undefined && span.start < span.end) {
    return own(values, 'fragments') === true
      ? fragmentsIn(document, span)
      : wholeSpans(document, [span])
  }
  const at = offset ?? span?.start
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
