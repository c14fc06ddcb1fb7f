/** Names of types in tags: white space would be a new column. */

/** `%` and white space as in an address: `举措 类` is `举措%20类`. */
export function tagName(type: string): string {
  return type.replace(/[\s%\u001c-\u001f\u0085]/g, (character) => encodeURIComponent(character))
}

/** Total: what is no code stays as it is. */
export function nameOfTag(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
