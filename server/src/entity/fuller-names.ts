/** Which entity a name of one page belongs to, when the pages come one by one and are not kept: only names are. */
import { type EntityDecisions, noDecisions, topOfCircle } from './decisions.ts'
import type { EntityRow } from './entity-rows.ts'

/** What is kept of a page: nothing, where it has no short form of a name that means the same everywhere. */
export class FullerNames {
  /** By id of a shorter name the one fuller name for the same thing; `undefined` where pages have several. */
  readonly #fuller = new Map<string, string | undefined>()
  readonly #decisions: EntityDecisions

  constructor(decisions: EntityDecisions = noDecisions) {
    this.#decisions = decisions
  }

  /** Takes what one page says. */
  add(rows: readonly Pick<EntityRow, 'id' | 'shorter'>[]): void {
    for (const { id, shorter } of rows) {
      for (const name of shorter) {
        const isOnly = !this.#fuller.has(name) || this.#fuller.get(name) === id
        this.#fuller.set(name, isOnly ? id : undefined)
      }
    }
  }

  /** The id of the entity, as a `Linker` of all pages has it, to which a row with this id belongs. */
  entityOf(id: string): string {
    const top = topOfCircle(id, {
      up: (at) => this.#up(at),
      isLinked: (at) => this.#decisions.links.has(at),
      idOf: (at) => at,
    })
    if (top !== undefined) return top
    let at = id
    for (let next = this.#up(at); next !== undefined; next = this.#up(at)) at = next
    return at
  }

  #up(id: string): string | undefined {
    const link = this.#decisions.links.get(id)
    if (link === undefined) return this.#fuller.get(id)
    return link.entity === id ? undefined : link.entity
  }
}
