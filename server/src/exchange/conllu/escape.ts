/** Texts in CoNLL-U: white space as UDPipe escapes it, and values inside `Entity` brackets. */

/** For `SpacesAfter`: `\s`, `\n`, `\t`, `\r` as in UDPipe; other white space as `\u3000`. */
export function escapeSpaces(blanks: string): string {
  return blanks.replace(
    /./gs,
    (character) =>
      `\\${shortNames.get(character) ?? `u${character.charCodeAt(0).toString(16).padStart(4, '0')}`}`,
  )
}

export function unescapeSpaces(escaped: string): string {
  return escaped.replace(/\\(?:u([\da-f]{4})|(.))/gis, (_whole, code?: string, name = '') =>
    code === undefined
      ? (characters.get(name) ?? name)
      : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

const shortNames: ReadonlyMap<string, string> = new Map([
  [' ', 's'],
  ['\n', 'n'],
  ['\t', 't'],
  ['\r', 'r'],
])
const characters: ReadonlyMap<string, string> = new Map(
  [...shortNames].map(([character, name]) => [name, character]),
)

/**
 * A value between brackets, of which marks and blanks are `%` codes: `A-B` is `A%2DB`. Half of a surrogate pair
 * is U+FFFD.
 */
export function escapeValue(value: string): string {
  return value
    .replace(/[\ud800-\udfff]/gu, '\uFFFD')
    .replace(marks, (character) => encodeURIComponent(character).replace(/^[^%]$/, codeOf))
}

export function unescapeValue(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** Also what stands alone for nothing (`_`), and white space for Python and JavaScript. */
const marks = /[-%()[\]|=,:\s\u0000-\u001f\u0085\u007f]|^_$/g

function codeOf(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
