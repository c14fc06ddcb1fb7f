/** One decision on all suggestions of a name: on the page or in the corpus, as one step, with a preview. */

import { mentionSpan } from '../../annotation/record/mention.ts'
import type { Span } from '../../text/span.ts'
import { own } from '../../values/json.ts'
import { t } from '../wording/messages.ts'
import type { Action, ActionContext, ActionParams, ActionResult } from './action.ts'
import { acceptance, type Decided, rejection, rejectionEverywhere } from './decide.ts'
import { decideAll } from './many.ts'
import { noMention, refused } from './result.ts'
import { previewOf, type SameName, sameName } from './same-name.ts'
import { type Target, targetOf } from './target.ts'

const preview =
  'Optional; `true`: nothing is changed, `items` lists what would be, those with another type last.'
const otherTypes =
  'Optional; `true`: also those that are suggested with another type, which get the type of this one.'
const items =
  'Optional, with `otherTypes`: `[{ "uri": …, "range": … }]`: only these of them, as a person picked them from the preview.'
const answer =
  '`{ "name", "type", "count", "pages", "otherTypes": { "Place": 2 }, "annotated" }` with `preview`: suggestions of this type and the pages they are on, how many have another type, and annotations of the name, which stay; else `{ "count", "left" }`.'

export const acceptAllOfName: Action = {
  name: 'acceptAllOfName',
  description:
    'Accepts all suggestions that have the name and type of the mention at `position`, `range` or with `id`, in one step.',
  parameters: { scope: '`page` or `corpus`.', preview, otherTypes, items },
  answer,
  run: (_, params, context) =>
    decideName(params, context, {
      scope: own(params.values, 'scope') === 'corpus' ? 'corpus' : 'page',
      isAccepted: true,
    }),
}

export const rejectAllOfName: Action = {
  name: 'rejectAllOfName',
  description:
    'Rejects all suggestions that have the name and type of the mention at `position`, `range` or with `id`, in one step. In the `corpus` the name is not suggested with this type again, on new pages neither.',
  parameters: {
    scope: '`page` or `corpus`.',
    preview,
    otherTypes: 'Optional; `true`: also those that are suggested with another type.',
    items,
  },
  answer,
  run: (_, params, context) =>
    decideName(params, context, {
      scope: own(params.values, 'scope') === 'corpus' ? 'corpus' : 'page',
      isAccepted: false,
    }),
}

export const markEverywhere: Action = {
  name: 'markEverywhere',
  description:
    'Finds every other place on the page and in the corpus where the name of the annotation at `position`, `range` or with `id` is a suggestion now; with `apply` accepts them in one step.',
  parameters: { apply: 'Optional; `true`: accepts them.', otherTypes, items },
  answer,
  run(_, params, context) {
    const target = targetOf(params)
    if (target === undefined) return noMention()
    if (target.mention.status !== 'accepted') {
      return refused(t('“{0}” is no annotation yet.', target.mention.text))
    }
    const values = { ...params.values, preview: own(params.values, 'apply') !== true }
    const how = { scope: 'corpus', isAccepted: true } as const
    return decideName({ ...params, values }, context, how)
  },
}

interface How {
  readonly scope: 'page' | 'corpus'
  readonly isAccepted: boolean
}

function decideName(params: ActionParams, context: ActionContext, how: How): ActionResult {
  const target = targetOf(params)
  if (target === undefined) return noMention()
  const found = sameName(target, how.scope)
  if (own(params.values, 'preview') === true) return previewed(target, found)
  const { same, other } = found
  const all = own(params.values, 'otherTypes') === true ? [...same, ...other] : same
  const targets = pickedFrom(all, params)
  const { text, type } = target.mention
  if (targets.length === 0) return refused(t('“{0}” is suggested nowhere.', text))
  const isWhole = how.scope === 'corpus' && targets.length === all.length
  const seen = new Set<string>()
  const reject = (each: Target): Decided => {
    // One record says it of the whole corpus, unless the person has left a place out.
    const isFirst = isWhole && !seen.has(each.mention.type)
    seen.add(each.mention.type)
    return isFirst ? rejectionEverywhere(each, context) : rejection(each, context)
  }
  return decideAll(targets, context, {
    decide: (each) =>
      how.isAccepted
        ? acceptance({ ...each, mention: { ...each.mention, type } }, context)
        : reject(each),
    label: (count) =>
      how.isAccepted ? t('Accept “{0}” ×{1}', text, count) : t('Reject “{0}” ×{1}', text, count),
  })
}

function pickedFrom(targets: readonly Target[], { items }: ActionParams): readonly Target[] {
  if (items === undefined) return targets
  const key = (uri: string, { start, end }: Span): string => `${start} ${end} ${uri}`
  const picked = new Set(
    items.flatMap(({ place, span }) =>
      place === undefined || span === undefined ? [] : [key(place.document.uri, span)],
    ),
  )
  return targets.filter(({ document, mention }) =>
    picked.has(key(document.uri, mentionSpan(mention))),
  )
}

function previewed({ mention }: Target, { same, other, annotated }: SameName): ActionResult {
  const otherTypes = new Map<string, number>()
  for (const { mention: each } of other) {
    otherTypes.set(each.type, (otherTypes.get(each.type) ?? 0) + 1)
  }
  return {
    kind: 'answer',
    answer: {
      name: mention.text,
      type: mention.type,
      count: same.length,
      pages: new Set(same.map(({ document }) => document)).size,
      otherTypes: Object.fromEntries(otherTypes),
      annotated,
    },
    items: previewOf([...same, ...other]),
  }
}
