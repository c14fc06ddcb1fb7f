/** Widening and narrowing a mention by a character or word, and giving it another place. */

import type { Mention } from '../../annotation/record/mention.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import { type Span, sliceSpan } from '../../text/span.ts'
import { type Json, own } from '../../values/json.ts'
import { type Unit, unitBefore, unitFrom } from '../looking/word-at.ts'
import { t } from '../wording/messages.ts'
import type { Action, ActionContext, ActionResult } from './action.ts'
import { movedTo, overlapped, placed } from './placing.ts'
import { readingAt, wholeSpans } from './reading.ts'
import { done, idAnswer, noMention, refused, wrong } from './result.ts'
import { decidedRecord, type Target, targetOf } from './target.ts'

const parameters = {
  side: '`start` or `end`, in reading order.',
  by: '`character` (as readers count) or `word`; default: `character`.',
}

export const widen: Action = {
  name: 'widen',
  description:
    'Widens the mention by what is read next to it, also over a line break or a caption; never over another annotation where the schema is flat. A suggestion is accepted with it.',
  parameters,
  answer: idAnswer,
  run: (_, params, context) => {
    const target = targetOf(params)
    if (target === undefined) return noMention()
    const step = stepOf(params.values)
    if (step === undefined) return wrong('side')
    const more = beside(target, step)
    if (more.length === 0) return refused(t('There is nothing more to take in.'))
    const label = t('Widen “{0}”', target.mention.text)
    return moved(label, target, [...target.mention.spans, ...more], context)
  },
}

export const narrow: Action = {
  name: 'narrow',
  description: 'Narrows the mention from one side. A suggestion is accepted with it.',
  parameters,
  answer: idAnswer,
  run: (_, params, context) => {
    const target = targetOf(params)
    if (target === undefined) return noMention()
    const step = stepOf(params.values)
    if (step === undefined) return wrong('side')
    const { document, mention } = target
    const pieces = [...mention.spans]
    const last = step.side === 'start' ? pieces.shift() : pieces.pop()
    const rest = last === undefined ? undefined : without(document.text, last, step)
    const spans = wholeSpans(document, [...pieces, ...(rest === undefined ? [] : [rest])])
    if (spans.length === 0) return refused(t('Nothing would be left of “{0}”.', mention.text))
    return moved(t('Narrow “{0}”', mention.text), target, spans, context)
  },
}

export const setRange: Action = {
  name: 'setRange',
  description:
    'Puts the mention `id` at `range` or `ranges`, without white space at the edges; never over another annotation where the schema is flat.',
  answer: idAnswer,
  run(_, params, context) {
    const target = targetOf(params)
    if (target === undefined || typeof own(params.values, 'id') !== 'string') return noMention()
    const given = params.spans ?? (params.span === undefined ? [] : [params.span])
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
): ActionResult {
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

/** Whether annotations of others than `own` stand in the spans. */
export function isTaken(
  document: Document,
  spans: readonly Span[],
  own: readonly Mention[],
): boolean {
  const ids = own.map(({ record }) => record?.id)
  return overlapped(document, spans).some(({ record }) => !ids.includes(record?.id))
}

interface Step {
  readonly side: 'start' | 'end'
  readonly by: Unit
}

function stepOf(values: { readonly [key: string]: Json }): Step | undefined {
  const [side, by = 'character'] = [own(values, 'side'), own(values, 'by')]
  if (side !== 'start' && side !== 'end') return undefined
  return by === 'word' || by === 'character' ? { side, by } : undefined
}

/** What is read right before or behind a mention; empty at the ends of its article. */
function beside({ document, mention }: Target, { side, by }: Step): readonly Span[] {
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

function without(text: string, piece: Span, { side, by }: Step): Span | undefined {
  const words = sliceSpan(text, piece)
  const unit = side === 'start' ? unitFrom(words, 0, by) : unitBefore(words, words.length, by)
  if (unit === undefined) return undefined
  return side === 'start'
    ? { start: piece.start + unit.end, end: piece.end }
    : { start: piece.start, end: piece.start + unit.start }
}
