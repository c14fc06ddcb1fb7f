/** What is selected in each view of entities: a key in a view does not say it. */
import type { TreeView } from 'vscode'
import type { Node } from './nodes.ts'

export class Selected {
  readonly #views = new Map<string, () => readonly Node[]>()

  /** Follows a view. While it is shown anew it does not know what is selected: then it is what was. */
  follow(name: string, view: Pick<TreeView<Node>, 'selection' | 'onDidChangeSelection'>) {
    let last = view.selection
    this.#views.set(name, () => (view.selection.length > 0 ? view.selection : last))
    return view.onDidChangeSelection(({ selection }) => {
      if (selection.length > 0) last = selection
    })
  }

  in(view: string): readonly Node[] {
    return this.#views.get(view)?.() ?? []
  }
}
