/** What is selected in each view of entities: a key in a view does not say it. */
import type { Node } from './nodes.ts'

export class Selected {
  readonly #views = new Map<string, () => readonly Node[]>()

  /** `selection` gives what is selected in a view now. */
  follow(view: string, selection: () => readonly Node[]): void {
    this.#views.set(view, selection)
  }

  in(view: string): readonly Node[] {
    return this.#views.get(view)?.() ?? []
  }
}
