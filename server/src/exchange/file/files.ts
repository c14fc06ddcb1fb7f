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

/** Lines as people save them: UTF-8, UTF-16 with its mark, or the GB18030 of a Chinese Windows. No byte order mark. */
export function decodeTable(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
