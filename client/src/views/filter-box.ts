/** The input box of a view's filter: the tree follows while one types, Escape takes it back. */
import { type Disposable, l10n, window } from 'vscode'

export interface Filtered {
  filter: string
}

export function askForFilter(view: Filtered): void {
  const before = view.filter
  const box = window.createInputBox()
  box.value = before
  box.placeholder = l10n.t('Name, owner, place, kind or page')
  box.prompt = l10n.t('Enter keeps the filter, Escape takes it back')
  let kept = false
  const subscriptions: readonly Disposable[] = [
    box,
    box.onDidChangeValue((text) => {
      view.filter = text
    }),
    box.onDidAccept(() => {
      kept = true
      box.hide()
    }),
    box.onDidHide(() => {
      if (!kept) view.filter = before
      for (const subscription of subscriptions) subscription.dispose()
    }),
  ]
  box.show()
}
