/** How editors match what is typed with names: its letters in their order, others between them. */

/** White space does not count, nor whether letters are small. */
export function lettersOf(query: string): string {
  return query.replace(/\s+/g, '').toLowerCase()
}

/** `letters` as `lettersOf` gives them. Asked of every name of a corpus: Chinese has no small letters to look for. */
export function hasLetters(name: string, letters: string): boolean {
  const text = letters === letters.toUpperCase() ? name : name.toLowerCase()
  let from = 0
  for (const letter of letters) {
    const at = text.indexOf(letter, from)
    if (at < 0) return false
    from = at + letter.length
  }
  return true
}
