/** Small things that all readers do with files: their names, and their bytes as text. */

/** Total: bytes that are no UTF-8 become U+FFFD. A byte order mark is kept: some tools count it. */
export function decodeUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The path without its last ending. */
export function stemOf(path: string): string {
  return path.replace(/\.[^./]+$/, '')
}
