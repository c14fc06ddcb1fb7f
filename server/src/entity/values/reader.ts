/** Reads a text from left to right, by expressions that begin with `^`. */
export class Reader {
  #rest: string

  constructor(text: string) {
    this.#rest = text
  }

  get rest(): string {
    return this.#rest
  }

  get isAtEnd(): boolean {
    return this.#rest === ''
  }

  /** The named groups of what stands next and is taken; `undefined`, and nothing is taken, where it does not match. */
  take(pattern: RegExp): Readonly<Record<string, string | undefined>> | undefined {
    const match = pattern.exec(this.#rest)
    if (match === null) return undefined
    this.#rest = this.#rest.slice(match[0].length)
    return match.groups ?? {}
  }

  /** `length` in UTF-16 units. */
  skip(length: number): void {
    this.#rest = this.#rest.slice(length)
  }
}
