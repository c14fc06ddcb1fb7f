/** Remembers what was made of many keys the last time, so that the next time only what is new is made. */

/** The values of `keys`, made or taken over from the last call with the same `owner`. */
export type Carried<O extends object, K, V> = (
  owner: O,
  keys: readonly K[],
  make: (key: K) => V,
) => readonly V[]

/**
 * Not a weak map of all keys: with ten thousands of short-lived keys that keeps the collector busy for
 * longer than making the values takes.
 */
export function carried<O extends object, K, V>(): Carried<O, K, V> {
  const last = new WeakMap<O, ReadonlyMap<K, V>>()
  return (owner, keys, make) => {
    const before = last.get(owner)
    const now = new Map<K, V>()
    const values = keys.map((key) => {
      const value = before?.get(key) ?? make(key)
      now.set(key, value)
      return value
    })
    last.set(owner, now)
    return values
  }
}
