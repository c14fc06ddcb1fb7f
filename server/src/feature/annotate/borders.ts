/** Widening and narrowing a mention by a character or word, and giving it another place. */

import type { Mention } from '../../annotation/record/mention.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import type { Step } from '../../protocol.ts'
import { type Span, sliceSpan } from '../../text/span.ts'
import { unitBefore, unitFrom } from '../looking/word-at.ts'
import { t } from '../wording/messages.ts'
import type { Action, ActionContext, ActionResult } from './action.ts'
import { ofMention, ofRecord, oneOf, optional, range, ranges } from './parameters.ts'
import { movedTo, overlapped, placed } from './placing.ts'
import { readingAt, wholeSpans } from './reading.ts'
import { noMention, refused } from './refused.ts'
import { done, idAnswer } from './result.ts'
import { decidedRecord, type Target, targetOf } from './target.ts'

const parameters = {
  ...ofMention,
  side: oneOf(['start', 'end'], '`start` or `end`, in reading order.'),
  by: optional(
    oneOf(['character', 'word'], '`character` (as readers count) or `word`; default: `character`.'),
  ),
}

export const widen: Action<'widen'> = {
  description:
    'Widens the mention by what is read next to it, also over a line break or a caption; never over another annotation where the schema is flat. A suggestion is accepted with it.',
  parameters,
  answer: idAnswer,
  run: (_, params, context) => {
    const target = targetOf(params)
    if (target === undefined) return noMention()
    const more = beside(target, params)
    if (more.length === 0) return refused(t('There is nothing more to take in.'))
    const label = t('Widen “{0}”', target.mention.text)
    return moved(label, target, [...target.mention.spans, ...more], context)
  },
}

export const narrow: Action<'narrow'> = {
  description: 'Narrows the mention from one side. A suggestion is accepted with it.',
  parameters,
  answer: idAnswer,
  run: (_, params, context) => {
    const target = targetOf(params)
    if (target === undefined) return noMention()
    const { document, mention } = target
    const pieces = [...mention.spans]
    const last = params.side === 'start' ? pieces.shift() : pieces.pop()
    const rest = last === undefined ? undefined : without(document.text, last, params)
    const spans = wholeSpans(document, [...pieces, ...(rest === undefined ? [] : [rest])])
    if (spans.length === 0) return refused(t('Nothing would be left of “{0}”.', mention.text))
    return moved(t('Narrow “{0}”', mention.text), target, spans, context)
  },
}

export const setRange: Action<'setRange'> = {
  description:
    'Puts the mention `id` at `range` or `ranges`, without white space at the edges; never over another annotation where the schema is flat.',
  parameters: { ...ofRecord, range: optional(range()), ranges: optional(ranges()) },
  answer: idAnswer,
  run(_, params, context) {
    const target = targetOf(params)
    if (target === undefined) return noMention()
    const given = params.ranges ?? (params.range === undefined ? [] : [params.range])
    if (wholeSpans(target.document, given).length === 0) {
      return refused(t('There is nothing to mark here.'))
    }
    return moved(t('Move “{0}”', target.mention.text), target, given, context)
  },
}

/** The mention at other spans, accepted; refused where another one stands. */
export function moved(
  label: string,
  target: Target,
  to: readonly Span[],
  context: ActionContext,
): ActionResult<'setRange'> {
  const { corpus, document, mention } = target
  const spans = wholeSpans(document, to)
  // Of a mention whose text was deleted in part, the rest may be nothing.
  if (spans.length === 0) return refused(t('Nothing would be left of “{0}”.', mention.text))
  if (corpus.schema.overlap !== true && isTaken(document, spans, [mention])) {
    return refused(t('Another annotation stands there.'))
  }
  const decided = decidedRecord(target, { status: 'accepted' }, context, ['at', 'quote'])
  const record = movedTo(decided, document, spans)
  return done(label, placed({ corpus, document }, record, spans), spans, record)
}

/** Whether annotations other than those of the mentions `except` stand in the spans. */
export function isTaken(
  document: Document,
  spans: readonly Span[],
  except: readonly Mention[],
): boolean {
  const ids = except.map(({ record }) => record?.id)
  return overlapped(document, spans).some(({ record }) => !ids.includes(record?.id))
}

/** What is read right before or behind a mention; empty at the ends of its article. */
function beside({ document, mention }: Target, { side, by = 'character' }: Step): readonly Span[] {
  const piece = side === 'start' ? mention.spans[0] : mention.spans.at(-1)
  if (piece === undefined) return []
  const reading = readingAt(document, side === 'start' ? piece.start : piece.end - 1)
  const { text } = reading
  if (side === 'start') {
    const at = reading.fromPage(piece.start)
    const end = at === undefined ? 0 : text.slice(0, at).trimEnd().length
    const unit = unitBefore(text, end, by)
    return unit === undefined ? [] : reading.toPage(unit)
  }
  const last = reading.fromPage(piece.end - 1)
  if (last === undefined) return []
  const start = last + 1 + (/^\s*/.exec(text.slice(last + 1))?.[0].length ?? 0)
  const unit = unitFrom(text, start, by)
  return unit === undefined ? [] : reading.toPage(unit)
}

function without(text: string, piece: Span, { side, by = 'character' }: Step): Span | undefined {
  const words = sliceSpan(text, piece)
  const unit = side === 'start' ? unitFrom(words, 0, by) : unitBefore(words, words.length, by)
  if (unit === undefined) return undefined
  return side === 'start'
    ? { start: piece.start + unit.end, end: piece.end }
    : { start: piece.start, end: piece.start + unit.start }
}
