/** The one key of each type that marks a selection with it. */
import type { Schema } from './schema.ts'

/** In the order in which they are given away: as they stand on a keyboard. */
export const typeKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-'] as const

/**
 * The key by the name of the type. A key that the schema gives is kept; the others go to types
 * without one in the order of the schema, kinds of another type last, so that a hand which knows
 * the main types finds them where they were when kinds are added. There are eleven keys: types
 * behind them have none.
 */
export function keysOfTypes({ types }: Schema): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  for (const { name, key } of types) if (key !== undefined) keys.set(name, key)
  const taken = new Set(keys.values())
  const free = typeKeys.filter((key) => !taken.has(key))
  const without = types.filter(({ name }) => !keys.has(name))
  const kinds = without.filter(({ parent }) => parent !== undefined)
  const main = without.filter(({ parent }) => parent === undefined)
  for (const [i, { name }] of [...main, ...kinds].entries()) {
    const key = free[i]
    if (key !== undefined) keys.set(name, key)
  }
  return keys
}
