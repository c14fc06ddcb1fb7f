/** What is derived from a value that never changes, made once and kept as long as the value. */

/** `make` with its answers kept by key. Any object can be a key: a lexicon, a page, a unit. */
export function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { readonly value: V }>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known.value
    const value = make(key)
    made.set(key, { value })
    return value
  }
}
