/** Bytes of a page to its text: UTF-8 where they are, else the encoding that the corpus names. */
import { TextDecoder } from 'node:util'
import { type FileContent, isTooLarge } from './file-content.ts'

/** Where VS Code's name of an encoding is no label of the Encoding Standard. */
const labels: ReadonlyMap<string, string> = new Map([
  ['utf8', 'utf-8'],
  ['utf8bom', 'utf-8'],
  ['utf16le', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['big5hkscs', 'big5-hkscs'],
  ['cp950', 'big5'],
  ['shiftjis', 'shift_jis'],
  ['eucjp', 'euc-jp'],
  ['euckr', 'euc-kr'],
])

/** Takes VS Code's names and those of the Encoding Standard. */
export function isKnownEncoding(name: string): boolean {
  return decoder(name) !== undefined
}

/**
 * Total. A byte order mark decides first and is not part of the text. `encoding` is for pages that
 * are not UTF-8; one that is unknown is taken as GB18030, of which GBK and GB2312 are parts.
 */
export function decode(bytes: Uint8Array, encoding: string): FileContent {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return content(bytes.subarray(3), 'utf8bom')
  if (startsWith(bytes, [0xff, 0xfe])) return content(bytes.subarray(2), 'utf16le')
  if (startsWith(bytes, [0xfe, 0xff])) return content(bytes.subarray(2), 'utf16be')
  const isUtf16 = /^utf-?16/i.test(encoding)
  if (!isUtf16 && isBinary(bytes)) return { text: '', encoding, state: 'binary' }
  return readAsUtf8(bytes) ?? content(bytes, isKnownEncoding(encoding) ? encoding : 'gb18030')
}

/**
 * A page that was cut inside a character or lost a byte is still UTF-8: read in another encoding not
 * one of its characters would be right. In GB18030 read as UTF-8, nearly every character is broken.
 */
function readAsUtf8(bytes: Uint8Array): FileContent | undefined {
  const read = content(bytes, 'utf8')
  const replaced = read.text.match(/\uFFFD/g)?.length ?? 0
  // Replacement characters may stand in the file itself, in place of what was lost before.
  const written = replaced === 0 ? 0 : countWritten(bytes)
  if (replaced === written) return read
  const foreign = read.text.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  return (replaced - written) * 20 < foreign ? read : undefined
}

function content(bytes: Uint8Array, encoding: string): FileContent {
  const text = decoder(encoding)?.decode(bytes) ?? ''
  return { text, encoding, state: isTooLarge(text) ? 'tooLarge' : 'ready' }
}

function decoder(name: string): TextDecoder | undefined {
  try {
    return new TextDecoder(labels.get(name.toLowerCase()) ?? name, { ignoreBOM: true })
  } catch {
    return undefined
  }
}

/** One NUL does not make a page binary, one byte in thirty does: no text has so many controls. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192)
  let controls = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  return controls > 3 && controls * 30 > head.length
}

function countWritten(bytes: Uint8Array): number {
  let count = 0
  for (let i = 0; i + 2 < bytes.length; i++) {
    if (bytes[i] === 0xef && bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) count++
  }
  return count
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte)
}
