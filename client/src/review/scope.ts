/** The filter of the review in this workspace, for everything that follows it. */
import { type Disposable, EventEmitter, type Memento } from 'vscode'
import type { ReviewFilter } from '../../../server/src/protocol.ts'
import { uriKey } from '../editor/convert.ts'
import { filterFor, readScope, type Scope } from './filter.ts'

const memory = 'biaozhu.reviewFilter'

export class ReviewScope implements Disposable {
  readonly #remembered: Memento
  readonly #changes = new EventEmitter<Scope>()
  #scope: Scope

  readonly onDidChange = this.#changes.event

  constructor(remembered: Memento) {
    this.#remembered = remembered
    this.#scope = readScope(remembered.get<unknown>(memory))
  }

  get scope(): Scope {
    return this.#scope
  }

  /** As the server is asked about a page, or about all pages. */
  filter(page?: string): ReviewFilter {
    return filterFor(this.#scope, page === undefined ? undefined : uriKey(page))
  }

  /** An article is not remembered: its number is another one when the page has changed. */
  async set(scope: Scope): Promise<void> {
    this.#scope = scope
    this.#changes.fire(scope)
    await this.#remembered.update(memory, readScope(scope))
  }

  dispose(): void {
    this.#changes.dispose()
  }
}
