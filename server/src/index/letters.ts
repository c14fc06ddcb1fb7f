/** How editors match what is typed with names: its letters in their order, others between them. */

/** White space does not count, nor whether letters are small. */
export function lettersOf(query: string): string {
  return query.replace(/\s+/g, '').toLowerCase()
}

/** `letters` as `lettersOf` gives them. */
export function hasLetters(name: string, letters: string): boolean {
  let found = 0
  for (const unit of name.toLowerCase()) {
    if (letters.startsWith(unit, found)) found += unit.length
    if (found >= letters.length) return true
  }
  return letters === ''
}
