/** Remembers what was made of texts seen lately, so that an edit costs only what it touches. */

/** What `make` gave for `key`, or gives now. At most `size` answers are kept: those asked for last. */
export type Recent<V> = (key: string, make: () => V) => V

export function recent<V>(size: number): Recent<V> {
  const made = new Map<string, { readonly value: V }>()
  return (key, make) => {
    const known = made.get(key) ?? { value: make() }
    // Deleted and set again, so that the oldest entry is the one not asked for longest.
    made.delete(key)
    made.set(key, known)
    for (const oldest of made.keys()) {
      if (made.size <= size) break
      made.delete(oldest)
    }
    return known.value
  }
}
