/** How much of each list of the view *Review* is shown: a part, and one more each time that more is asked for. */

/** Lines of a part. */
export const step = 200

export class Parts {
  readonly #shown = new Map<string, number>()

  /** How many lines of the list `id` are shown. */
  of(id: string): number {
    return this.#shown.get(id) ?? step
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
