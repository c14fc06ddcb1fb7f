/** What the first bytes of files tell before there is a corpus: whether they are Chinese, and how they read in an encoding. */

/** Bytes that are looked at of each file. */
export const sampleBytes = 4096

/** In the order in which they are offered: names of VS Code, and of the decoder. */
const decoders = { gb18030: 'gb18030', gbk: 'gbk', big5hkscs: 'big5' } as const

export type OldEncoding = keyof typeof decoders

export const oldEncodings: readonly OldEncoding[] = ['gb18030', 'gbk', 'big5hkscs']

/** Whether a third of the letters and signs are Han characters, in UTF-8 or else in GB18030. Bytes with a NUL are no text. */
export function isChinese(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  const text = isUtf8(bytes) ? decode(bytes, 'utf-8') : decode(bytes, decoders.gb18030)
  const signs = text.replace(/\s/g, '').length
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  // What no encoding explains is no Chinese, however it is read.
  return signs > 0 && han * 3 >= signs && brokenSigns(text) * 20 <= signs
}

/** A character that the sample cuts does not count. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** The first words of a file in an encoding, on one line; at most `most` UTF-16 units. */
export function beginning(bytes: Uint8Array, encoding: OldEncoding, most = 40): string {
  const text = decode(bytes, decoders[encoding])
  return text.replace(/\s+/g, ' ').trim().slice(0, most)
}

/** The encoding in which the fewest signs of the files make no sense, the first of several. */
export function likelyEncoding(files: readonly Uint8Array[]): OldEncoding {
  const broken = (encoding: OldEncoding): number =>
    files.reduce((sum, bytes) => sum + brokenSigns(decode(bytes, decoders[encoding])), 0)
  const [first] = oldEncodings
    .map((encoding) => ({ encoding, count: broken(encoding) }))
    .sort((a, b) => a.count - b.count)
  return first?.encoding ?? 'gb18030'
}

function decode(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes, { stream: true })
}

/** Signs that stand for bytes without a meaning, and those of no alphabet. */
function brokenSigns(text: string): number {
  return text.match(/[\ufffd\p{Co}\p{Cn}]/gu)?.length ?? 0
}
