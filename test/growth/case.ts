/** Inputs of growing length, for the test that counts the work on them and for the bench that measures its time. */

export interface Case {
  readonly name: string
  /** A short and a long input: characters, records or whatever `prepare` makes of the number. */
  readonly sizes: readonly [number, number]
  /** Milliseconds in which the long one should be done. */
  readonly bar: number
  /** True where regular expressions do the work, which cannot be counted. */
  readonly expressions?: boolean
  /** Makes an input of a size; what is given works on it, and may throw where the outcome is wrong. */
  prepare(size: number): () => void
}

/** `piece` again and again, at least `length` UTF-16 units. */
export function runOf(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length))
}
