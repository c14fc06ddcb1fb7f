/** Where a text perhaps goes on elsewhere: the unsure join at a place. */
import type { Document } from '../../corpus/snapshot/model.ts'
import type { UnsureJoin } from '../../page/model.ts'
import { touchesOffset } from '../../text/span.ts'

/**
 * The join whose first block stops, or whose second one begins, nearest to a UTF-16 offset inside of
 * either, not farther than `reach` units.
 */
export function unsureJoinAt(
  { page }: Pick<Document, 'page'>,
  offset: number,
  reach: number = Infinity,
): UnsureJoin | undefined {
  let best: UnsureJoin | undefined
  let least = reach
  for (const join of page.unsureJoins) {
    const { from, to } = join
    const distance = Math.min(
      touchesOffset(from.span, offset) ? from.span.end - offset : Infinity,
      touchesOffset(to.span, offset) ? offset - to.span.start : Infinity,
    )
    if (distance > least || (distance === least && best !== undefined)) continue
    best = distance === Infinity ? best : join
    least = distance
  }
  return best
}
