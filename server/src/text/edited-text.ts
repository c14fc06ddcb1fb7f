/** A text while it is edited by lines and characters: an edit costs what it touches, not the whole text. */
import { firstIndex } from '../values/sorted.ts'
import type { Edit } from './edit.ts'
import { type LinePosition, type LineRange, linesStartingIn } from './lines.ts'

export class EditedText {
  /** One behind the other they are the text. */
  #pieces: string[]
  #length: number
  /** Offsets at which lines begin, the first is 0. */
  readonly #starts: number[]

  constructor(text: string) {
    this.#pieces = [text]
    this.#length = text.length
    this.#starts = [0, ...linesStartingIn(text)]
  }

  /** The text as it is now. */
  text(): string {
    const text = this.#pieces.join('')
    this.#pieces = [text]
    return text
  }

  /** The span of a range as the text is now. Total: what lies outside is clamped, what runs backwards turned round. */
  edit({ start, end }: LineRange, text: string): Edit {
    const from = this.#offset(start)
    const to = this.#offset(end)
    return { span: { start: Math.min(from, to), end: Math.max(from, to) }, text }
  }

  apply({ span: { start, end }, text }: Edit): void {
    const grown = text.length - (end - start)
    this.#replace(start, end, text)
    this.#length += grown
    // A line begins at an offset by the two characters around it.
    const first = this.#firstStart(Math.max(1, start))
    const behind = this.#firstStart(end + 1)
    const from = Math.max(0, start - 1)
    const around = this.#slice(from, start + text.length + 1)
    const inside = linesStartingIn(around)
      .map((offset) => from + offset)
      .filter((offset) => offset >= start && offset <= start + text.length)
    const moved = this.#starts.slice(behind)
    this.#starts.length = first
    for (const offset of inside) this.#starts.push(offset)
    for (const offset of moved) this.#starts.push(offset + grown)
  }

  #offset({ line, character }: LinePosition): number {
    if (line < 0) return 0
    const start = this.#starts[line]
    if (start === undefined) return this.#length
    return Math.min(start + Math.max(0, character), this.#lineEnd(line))
  }

  /** Without its line break. */
  #lineEnd(line: number): number {
    const next = this.#starts[line + 1]
    if (next === undefined) return this.#length
    return this.#slice(next - 2, next) === '\r\n' ? next - 2 : next - 1
  }

  /** Index of the first line that begins at `offset` or behind it. */
  #firstStart(offset: number): number {
    return firstIndex(this.#starts.length, (i) => (this.#starts[i] ?? 0) >= offset)
  }

  #slice(start: number, end: number): string {
    let found = ''
    let at = 0
    for (const piece of this.#pieces) {
      if (at >= end) break
      found += piece.slice(Math.max(0, start - at), Math.max(0, end - at))
      at += piece.length
    }
    return found
  }

  #replace(start: number, end: number, text: string): void {
    const [first, before] = this.#pieceAt(start)
    const [last, until] = this.#pieceAt(end)
    const left = this.#pieces[first]?.slice(0, start - before) ?? ''
    const right = this.#pieces[last]?.slice(end - until) ?? ''
    const pieces = [left, text, right].filter((piece) => piece !== '')
    this.#pieces.splice(first, last - first + 1, ...pieces)
  }

  /** Index of the piece in which an offset lies, and where it begins. */
  #pieceAt(offset: number): readonly [number, number] {
    let at = 0
    for (const [index, piece] of this.#pieces.entries()) {
      if (offset <= at + piece.length) return [index, at]
      at += piece.length
    }
    return [this.#pieces.length, at]
  }
}
