/** Where a review goes on after a decision: found when its edits are in, since suggestions change with them. */

import { findPage, type Snapshot } from '../../corpus/snapshot/model.ts'
import type { Arrived, Onwards } from '../../protocol.ts'
import type { Span } from '../../text/span.ts'
import { nextStop } from '../review/next.ts'
import { reviewState } from '../review/progress.ts'
import type { ActionContext, Afterwards } from './action.ts'
import { filter, flag, optional } from './parameters.ts'

/** What `advance` adds to the parameters of a command. */
export const advanceParameters = {
  advance: optional(
    flag(
      'Optional; `true`: `select` is the next stop of the review, and absent where nothing is left.',
    ),
  ),
  filter: optional(filter('Optional, with `advance`: the review’s `ReviewFilter`.')),
}

/** What `advance` adds to the answer, for docs/commands.md. */
export const advanceAnswer =
  'With `advance`: `{ "state": … }` with the `ReviewState` of the page, and `"wrapped": true` when the end of the corpus was passed.'

/**
 * Of a decision on what stands at `from` of the page `uri`. Nothing where the person does not go on.
 * `rest`: something else may be suggested in its place.
 */
export function advance(
  { advance: isWanted, filter: within = {} }: Onwards,
  { versions }: ActionContext,
  { uri, from, rest }: { readonly uri: string; readonly from: Span; readonly rest: boolean },
): { readonly after?: (snapshot: Snapshot) => Afterwards<Arrived> } {
  if (isWanted !== true) return {}
  return {
    after(snapshot) {
      const place = findPage(snapshot, uri)
      if (place === undefined) return {}
      const found = nextStop(place, { direction: 'next', filter: within, from, rest, versions })
      const state = reviewState(place.document, within)
      return {
        select: found && { uri: found.document.uri, span: found.stop.span },
        answer: { state, ...(found?.wrapped === true ? { wrapped: true } : {}) },
      }
    },
  }
}
