/** A page as doccano imports it: keys that it does not know stay with the text and come back. */
import type { JsonObject } from '../../values/json.ts'
import type { Holds } from '../format/holds.ts'
import { isRelationWritable, isWritable } from '../format/losses.ts'
import type { ExchangePage } from '../format/model.ts'
import { isInOnePiece } from '../our-page/single-spans.ts'
import { codePoints } from '../our-page/text-positions.ts'

export function doccanoPage(page: ExchangePage, holds: Holds): JsonObject {
  const { path, kind, text, data, sha256 } = page
  const { toPosition } = codePoints(text)
  const entities: JsonObject[] = []
  const ids = new Map<string, number>()
  for (const mention of page.mentions.filter((each) => isWritable(each, holds))) {
    if (isInOnePiece(mention)) ids.set(mention.id, entities.length)
    for (const { start, end } of mention.spans) {
      entities.push({
        id: entities.length,
        start_offset: toPosition(start),
        end_offset: toPosition(end),
        label: mention.type,
      })
    }
  }
  const relations: JsonObject[] = []
  for (const relation of page.relations.filter((each) => isRelationWritable(each, holds))) {
    const from_id = ids.get(relation.from)
    const to_id = ids.get(relation.to)
    if (from_id === undefined || to_id === undefined) continue
    relations.push({ id: relations.length, from_id, to_id, type: relation.type })
  }
  return { text, path, form: kind, sha256, ...data, entities, relations }
}
