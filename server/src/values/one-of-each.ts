/** One string for all that say the same: each that is read or cut out anew takes its own memory. */

/** Forgets all where they are more than `most`. */
export function oneOfEach(most: number): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const same = known.get(text)
    if (same !== undefined) return same
    if (known.size >= most) known.clear()
    known.set(text, text)
    return text
  }
}
