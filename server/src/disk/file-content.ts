/** A page as it was read from disk. */

/** A page as it was read from disk. The text has no byte order mark. */
export interface FileContent {
  readonly text: string
  /** VS Code's name of the encoding: `utf8`, `utf8bom`, `utf16le`, `utf16be`, `gb18030`. */
  readonly encoding: string
  /** A `binary` file is counted and is no page. */
  readonly state: 'ready' | 'tooLarge' | 'binary'
}

/** Pages of more UTF-8 bytes are shown but not analysed. */
export const largestPage = 5_000_000

export function isTooLarge(text: string): boolean {
  // A UTF-16 unit is at most three bytes of UTF-8: ordinary pages need no counting.
  return text.length * 3 > largestPage && Buffer.byteLength(text) > largestPage
}
