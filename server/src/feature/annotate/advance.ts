/** Where a review goes on after a decision: found when its edits are in, since suggestions change with them. */

import { findPage, type Snapshot } from '../../corpus/snapshot/model.ts'
import type { ReviewState } from '../../protocol.ts'
import type { Span } from '../../text/span.ts'
import { own } from '../../values/json.ts'
import { readFilter } from '../review/filter.ts'
import { nextStop } from '../review/next.ts'
import { reviewState } from '../review/progress.ts'
import type { ActionContext, ActionParams, Afterwards } from './action.ts'

/** What `advance` adds to the parameters of a command, for docs/commands.md. */
export const advanceParameters = {
  advance:
    'Optional; `true`: `select` is the next stop of the review, and absent where nothing is left.',
  filter: 'Optional, with `advance`: the review’s `ReviewFilter`.',
}

/** What `advance` adds to the answer. */
export const advanceAnswer =
  'With `advance`: `{ "state": … }` with the `ReviewState` of the page, and `"wrapped": true` when the end of the corpus was passed.'

/**
 * Of a decision on what stands at `from` of the page `uri`. Nothing where the person does not go on.
 * `rest`: something else may be suggested in its place.
 */
export function advance(
  { values }: ActionParams,
  { versions }: ActionContext,
  { uri, from, rest }: { readonly uri: string; readonly from: Span; readonly rest: boolean },
): { readonly after?: (snapshot: Snapshot) => Afterwards } {
  if (own(values, 'advance') !== true) return {}
  const filter = readFilter(own(values, 'filter'))
  return {
    after(snapshot) {
      const place = findPage(snapshot, uri)
      if (place === undefined) return {}
      const found = nextStop(place, { direction: 'next', filter, from, rest, versions })
      const state: ReviewState = reviewState(place.document, filter)
      return {
        select: found && { uri: found.document.uri, span: found.stop.span },
        answer: { state: { ...state }, ...(found?.wrapped === true ? { wrapped: true } : {}) },
      }
    },
  }
}
