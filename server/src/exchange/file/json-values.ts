/** Values out of JSON from elsewhere, by the kind that is wanted. */
import { type Json, type JsonObject, own } from '../../values/json.ts'

export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** The values of a list; a single value is a list of one, nothing is none. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return isJsonList(value) ? value : [value]
}

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

export function stringOf(object: JsonObject, key: string): string | undefined {
  return textOf(own(object, key))
}

export function numberOf(object: JsonObject, key: string): number | undefined {
  const value = own(object, key)
  return typeof value === 'number' ? value : undefined
}
