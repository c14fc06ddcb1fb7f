/** JSON values as they come out of a file: nothing is known of them yet. */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [key: string]: Json
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The own value of a key: `constructor` and `__proto__` are keys like any other. */
export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** Levels of lists and objects that a value may have: printing deeper ones could end the stack. */
const deepest = 64

/**
 * What JSON.parse gives, behind a byte order mark too: files that were joined have one in the middle. `undefined` for
 * what is not JSON or nested more than 64 levels deep.
 */
export function parseJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
    return isDeeper(value, deepest) ? undefined : value
  } catch {
    return undefined
  }
}

function isDeeper(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  const parts: readonly Json[] = Array.isArray(value) ? value : Object.values(value)
  return parts.some((part) => isDeeper(part, levels - 1))
}

/** One line, the keys of every object in code unit order except those that `order` puts first. */
export function printJson(value: Json | undefined, order?: ReadonlyMap<string, number>): string {
  if (Array.isArray(value)) return `[${value.map((part: Json) => printJson(part)).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value ?? null)
  const parts: string[] = []
  for (const key of sortedKeys(value, order)) {
    // A key set to `undefined` in the code is a key that is not there.
    const part = own(value, key)
    if (part !== undefined) parts.push(`${JSON.stringify(key)}:${printJson(part)}`)
  }
  return `{${parts.join(',')}}`
}

function sortedKeys(value: object, order: ReadonlyMap<string, number> | undefined): string[] {
  const rank = (key: string): number => order?.get(key) ?? Number.MAX_SAFE_INTEGER
  return Object.keys(value).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0))
}

/** Whether two values print the same. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined) return false
  return printJson(a) === printJson(b)
}
