/** Remembers what was made of texts seen lately, so that an edit costs only what it touches. */

interface Recent<V> {
  /** What `make` gave for `key`, or gives now. The answers asked for last are kept. */
  (key: string, make: () => V): V
  /** What is kept for `key`; `undefined` for nothing. */
  known(key: string): V | undefined
}

/**
 * Keeps answers up to `size`: that many, or as many as `weightOf` their keys adds up to. The newest
 * is kept whatever it weighs.
 */
export function recent<V>(size: number, weightOf: (key: string) => number = () => 1): Recent<V> {
  const made = new Map<string, { readonly value: V }>()
  let weight = 0
  const ask = (key: string, make: () => V): V => {
    const before = made.get(key)
    const known = before ?? { value: make() }
    if (before === undefined) weight += weightOf(key)
    // Deleted and set again, so that the oldest entry is the one not asked for longest.
    else made.delete(key)
    made.set(key, known)
    if (weight > size) forget()
    return known.value
  }
  const forget = (): void => {
    for (const oldest of made.keys()) {
      if (weight <= size || made.size === 1) break
      made.delete(oldest)
      weight -= weightOf(oldest)
    }
  }
  return Object.assign(ask, { known: (key: string) => made.get(key)?.value })
}
