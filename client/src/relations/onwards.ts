/** Where one can go on from the end of a relation: not back along the relations that led there. */
import type { RelatedItem } from '../../../server/src/protocol.ts'

export function onwards(
  items: readonly RelatedItem[],
  seen: readonly string[],
): readonly RelatedItem[] {
  return items.filter(({ id }) => !seen.includes(id))
}
