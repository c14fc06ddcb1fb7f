/** Things that are each taken once. */

/** What is left of some things, in their order, and for each key the next of them. */
export class Left<T> {
  readonly #all: readonly T[]
  readonly #left: Set<T>
  readonly #keyOf: (thing: T) => string
  /** By key, the next one last. What was taken in another way may still be there. */
  readonly #byKey = new Map<string, T[]>()

  constructor(things: readonly T[], keyOf: (thing: T) => string) {
    this.#all = things
    this.#left = new Set(things)
    this.#keyOf = keyOf
    for (const thing of things.toReversed()) this.#put(thing)
  }

  /** Whether it was left. */
  take(thing: T): boolean {
    return this.#left.delete(thing)
  }

  /** The first that is left of a key. */
  takeNext(key: string): T | undefined {
    const same = this.#byKey.get(key)
    for (let next = same?.pop(); next !== undefined; next = same?.pop()) {
      if (this.#left.delete(next)) return next
    }
    return undefined
  }

  /** It is the next of its key again. */
  giveBack(thing: T): void {
    this.#left.add(thing)
    this.#put(thing)
  }

  rest(): readonly T[] {
    return this.#all.filter((thing) => this.#left.has(thing))
  }

  #put(thing: T): void {
    const key = this.#keyOf(thing)
    const same = this.#byKey.get(key)
    if (same === undefined) this.#byKey.set(key, [thing])
    else same.push(thing)
  }
}
