/** What is ticked in a view, by entity: it is ticked in each of its groups. */
import type { EntityItem } from '../../../server/src/protocol.ts'

export class Checked<T extends EntityItem = EntityItem> {
  readonly #items = new Map<string, T>()

  get items(): readonly T[] {
    return [...this.#items.values()]
  }

  set(items: readonly T[], isOn: boolean): void {
    for (const item of items.filter(isOpen)) {
      if (isOn) this.#items.set(keyOf(item), item)
      else this.#items.delete(keyOf(item))
    }
  }

  /** Whether all of them are ticked that can be; `undefined` where none can. */
  of(items: readonly T[]): boolean | undefined {
    const open = items.filter(isOpen)
    return open.length === 0 ? undefined : open.every((item) => this.#items.has(keyOf(item)))
  }

  clear(): void {
    this.#items.clear()
  }

  /** `items` are what there is by now: what is gone, or has nothing open any more, is ticked no longer. */
  keep(items: readonly T[]): void {
    const before = new Set(this.#items.keys())
    this.#items.clear()
    this.set(
      items.filter((item) => before.has(keyOf(item))),
      true,
    )
  }
}

/** Nothing is to be confirmed where every mention is decided on. */
function isOpen({ open }: EntityItem): boolean {
  return open > 0
}

function keyOf({ corpus, id }: EntityItem): string {
  return `${corpus} ${id}`
}
