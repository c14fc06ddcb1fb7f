/**
 * Where annotations must be: each character of the text has an identity that edits take away and undo brings back, so
 * that the place of a mention is known exactly, or known to be uncertain.
 */
import type { Edit } from '../../server/src/text/edit.ts'
import type { Span } from '../../server/src/text/span.ts'

/** Identities of the UTF-16 units of a text. */
export type Identities = readonly number[]

/** What is known of the place that a person or an action gave a record. */
export interface Place {
  /** Of each of its pieces. */
  readonly pieces: readonly Identities[]
  /** Of the whole text then. */
  readonly around: Identities
  /** Whether an edit has touched it since, so that it may be asked about. */
  readonly isTouched: boolean
  /** Whether a text was sent as a whole in which its characters may be others: only what it says counts then. */
  readonly isBlurred: boolean
}

/** UTF-16 units from which on what is inserted as it was taken away is that passage, pasted. */
const passage = 12

export class IdentifiedText {
  #ids: Identities
  #next: number
  /** By text: the passages that were taken away. */
  readonly #cut = new Map<string, Identities>()

  constructor(text: string) {
    this.#ids = [...text.split('').keys()]
    this.#next = this.#ids.length
  }

  get ids(): Identities {
    return this.#ids
  }

  /** An edit of the text `before`. What has to stand there again when it is taken back. */
  edit({ span, text }: Edit, before: string, again?: Identities): Identities {
    const gone = this.#ids.slice(span.start, span.end)
    const fresh = again ?? this.#pasted(text) ?? text.split('').map(() => this.#next++)
    if (gone.length >= passage) this.#cut.set(before.slice(span.start, span.end), gone)
    this.#ids = this.#ids.toSpliced(span.start, span.end - span.start, ...fresh)
    return gone
  }

  #pasted(text: string): Identities | undefined {
    const cut = this.#cut.get(text)
    return cut?.some((id) => this.#ids.includes(id)) === true ? undefined : cut
  }

  placeOf(spans: readonly Span[]): Place {
    const pieces = spans.map(({ start, end }) => this.#ids.slice(start, end))
    return { pieces, around: this.#ids, isTouched: false, isBlurred: false }
  }

  /** Where all characters of a place stand, each piece in one; `undefined` where they do not. */
  spansOf({ pieces }: Place): readonly Span[] | undefined {
    const spans = pieces.map((piece): Span | undefined => {
      const start = this.#ids.indexOf(piece[0] ?? -1)
      const isWhole = start >= 0 && piece.every((id, i) => this.#ids[start + i] === id)
      return isWhole ? { start, end: start + piece.length } : undefined
    })
    const found = spans.filter((span) => span !== undefined)
    return found.length === spans.length ? found : undefined
  }

  /**
   * Whether spans that say the same may be the place, which has lost characters: they have what is left of it, or
   * lie between what stood around it.
   */
  mayBe({ pieces, around }: Place, spans: readonly Span[]): boolean {
    if (spans.length !== pieces.length) return false
    const left = new Set(this.#ids)
    return pieces.every((piece, i) => {
      const { start, end } = spans[i] ?? { start: 0, end: 0 }
      const own = new Set(this.#ids.slice(start, end))
      const rest = piece.filter((id) => left.has(id))
      if (rest.length > 0) return rest.every((id) => own.has(id))
      const from = around.indexOf(piece[0] ?? -1)
      const before = around.slice(0, from).findLast((id) => left.has(id))
      const behind = around.slice(from + piece.length).find((id) => left.has(id))
      const isBehind = before === undefined || this.#ids.indexOf(before) < start
      const isBefore = behind === undefined || this.#ids.indexOf(behind) >= end
      return isBehind && isBefore
    })
  }
}
