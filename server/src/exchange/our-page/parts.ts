/** The parts of an annotation as JSON, for formats and side files that hold them so; read with suspicion. */

import type { Attributes, Status } from '../../annotation/record/record.ts'
import type { Span } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import { isObject, type Json, type JsonObject, own } from '../../values/json.ts'
import type { MentionPart } from '../format/holds.ts'
import type { ExchangeMention, ExchangeRelation } from '../format/model.ts'

/** What `partsOfJson` finds: each part is there only with a value of the right kind. */
export type Parts = { readonly [Part in MentionPart]?: NonNullable<ExchangeMention[Part]> }

/** Those of `parts` that a mention or relation has. */
export function jsonOfParts(
  statement: ExchangeMention | ExchangeRelation,
  parts: readonly MentionPart[],
): JsonObject {
  const values: Partial<Record<MentionPart, Json>> = { ...statement }
  const found: Record<string, Json> = {}
  for (const part of parts) {
    const value = values[part]
    if (value !== undefined) found[part] = value
  }
  return found
}

/** Total: keys that are unknown or hold something else are passed over. */
export function partsOfJson(json: Json | undefined): Parts {
  if (!isObject(json)) return {}
  const text = (key: string): string | undefined => {
    const value = own(json, key)
    return typeof value === 'string' ? value : undefined
  }
  const id = text('id')
  const status = statusOf(own(json, 'status'))
  const confidence = own(json, 'confidence')
  const source = text('source')
  const attributes = attributesOf(own(json, 'attributes'))
  const note = text('note')
  const entity = text('entity')
  const reading = text('reading')
  const who = text('who')
  const when = text('when')
  const extra = own(json, 'extra')
  return {
    ...(id ? { id } : {}),
    ...defined({ status }),
    ...(typeof confidence === 'number' ? { confidence } : {}),
    ...defined({ source, attributes, note }),
    ...(own(json, 'unsure') === true ? { unsure: true } : {}),
    ...(entity ? { entity } : {}),
    ...defined({ reading, who, when }),
    ...(isObject(extra) && Object.keys(extra).length > 0 ? { extra } : {}),
  }
}

export function statusOf(value: Json | undefined): Status | undefined {
  return value === 'accepted' || value === 'suggested' || value === 'rejected' ? value : undefined
}

/** `undefined` for no attributes: values that are no text, number or boolean are passed over. */
export function attributesOf(json: Json | undefined): Attributes | undefined {
  if (!isObject(json)) return undefined
  const entries = Object.entries(json).flatMap(([key, value]): [string, Attributes[string]][] =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[key, value]]
      : [],
  )
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/** Spans without empty ones; those that touch or overlap the one before them are one with it. */
export function tidySpans(spans: readonly Span[]): readonly Span[] {
  const tidy: Span[] = []
  for (const { start, end } of spans) {
    const last = tidy.at(-1)
    if (start >= end) continue
    if (last !== undefined && start <= last.end && end >= last.start) {
      tidy[tidy.length - 1] = {
        start: Math.min(start, last.start),
        end: Math.max(end, last.end),
      }
    } else tidy.push({ start, end })
  }
  return tidy
}
