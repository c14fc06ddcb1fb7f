/** Positions of other tools: UTF-16 offsets of a text to code points or UTF-8 bytes, and back. */
import { firstIndex } from '../../values/sorted.ts'

export interface Positions {
  /** Position of a UTF-16 offset; one inside a character counts as before it. */
  toPosition(offset: number): number
  /** The UTF-16 offset of a position; what lies outside is clamped. */
  toOffset(position: number): number
  /** Of the whole text. */
  readonly length: number
}

/**
 * Code points of a text as it is: every newline counts, `\r\n` as two (see `codePointMap` for the LF
 * view of sidecars, which is the same for the texts of an `ExchangePage`).
 */
export function codePoints(text: string): Positions {
  return positions(text, () => 1)
}

/** Bytes of the text in UTF-8. */
export function utf8Bytes(text: string): Positions {
  return positions(text, (character) =>
    character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4,
  )
}

/** UTF-16 itself, so that a format can take its unit from a setting. */
export function utf16(text: string): Positions {
  const clamp = (at: number): number => Math.max(0, Math.min(text.length, at))
  return { toPosition: clamp, toOffset: clamp, length: text.length }
}

function positions(text: string, size: (character: number) => number): Positions {
  // at[i]: position of offset i.
  const at = new Uint32Array(text.length + 1)
  let position = 0
  for (let i = 0; i < text.length; ) {
    const character = text.codePointAt(i) ?? 0
    at[i] = position
    if (character > 0xffff) at[i + 1] = position
    i += character > 0xffff ? 2 : 1
    position += size(character)
  }
  at[text.length] = position
  return {
    length: position,
    toPosition: (offset) => at[Math.max(0, Math.min(text.length, Math.trunc(offset)))] ?? 0,
    toOffset(wanted) {
      // The first offset whose position is not smaller.
      return firstIndex(text.length, (middle) => (at[middle] ?? 0) >= wanted)
    },
  }
}

export interface LfText {
  /** Without byte order mark, `\n` for `\r\n` and lone `\r`. */
  readonly text: string
  /** Offset in the raw text to offset in `text`. */
  toLf(offset: number): number
}

/** A text of a file, and how offsets in it become offsets in its LF view. */
export function lfText(raw: string): LfText {
  if (!raw.includes('\r') && !raw.startsWith('\uFEFF')) {
    return { text: raw, toLf: (offset) => Math.max(0, Math.min(raw.length, offset)) }
  }
  const to = new Uint32Array(raw.length + 1)
  let length = 0
  for (let i = 0; i < raw.length; i++) {
    to[i] = length
    const mark = i === 0 && raw.startsWith('\uFEFF')
    const returned = raw[i] === '\r' && raw[i + 1] === '\n'
    if (!mark && !returned) length++
  }
  to[raw.length] = length
  const text = (raw.startsWith('\uFEFF') ? raw.slice(1) : raw).replace(/\r\n?/g, '\n')
  return { text, toLf: (offset) => to[Math.max(0, Math.min(raw.length, Math.trunc(offset)))] ?? 0 }
}
