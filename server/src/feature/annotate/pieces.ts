/** Mentions in pieces: adding a fragment and taking one away. */

import { mentionSpan } from '../../annotation/record/mention.ts'
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import { overlaps, type Span, touchesOffset } from '../../text/span.ts'
import { mentionsInOrder } from '../looking/mention-at.ts'
import { t } from '../wording/messages.ts'
import type { Action } from './action.ts'
import { moved } from './borders.ts'
import { ofMention, optional, page, position, range, text } from './parameters.ts'
import { readingAt, wholeSpans } from './reading.ts'
import { noMention, refused } from './refused.ts'
import { idAnswer } from './result.ts'
import { type Target, targetOf } from './target.ts'

export const addFragment: Action<'addFragment'> = {
  description:
    'Adds the selection `range` to the mention with `id` or at `position`, without either to the nearest one before it in its article, else behind it. Pieces with nothing but white space between them become one. A suggestion is accepted with it.',
  parameters: {
    place: page,
    range: range(),
    id: optional(text()),
    position: optional(position()),
  },
  answer: idAnswer,
  run(_, { range: span, ...mention }, context) {
    if (span.start === span.end) return refused(t('Select the text to which it belongs.'))
    const isNamed = mention.id !== undefined || mention.position !== undefined
    const target = isNamed ? targetOf(mention) : nearest(mention.place, span)
    if (target === undefined) return noMention()
    const label = t('Add a fragment to “{0}”', target.mention.text)
    return moved(label, target, [...target.mention.spans, span], context)
  },
}

export const removeFragment: Action<'removeFragment'> = {
  description:
    'Takes the fragment at `position` or in `range` away from the mention there or with `id`.',
  parameters: ofMention,
  answer: idAnswer,
  run(_, params, context) {
    const target = targetOf(params)
    if (target === undefined) return noMention()
    const { range: span, position: offset } = params
    const { mention } = target
    const at = offset ?? (span === undefined || span.start < span.end ? undefined : span.start)
    const isMeant = (piece: Span): boolean =>
      at !== undefined ? touchesOffset(piece, at) : span !== undefined && overlaps(piece, span)
    const left = mention.spans.filter((piece) => !isMeant(piece))
    if (left.length === mention.spans.length) return noMention()
    if (left.length === 0) return refused(t('“{0}” has one fragment only.', mention.text))
    return moved(t('Remove a fragment of “{0}”', mention.text), target, left, context)
  },
}

/** The mention that a fragment goes on: the last one before it in its logical text, else the first. */
function nearest(place: PageOfCorpus, span: Span): Target | undefined {
  const { document } = place
  const [piece] = wholeSpans(document, [span])
  if (piece === undefined) return undefined
  const reading = readingAt(document, piece.start)
  const at = reading.fromPage(piece.start) ?? 0
  const placed = mentionsInOrder(document).flatMap((mention) => {
    const { start } = mentionSpan(mention)
    const from =
      readingAt(document, start).key === reading.key ? reading.fromPage(start) : undefined
    return from === undefined ? [] : [{ mention, from }]
  })
  const before = placed.filter(({ from }) => from < at).sort((a, b) => b.from - a.from)
  const behind = placed.filter(({ from }) => from >= at).sort((a, b) => a.from - b.from)
  const found = before[0] ?? behind[0]
  return found === undefined ? undefined : { ...place, mention: found.mention }
}
