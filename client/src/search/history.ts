/** The queries that were asked last, the newest first. */
import type { Memento } from 'vscode'

const memory = 'biaozhu.searchHistory'
const most = 30

export class QueryHistory {
  readonly #remembered: Memento

  constructor(remembered: Memento) {
    this.#remembered = remembered
  }

  get queries(): readonly string[] {
    const stored = this.#remembered.get<unknown>(memory)
    return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : []
  }

  async add(query: string): Promise<void> {
    const others = this.queries.filter((each) => each !== query)
    await this.#remembered.update(memory, [query, ...others].slice(0, most))
  }
}
