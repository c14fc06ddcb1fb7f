/** One decision on all suggestions of a name: on the page or in the corpus, as one step, with a preview. */

import { mentionSpan } from '../../annotation/record/mention.ts'
import type { AllOfName, NamePreview } from '../../protocol.ts'
import type { Span } from '../../text/span.ts'
import { t } from '../wording/messages.ts'
import type { Action, ActionContext, ActionResult, Answered } from './action.ts'
import { acceptance, type Decided, rejection, rejectionEverywhere } from './decide.ts'
import { decideAll } from './many.ts'
import { flag, type InOffsets, ofMention, oneOf, optional, placedMentions } from './parameters.ts'
import { noMention, refused } from './refused.ts'
import { previewOf, type SameName, sameName } from './same-name.ts'
import { type Target, targetOf } from './target.ts'

const scope = optional(oneOf(['page', 'corpus'], '`page` or `corpus`.'))
const preview = optional(
  flag(
    'Optional; `true`: nothing is changed, `items` lists what would be, those with another type last.',
  ),
)
const otherTypes = optional(
  flag(
    'Optional; `true`: also those that are suggested with another type, which get the type of this one.',
  ),
)
const items = optional(
  placedMentions(
    'Optional, with `otherTypes`: `[{ "uri": …, "range": … }]`: only these of them, as a person picked them from the preview.',
  ),
)
const answer =
  '`{ "name", "type", "count", "pages", "otherTypes": { "Place": 2 }, "annotated" }` with `preview`: suggestions of this type and the pages they are on, how many have another type, and annotations of the name, which stay; else `{ "count", "left" }`.'

export const acceptAllOfName: Action<'acceptAllOfName'> = {
  asks: { with: 'preview' },
  description:
    'Accepts all suggestions that have the name and type of the mention at `position`, `range` or with `id`, in one step.',
  parameters: { ...ofMention, scope, preview, otherTypes, items },
  answer,
  run: (_, params, context) => decideName(params, context, { isAccepted: true }),
}

export const rejectAllOfName: Action<'rejectAllOfName'> = {
  asks: { with: 'preview' },
  description:
    'Rejects all suggestions that have the name and type of the mention at `position`, `range` or with `id`, in one step. In the `corpus` the name is not suggested with this type again, on new pages neither.',
  parameters: {
    ...ofMention,
    scope,
    preview,
    otherTypes: optional(
      flag('Optional; `true`: also those that are suggested with another type.'),
    ),
    items,
  },
  answer,
  run: (_, params, context) => decideName(params, context, { isAccepted: false }),
}

export const markEverywhere: Action<'markEverywhere'> = {
  asks: { without: 'apply' },
  description:
    'Finds every other place on the page and in the corpus where the name of the annotation at `position`, `range` or with `id` is a suggestion now; with `apply` accepts them in one step.',
  parameters: {
    ...ofMention,
    apply: optional(flag('Optional; `true`: accepts them.')),
    otherTypes,
    items,
  },
  answer,
  run(_, { apply, ...params }, context) {
    const target = targetOf(params)
    if (target === undefined) return noMention()
    if (target.mention.status !== 'accepted') {
      return refused(t('“{0}” is no annotation yet.', target.mention.text))
    }
    const whole = { ...params, scope: 'corpus', preview: apply !== true } as const
    return decideName(whole, context, { isAccepted: true })
  },
}

type WholeName = InOffsets<AllOfName>

function decideName(
  params: WholeName,
  context: ActionContext,
  { isAccepted }: { readonly isAccepted: boolean },
): ActionResult<'acceptAllOfName'> {
  const target = targetOf(params)
  if (target === undefined) return noMention()
  const { scope: where = 'page' } = params
  const found = sameName(target, where)
  if (params.preview === true) return previewed(target, found)
  const { same, other } = found
  const all = params.otherTypes === true ? [...same, ...other] : same
  const targets = pickedFrom(all, params)
  const { text, type } = target.mention
  if (targets.length === 0) return refused(t('“{0}” is suggested nowhere.', text))
  const isWhole = where === 'corpus' && targets.length === all.length
  const seen = new Set<string>()
  const reject = (each: Target): Decided => {
    // One record says it of the whole corpus, unless the person has left a place out.
    const isFirst = isWhole && !seen.has(each.mention.type)
    seen.add(each.mention.type)
    return isFirst ? rejectionEverywhere(each, context) : rejection(each, context)
  }
  return decideAll(targets, context, {
    decide: (each) =>
      isAccepted
        ? acceptance({ ...each, mention: { ...each.mention, type } }, context)
        : reject(each),
    label: (count) =>
      isAccepted ? t('Accept “{0}” ×{1}', text, count) : t('Reject “{0}” ×{1}', text, count),
  })
}

function pickedFrom(
  targets: readonly Target[],
  { place, items: picks }: WholeName,
): readonly Target[] {
  if (picks === undefined) return targets
  const key = (uri: string, { start, end }: Span): string => `${start} ${end} ${uri}`
  const picked = new Set(picks.map((each) => key((each.place ?? place).document.uri, each.range)))
  return targets.filter(({ document, mention }) =>
    picked.has(key(document.uri, mentionSpan(mention))),
  )
}

function previewed(
  { mention }: Target,
  { same, other, annotated }: SameName,
): Answered<NamePreview> {
  const counts = new Map<string, number>()
  for (const { mention: each } of other) {
    counts.set(each.type, (counts.get(each.type) ?? 0) + 1)
  }
  return {
    kind: 'answer',
    answer: {
      name: mention.text,
      type: mention.type,
      count: same.length,
      pages: new Set(same.map(({ document }) => document)).size,
      otherTypes: Object.fromEntries(counts),
      annotated,
    },
    items: previewOf([...same, ...other]),
  }
}
