/**
 * What is typed for boxes, in order. A box takes a while to appear: keys that are pressed on the page until then are for it as
 * well, and keys that are pressed in a box that is about to close are for what comes next.
 */
import type { Edit } from './field-text.ts'

/** `At`: where on the page it was pressed. */
export type Stroke<At = unknown> =
  | { readonly kind: 'typed'; readonly text: string; readonly at?: At }
  | { readonly kind: 'erased'; readonly at?: At }
  /** `item`: the line of a box that was chosen. */
  | { readonly kind: 'entered'; readonly item?: unknown; readonly at?: At }
  /** In the field of a box; `isFirst`: before anything stood there. */
  | { readonly kind: 'edited'; readonly edit: Edit; readonly isFirst: boolean }

/** Typed characters stand for themselves; these are the keys that type none. */
export const enterKey = '\n'
export const eraseKey = '\b'

/** Where boxes take strokes, and put those that are typed in them. */
export interface StrokeQueue {
  readonly waiting: readonly Stroke[]
  shift(): Stroke | undefined
  push(stroke: Stroke<never>): void
  /** The box that takes strokes now; `take` is called when there are some. */
  give(take: () => void): void
  stop(take: () => void): void
  /** A box has gone: whether it was answered. */
  answered(isAnswered: boolean): void
}

export class Strokes<At = unknown> implements StrokeQueue {
  #waiting: Stroke<At>[] = []
  #asking = 0
  #goesOn = true
  #taker: (() => void) | undefined
  readonly #again: (typed: string, at: At | undefined) => void

  /** `again` is given what was typed behind the last box, key by key, and where that was on the page. */
  constructor(again: (typed: string, at: At | undefined) => void) {
    this.#again = again
  }

  /** Whether something has been asked for that may open a box. */
  get isAsking(): boolean {
    return this.#asking > 0
  }

  get waiting(): readonly Stroke<At>[] {
    return this.#waiting
  }

  begin(): void {
    if (this.#asking++ === 0) this.#goesOn = true
  }

  /** What was typed behind a box that was left, or for one that had nothing to ask, was meant for nothing else. */
  end(): void {
    this.#asking--
    if (this.isAsking) return
    if (!this.#goesOn) this.#waiting = []
    while (!this.isAsking) {
      const stroke = this.#waiting.shift()
      if (stroke === undefined) return
      const typed = keyOf(stroke)
      const at = stroke.kind === 'edited' ? undefined : stroke.at
      if (typed !== undefined) this.#again(typed, at)
    }
  }

  answered(isAnswered: boolean): void {
    this.#goesOn = isAnswered
  }

  /** A key was pressed on the page. */
  press(typed: string, at?: At): void {
    const where = at === undefined ? {} : { at }
    if (typed === enterKey) this.push({ kind: 'entered', ...where })
    else if (typed === eraseKey) this.push({ kind: 'erased', ...where })
    else this.push({ kind: 'typed', text: typed, ...where })
  }

  push(stroke: Stroke<At>): void {
    this.#waiting.push(stroke)
    this.#taker?.()
  }

  shift(): Stroke<At> | undefined {
    return this.#waiting.shift()
  }

  give(take: () => void): void {
    this.#taker = take
  }

  stop(take: () => void): void {
    if (this.#taker === take) this.#taker = undefined
  }
}

/** As a key of the page; what an input method or a hand in the middle of a text did is none. */
function keyOf(stroke: Stroke): string | undefined {
  if (stroke.kind === 'entered') return enterKey
  if (stroke.kind === 'erased') return eraseKey
  if (stroke.kind === 'typed') return stroke.text
  const { after, removed, text } = stroke.edit
  return after === 0 && removed === 0 && text.length === 1 ? text : undefined
}
