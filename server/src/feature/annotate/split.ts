/** One mention becomes two, and two one. */

import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { SpanRecord } from '../../annotation/record/record.ts'
import { describeSpans } from '../../annotation/record/selectors.ts'
import type { Span } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import { mentionsInOrder } from '../looking/mention-at.ts'
import { unitBefore } from '../looking/word-at.ts'
import { t } from '../wording/messages.ts'
import type { Action } from './action.ts'
import { isTaken } from './borders.ts'
import { ofMention } from './parameters.ts'
import { movedTo, placed } from './placing.ts'
import { readingAt, wholeSpans } from './reading.ts'
import { noMention, refused } from './refused.ts'
import { done, idAnswer } from './result.ts'
import { decidedRecord, type Target, targetOf } from './target.ts'

export const split: Action<'split'> = {
  description:
    'Splits the mention at `position`, or the one with `id` there. The part that is read first stays what it was, the other one is new and has its type and attributes.',
  parameters: ofMention,
  answer: idAnswer,
  run(_, params, context) {
    const target = targetOf(params)
    if (target === undefined) return noMention()
    const { document, mention } = target
    const at = params.position ?? params.range?.start
    const parts = at === undefined ? undefined : cut(target, at)
    if (parts === undefined) return refused(t('The cursor has to be inside of the mention.'))
    const [first, second] = parts
    const decided = decidedRecord(target, { status: 'accepted' }, context, ['at', 'quote'])
    const record = movedTo(decided, document, first)
    const { attributes, type, who, when } = record
    const other: SpanRecord = {
      kind: 'span',
      id: context.newId(),
      ...describeSpans(document.view, second),
      type,
      ...defined({ attributes }),
      status: 'accepted',
      ...defined({ who, when }),
    }
    const { edit, ...rest } = placed(target, record, first)
    const change = { edit: { ...edit, put: [...edit.put, other] }, ...rest }
    return done(t('Split “{0}”', mention.text), change, first, record)
  },
}

export const mergeNext: Action<'mergeNext'> = {
  description:
    'Makes one mention of it and the next one of its article, what is read between them included. Type, note and attributes are those of the first where it has them; relations of both are kept.',
  parameters: ofMention,
  answer: idAnswer,
  run(_, params, context) {
    const target = targetOf(params)
    if (target === undefined) return noMention()
    const next = following(target)
    if (next === undefined) return refused(t('No mention follows.'))
    const { document, mention } = target
    const spans = wholeSpans(document, next.spans)
    if (spans.length === 0) return refused(t('No mention follows.'))
    if (
      target.corpus.schema.overlap !== true &&
      isTaken(document, spans, [mention, next.mention])
    ) {
      return refused(t('Another annotation stands there.'))
    }
    const decided = decidedRecord(target, { status: 'accepted' }, context, ['at', 'quote'])
    const record = movedTo(united(decided, next.mention), document, spans)
    const label = t('Merge “{0}” with “{1}”', mention.text, next.mention.text)
    return done(label, placed(target, record, spans, [next.mention]), spans, record)
  },
}

/** The spans of a mention before and from an offset on, in reading order; both hold something. */
function cut(
  { document, mention }: Target,
  offset: number,
): readonly [readonly Span[], readonly Span[]] | undefined {
  const at = characterStart(document.text, offset)
  const index = mention.spans.findIndex((piece) => piece.start <= at && at <= piece.end)
  const piece = mention.spans[index]
  if (piece === undefined) return undefined
  const before = [...mention.spans.slice(0, index), { start: piece.start, end: at }]
  const behind = [{ start: at, end: piece.end }, ...mention.spans.slice(index + 1)]
  const [first, second] = [wholeSpans(document, before), wholeSpans(document, behind)]
  return first.length === 0 || second.length === 0 ? undefined : [first, second]
}

function characterStart(text: string, offset: number): number {
  const unit = unitBefore(text, offset + 1, 'character')
  return unit !== undefined && unit.start < offset && offset < unit.end ? unit.start : offset
}

/** The next mention that is read behind one, and what both with the text between them cover. */
function following({
  document,
  mention,
}: Target): { readonly mention: Mention; readonly spans: readonly Span[] } | undefined {
  const [first, last] = [mention.spans[0], mention.spans.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const reading = readingAt(document, first.start)
  const placeOf = (offset: number): number | undefined =>
    readingAt(document, offset).key === reading.key ? reading.fromPage(offset) : undefined
  const [start, end] = [placeOf(first.start), placeOf(last.end - 1)]
  if (start === undefined || end === undefined) return undefined
  let best: { readonly mention: Mention; readonly at: number } | undefined
  for (const each of mentionsInOrder(document)) {
    const at = placeOf(each.spans[0]?.start ?? mentionSpan(each).start)
    if (at === undefined || at <= end || each === mention) continue
    if (best === undefined || at < best.at) best = { mention: each, at }
  }
  const behind = best === undefined ? undefined : placeOf((best.mention.spans.at(-1)?.end ?? 0) - 1)
  if (best === undefined || behind === undefined || behind < best.at) return undefined
  return { mention: best.mention, spans: reading.toPage({ start, end: behind + 1 }) }
}

/** The first one with what the second one knows and it does not. */
function united(record: SpanRecord, { type, record: other }: Mention): SpanRecord {
  if (other === undefined) return record
  const note = record.note ?? other.note
  const unsure = record.unsure ?? other.unsure
  const attributes =
    type === record.type ? { ...other.attributes, ...record.attributes } : record.attributes
  return {
    ...record,
    ...defined({ note, unsure }),
    ...(attributes === undefined || Object.keys(attributes).length === 0 ? {} : { attributes }),
  }
}
