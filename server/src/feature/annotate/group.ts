/** One decision on all suggestions of a group of the review, as one step, with a preview. */
import { mentionSpan } from '../../annotation/record/mention.ts'
import type { Snapshot } from '../../corpus/snapshot/model.ts'
import type { OfGroup } from '../../protocol.ts'
import type { Span } from '../../text/span.ts'
import { thingsInGroup } from '../review/groups.ts'
import { pagesToReview } from '../review/progress.ts'
import { t } from '../wording/messages.ts'
import type { Action, ActionContext, ActionResult } from './action.ts'
import { acceptance, type Decide, rejection } from './decide.ts'
import { decideAll } from './many.ts'
import {
  filter,
  flag,
  type InOffsets,
  oneOf,
  optional,
  page,
  placedMentions,
  text,
} from './parameters.ts'
import { refused } from './refused.ts'
import { previewOf } from './same-name.ts'
import type { Target } from './target.ts'

const parameters = {
  place: optional(page),
  by: oneOf(['place', 'type', 'name', 'confidence'], '`place`, `type`, `name` or `confidence`.'),
  key: text('The `key` of the `ReviewGroup`.'),
  filter: optional(filter('Optional: the review’s `ReviewFilter`.')),
  preview: optional(
    flag('Optional; `true`: nothing is changed, `items` lists the first that would be.'),
  ),
  except: optional(
    placedMentions(
      'Optional: `[{ "uri": …, "range": …, "type": … }]`: suggestions of the group that stay as they are.',
    ),
  ),
}

const answer =
  '`{ "count", "pages" }` with `preview`: suggestions of the group and the pages they are on; else `{ "count", "left" }`.'

export const acceptGroup: Action<'acceptGroup'> = {
  asks: { with: 'preview' },
  description:
    'Accepts all suggestions of a group of the review, on the page `uri` or on all, in one step.',
  parameters,
  answer,
  run: (snapshot, params, context) =>
    decideGroup(snapshot, params, {
      context,
      decide: acceptance,
      label: (count) => t('Accept {0} suggestions', count),
    }),
}

export const rejectGroup: Action<'rejectGroup'> = {
  asks: { with: 'preview' },
  description:
    'Rejects all suggestions of a group of the review, on the page `uri` or on all, in one step. Nothing is said of other pages.',
  parameters,
  answer,
  run: (snapshot, params, context) =>
    decideGroup(snapshot, params, {
      context,
      decide: rejection,
      label: (count) => t('Reject {0} suggestions', count),
    }),
}

function decideGroup(
  snapshot: Snapshot,
  params: InOffsets<OfGroup>,
  {
    context,
    ...how
  }: {
    readonly context: ActionContext
    readonly decide: Decide
    readonly label: (count: number) => string
  },
): ActionResult<'acceptGroup'> {
  const all = suggestionsIn(snapshot, params)
  if (params.preview === true) {
    const pages = new Set(all.map(({ document }) => document)).size
    return { kind: 'answer', answer: { count: all.length, pages }, items: previewOf(all) }
  }
  const kept = new Set(
    (params.except ?? []).map((each) =>
      keyOf((each.place ?? params.place)?.document.uri, each.range, each.type),
    ),
  )
  const targets = all.filter(({ document: { uri }, mention }) => {
    const span = mentionSpan(mention)
    return !kept.has(keyOf(uri, span)) && !kept.has(keyOf(uri, span, mention.type))
  })
  if (targets.length === 0) return refused(t('None of these is a suggestion any more.'))
  return decideAll(targets, context, how)
}

function suggestionsIn(
  snapshot: Snapshot,
  { place, by, key, filter: within = {} }: InOffsets<OfGroup>,
): readonly Target[] {
  const places = place === undefined ? pagesToReview(snapshot) : [place]
  return places.flatMap((each) =>
    thingsInGroup(each, key, { by, filter: within }).flatMap(({ kind, mention }) =>
      kind === 'suggestion' && mention !== undefined ? { ...each, mention } : [],
    ),
  )
}

function keyOf(uri: string | undefined, { start, end }: Span, type = ''): string {
  return `${start} ${end} ${type} ${uri}`
}
