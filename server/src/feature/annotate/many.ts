/** Accepting and rejecting many suggestions of several pages in one step. */

import { mentionSpan } from '../../annotation/record/mention.ts'
import type { PageEdit } from '../../corpus/snapshot/model.ts'
import type { Decided, PlacedMention } from '../../protocol.ts'
import { sameSpan } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import { t } from '../wording/messages.ts'
import type { Action, ActionContext, ActionParams, ActionResult, Edits } from './action.ts'
import { acceptance, type Decide, mergedEdits, rejection } from './decide.ts'
import {
  type InOffsets,
  optional,
  page,
  placedMentions,
  ranges,
  text,
  texts,
} from './parameters.ts'
import { type Refused, refused } from './refused.ts'
import type { Target } from './target.ts'

const parameters = {
  place: optional(page),
  items: optional(
    placedMentions(
      '`[{ "uri": …, "range": …, "type": … }]`; `uri` is that of the command where it is left out. Or `ranges` with `type`, or `types` in the same order.',
    ),
  ),
  ranges: optional(ranges()),
  type: optional(text()),
  types: optional(texts()),
}

const answer =
  '`{ "count": …, "left": … }`: how many were decided, and how many not, since they are no suggestions any more or overlap an annotation.'

export const acceptMany: Action<'acceptMany'> = {
  description: 'Accepts suggestions, also of several pages, in one step.',
  parameters,
  answer,
  run: (_, params, context) =>
    decideItems(params, context, {
      decide: acceptance,
      label: (count) => t('Accept {0} suggestions', count),
    }),
}

export const rejectMany: Action<'rejectMany'> = {
  description: 'Rejects suggestions, also of several pages, in one step.',
  parameters,
  answer,
  run: (_, params, context) =>
    decideItems(params, context, {
      decide: rejection,
      label: (count) => t('Reject {0} suggestions', count),
    }),
}

/** Decides on `targets` in one step; `left` are others that were asked for. */
export function decideAll(
  targets: readonly Target[],
  context: ActionContext,
  {
    decide,
    label,
    left = 0,
  }: {
    readonly decide: Decide
    readonly label: (count: number) => string
    readonly left?: number
  },
): Edits<Decided> | Refused {
  const edits = targets.flatMap((target): readonly PageEdit[] => {
    const decided = decide(target, context)
    return decided.kind === 'record' ? [decided.edit] : []
  })
  const count = edits.length
  const others = targets.length - count + left
  if (count === 0) return refused(t('None of these is a suggestion any more.'))
  const [first] = targets
  return {
    kind: 'edits',
    label: label(count),
    edits: mergedEdits(edits),
    ...(first === undefined
      ? {}
      : { select: { uri: first.document.uri, span: mentionSpan(first.mention) } }),
    ...(others === 0 ? {} : { message: t('{0} done, {1} left as they are', count, others) }),
    answer: { count, left: others },
  }
}

function decideItems(
  params: ActionParams<'acceptMany'>,
  context: ActionContext,
  how: { readonly decide: Decide; readonly label: (count: number) => string },
): ActionResult<'acceptMany'> {
  const items = itemsOf(params)
  const targets = items.flatMap((item) => suggestionOf(item) ?? [])
  // One that is named twice is decided once.
  const byMention = new Map(targets.map((target) => [target.mention, target]))
  const left = items.length - targets.length
  return decideAll([...byMention.values()], context, { ...how, left })
}

/** Of each its page, where that is known. */
function itemsOf({
  place,
  items,
  ranges: spans = [],
  type,
  types,
}: ActionParams<'acceptMany'>): readonly InOffsets<PlacedMention>[] {
  if (items !== undefined) return items.map((item) => ({ ...defined({ place }), ...item }))
  return spans.map((range, index) => ({
    ...defined({ place, type: types === undefined ? type : types[index] }),
    range,
  }))
}

/** The suggestion at exactly this place; a decided mention is none. */
function suggestionOf({ place, range: span, type }: InOffsets<PlacedMention>): Target | undefined {
  if (place === undefined) return undefined
  const mention = place.document.mentions.find(
    (each) =>
      each.status === 'suggested' &&
      sameSpan(mentionSpan(each), span) &&
      (type === undefined || each.type === type),
  )
  return mention === undefined ? undefined : { ...place, mention }
}
