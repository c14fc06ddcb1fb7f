/** The field of a box: takes what is typed in it, and for it, in order, and shows that. */
import { edited, FieldText } from './field-text.ts'
import type { Stroke, StrokeQueue } from './strokes.ts'

/** What is done with the field; both say whether the box is answered, and takes no more. */
export interface Reader {
  reads(value: string): boolean
  entered(value: string, item: unknown): boolean
}

export class Field {
  readonly #strokes: StrokeQueue
  readonly #write: (raw: string, isSelected: boolean) => void
  readonly #text = new FieldText()
  readonly #take = (): void => this.#takeAll()
  #reader: Reader | undefined
  #value = ''
  /** What stands there from before, which the first key replaces. */
  #isSelected = false
  #isClosed = false

  /** `write` has the field hold a text, and perhaps select it. */
  constructor(strokes: StrokeQueue, write: (raw: string, isSelected: boolean) => void) {
    this.#strokes = strokes
    this.#write = write
    strokes.give(this.#take)
    this.#takeAll()
  }

  /** What was asked for is there: what was typed is read from now on. `value` stood in the field before. */
  fill(reader: Reader, value = ''): void {
    if (this.#isClosed) return
    this.#reader = reader
    this.#value = value
    this.#isSelected = value !== ''
    if (this.#isSelected && this.#strokes.waiting.length === 0) {
      this.#write(this.#text.written(value, true), true)
    } else this.#takeAll()
  }

  /** What the editor says that the field holds. */
  told(raw: string): void {
    const told = this.#text.told(raw)
    if (told === undefined) return
    const { isFirst, ...edit } = told
    this.#strokes.push({ kind: 'edited', edit, isFirst })
  }

  entered(item?: unknown): void {
    this.#strokes.push(item === undefined ? { kind: 'entered' } : { kind: 'entered', item })
  }

  /** The box is answered or left: what is typed in it until it has gone is for the next one. */
  close(): void {
    this.#isClosed = true
    this.#reader = undefined
    this.#strokes.stop(this.#take)
  }

  #takeAll(): void {
    while (this.#reader !== undefined) {
      const stroke = this.#strokes.shift()
      if (stroke === undefined) break
      if (this.#isAnswered(this.#reader, stroke)) this.close()
    }
    if (!this.#isClosed) this.#show()
  }

  #isAnswered(reader: Reader, stroke: Stroke): boolean {
    if (stroke.kind === 'entered') return reader.entered(this.#value, stroke.item)
    this.#value = after(this.#value, stroke, this.#isSelected)
    this.#isSelected = false
    return reader.reads(this.#value)
  }

  /** Up to a key that chooses, what waits is shown already. */
  #show(): void {
    let shown = this.#value
    let isSelected = this.#isSelected
    for (const stroke of this.#strokes.waiting) {
      if (stroke.kind === 'entered') break
      shown = after(shown, stroke, isSelected)
      isSelected = false
    }
    if (shown !== this.#text.content) this.#write(this.#text.written(shown), false)
  }
}

function after(
  value: string,
  stroke: Exclude<Stroke, { kind: 'entered' }>,
  isSelected: boolean,
): string {
  const isReplaced = isSelected && (stroke.kind !== 'edited' || stroke.isFirst)
  const before = isReplaced ? '' : value
  if (stroke.kind === 'typed') return before + stroke.text
  if (stroke.kind === 'edited') return edited(before, stroke.edit)
  return [...before].slice(0, -1).join('')
}
