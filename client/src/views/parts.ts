/** How much of each list of a view is shown: a part, and one more each time that more is asked for. */

/** Lines of a part. */
export const step = 200

export class Parts {
  readonly #shown = new Map<string, number>()
  readonly #first: number

  /** `first`: lines of the part that each list begins with. */
  constructor(first: number = step) {
    this.#first = first
  }

  /** How many lines of the list `id` are shown. */
  of(id: string): number {
    return this.#shown.get(id) ?? this.#first
  }

  /** Shows one part more. */
  more(id: string): void {
    this.#shown.set(id, this.of(id) + step)
  }

  /** Shows the first part of every list again: the lists are others. */
  forget(): void {
    this.#shown.clear()
  }
}
