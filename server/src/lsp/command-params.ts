/** The one argument of a server command: its positions and ranges as offsets of the pages they are on. */

import { type Document, findPage, type Snapshot } from '../corpus/snapshot/model.ts'
import type { ActionParams, Place } from '../feature/annotate/action.ts'
import type { Range } from '../protocol.ts'
import type { Span } from '../text/span.ts'
import { defined } from '../values/defined.ts'
import { isObject, type Json, type JsonObject, own } from '../values/json.ts'
import { positionToOffset, rangeToSpan } from './convert.ts'

/**
 * `position`, `range` and `ranges` as offsets of the page `uri`; the same in `from` and `to`, and in
 * `items`, each of which may name a page of its own.
 */
export function paramsOf(snapshot: Snapshot, values: JsonObject): ActionParams {
  const uri = own(values, 'uri')
  const place = typeof uri === 'string' ? findPage(snapshot, uri) : undefined
  const items = own(values, 'items')
  const [from, to] = ['from', 'to'].map((end) => endOf(own(values, end), place?.document))
  return {
    place,
    ...placeOf(values, place?.document),
    ends: { ...defined({ from, to }) },
    ...(Array.isArray(items) ? { items: itemsOf(snapshot, items, values) } : {}),
  }
}

function itemsOf(
  snapshot: Snapshot,
  items: readonly Json[],
  { uri }: JsonObject,
): readonly ActionParams[] {
  return items.flatMap((item) => {
    if (!isObject(item)) return []
    const { items: _none, ...values } = item
    return [paramsOf(snapshot, { ...defined({ uri }), ...values })]
  })
}

function endOf(value: Json | undefined, document: Document | undefined): Place | undefined {
  if (!isObject(value)) return undefined
  const isPosition = toPosition(value) !== undefined
  return placeOf(isPosition ? { position: value } : value, document)
}

function placeOf(values: JsonObject, document: Document | undefined): Place {
  const position = toPosition(own(values, 'position'))
  const range = toRange(own(values, 'range'))
  const ranges = own(values, 'ranges')
  const spanOf = (each: Range): Span | undefined =>
    document === undefined ? undefined : rangeToSpan(document, each)
  return {
    offset:
      position === undefined || document === undefined
        ? undefined
        : positionToOffset(document, position),
    span: range === undefined ? undefined : spanOf(range),
    spans: Array.isArray(ranges)
      ? ranges.flatMap((each: Json) => {
          const read = toRange(each)
          const span = read === undefined ? undefined : spanOf(read)
          return span === undefined ? [] : [span]
        })
      : undefined,
    values,
  }
}

function toPosition(value: Json | undefined) {
  if (!isObject(value)) return undefined
  const [line, character] = [own(value, 'line'), own(value, 'character')]
  return typeof line === 'number' && typeof character === 'number' ? { line, character } : undefined
}

export function toRange(value: Json | undefined): Range | undefined {
  if (!isObject(value)) return undefined
  const [start, end] = [toPosition(own(value, 'start')), toPosition(own(value, 'end'))]
  return start === undefined || end === undefined ? undefined : { start, end }
}

/** The argument as it came. */
export function toJson(value: unknown): JsonObject {
  const json: Json | undefined = JSON.parse(JSON.stringify(value ?? {}))
  return isObject(json) ? json : {}
}
