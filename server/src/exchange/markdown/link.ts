/** Links between exported files. */

/** A relative path as an address inside `(…)`: no blank and no bracket is left in it. */
export function pathToRelativeUrl(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/[\ud800-\udfff]/gu, '\uFFFD')))
    .join('/')
    .replace(/[()'*!~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
