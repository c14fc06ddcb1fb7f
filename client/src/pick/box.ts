/** A box in which one of a few things is chosen by its key, name or pinyin. */
import { type QuickPickItem, window } from 'vscode'
import { byKey, type Findable, search } from './search.ts'

export interface Choice<T> extends Findable {
  readonly description?: string
  readonly value: T
}

/** `undefined` where the person leaves it. */
export function choose<T>(
  choices: readonly Choice<T>[],
  { title, placeholder }: { readonly title: string; readonly placeholder?: string },
): Promise<T | undefined> {
  const box = window.createQuickPick<QuickPickItem & { readonly choice: Choice<T> }>()
  // The editor knows no pinyin: what it is given it shall show.
  const show = (found: readonly Choice<T>[]): void => {
    box.items = found
      .slice(0, most)
      .map((choice) => ({ ...itemOf(choice), alwaysShow: true, choice }))
  }
  box.title = title
  if (placeholder !== undefined) box.placeholder = placeholder
  show(choices)
  return new Promise((resolve) => {
    const take = (choice: Choice<T> | undefined): void => {
      resolve(choice?.value)
      box.hide()
    }
    box.onDidChangeValue((typed) => {
      const chosen = byKey(choices, typed)
      if (chosen === undefined) show(search(choices, typed))
      else take(chosen)
    })
    box.onDidAccept(() => take(box.selectedItems[0]?.choice))
    box.onDidHide(() => {
      resolve(undefined)
      box.dispose()
    })
    box.show()
  })
}

/** More than anybody looks through; the rest is found by typing. */
const most = 200

function itemOf({ label, key, description }: Findable & { description?: string }): QuickPickItem {
  const beside = [key, description].filter((text) => text !== undefined).join('  ')
  return beside === '' ? { label } : { label, description: beside }
}
