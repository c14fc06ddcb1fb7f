/** Accepting a suggestion: from now on it is an annotation. */

import { mentionSpan } from '../../annotation/record/mention.ts'
import { rejectedAt } from '../looking/mention-at.ts'
import { t } from '../wording/messages.ts'
import type { Action, ActionContext, ActionParams, ActionResult } from './action.ts'
import { advance, advanceAnswer, advanceParameters } from './advance.ts'
import { acceptance, type Decide } from './decide.ts'
import { flag, ofMention, optional, text } from './parameters.ts'
import { noMention, refused } from './refused.ts'
import { targetOf } from './target.ts'

export const accept: Action<'accept'> = {
  description:
    'Accepts the suggestion at `position`, `range` or with `id`; an annotation that is unsure is so no longer. With `advance` a place without a mention only goes on.',
  parameters: {
    ...decisionParameters(),
    rejected: optional(
      flag(
        'Optional; `true`: also one that was rejected; at a place only where no other one stands.',
      ),
    ),
  },
  answer: advanceAnswer,
  run(_, params, context) {
    const { place, id, advance: goesOn, rejected: alsoRejected } = params
    const at = params.range?.start ?? params.ranges?.[0]?.start ?? params.position
    const isNothing = id === undefined && at !== undefined && targetOf(params) === undefined
    const rejected = isNothing && alsoRejected === true ? rejectedAt(place.document, at) : undefined
    if (isNothing && rejected === undefined && goesOn === true) return goOn(params, context, at)
    if (
      alsoRejected !== true &&
      id !== undefined &&
      targetOf(params)?.mention.status === 'rejected'
    ) {
      return refused(t('That was rejected: it is no suggestion any more.'))
    }
    const which = rejected?.record === undefined ? params : { ...params, id: rejected.record.id }
    return decideOne(which, context, {
      decide: acceptance,
      label: (name) => t('Accept “{0}”', name),
    })
  },
}

/** Nothing is decided where no mention stands. */
function goOn(
  params: ActionParams<'accept'>,
  context: ActionContext,
  at: number,
): ActionResult<'accept'> {
  const from = { start: at, end: at }
  const onwards = advance(params, context, { uri: params.place.document.uri, from, rest: false })
  return { kind: 'edits', label: t('Next suggestion'), edits: [], ...onwards }
}

/** Parameters of a decision on one mention. */
export function decisionParameters() {
  return {
    ...ofMention,
    type: optional(text('Optional: only a mention of this type.')),
    ...advanceParameters,
  }
}

/** One decision on the mention that `params` say, and where the review goes on. */
export function decideOne(
  params: ActionParams<'accept'>,
  context: ActionContext,
  { decide, label }: { readonly decide: Decide; readonly label: (name: string) => string },
): ActionResult<'accept'> {
  const target = targetOf(params)
  if (target === undefined) return noMention()
  const { document, mention } = target
  if (params.type !== undefined && params.type !== mention.type) return noMention()
  const decided = decide(target, context)
  if (decided.kind === 'refused') return refused(decided.message)
  const [uri, span] = [document.uri, mentionSpan(mention)]
  const lost = decided.kind === 'record' ? decided.edit.drop.length : 0
  return {
    kind: 'edits',
    label: label(mention.text),
    edits: decided.kind === 'record' ? [decided.edit] : [],
    select: { uri, span },
    ...(lost === 0 ? {} : { message: t('Relations dropped: {0}', lost) }),
    ...advance(params, context, { uri, from: span, rest: decide !== acceptance }),
  }
}
