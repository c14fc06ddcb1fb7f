/** What is selected in each view of entities: a key in a view does not say it. */
import type { Node } from './nodes.ts'

interface View {
  readonly selection: readonly Node[]
}

export class Selected {
  readonly #views = new Map<string, View>()

  follow(name: string, view: View): void {
    this.#views.set(name, view)
  }

  in(view: string): readonly Node[] {
    return this.#views.get(view)?.selection ?? []
  }
}
