/** A box in which one of many entities is chosen by name, alias, pinyin or its initials. */
import { type QuickPickItem, window } from 'vscode'
import type { EntityItem } from '../../../server/src/protocol.ts'
import { search } from '../pick/search.ts'

export interface ChooseLooks {
  readonly title: string
  readonly placeholder: string
  /** What stands behind the name of each. */
  readonly describe: (item: EntityItem) => string
  /** A line for what was typed itself. */
  readonly typed?: (text: string) => string
}

export type Chosen =
  | { readonly kind: 'entity'; readonly item: EntityItem }
  | { readonly kind: 'typed'; readonly text: string }

interface Line extends QuickPickItem {
  readonly chosen: Chosen
}

/** More than anybody looks through; the rest is found by typing. */
const most = 200

/** Those named most often come first, and first among those that fit equally well. */
export function chooseEntity(
  asked: Promise<readonly EntityItem[]>,
  { title, placeholder, describe, typed }: ChooseLooks,
): Promise<Chosen | undefined> {
  const box = window.createQuickPick<Line>()
  box.title = title
  box.placeholder = placeholder
  box.busy = true
  // A click on the line of a view opens its page in its own time, which would take the box away.
  box.ignoreFocusOut = true
  let found: readonly (EntityItem & { label: string; forms: readonly string[] })[] = []
  const show = (): void => {
    const text = box.value.trim()
    const own: readonly Line[] =
      typed === undefined || text === ''
        ? []
        : [{ label: typed(text), alwaysShow: true, chosen: { kind: 'typed', text } }]
    const lines = search(found, text)
      .slice(0, most)
      .map((item): Line => {
        const { label } = item
        return {
          label,
          description: describe(item),
          // The editor knows no pinyin: what it is given it shall show.
          alwaysShow: true,
          chosen: { kind: 'entity', item },
        }
      })
    box.items = [...lines, ...own]
  }
  box.onDidChangeValue(show)
  box.show()
  return new Promise((resolve, reject) => {
    box.onDidAccept(() => {
      const [line] = box.selectedItems
      if (line === undefined) return
      resolve(line.chosen)
      box.hide()
    })
    box.onDidHide(() => {
      resolve(undefined)
      box.dispose()
    })
    asked
      .then((items) => {
        found = items
          .toSorted((a, b) => b.count - a.count)
          .map((item) => ({ ...item, label: item.name, forms: item.aliases }))
        box.busy = false
        show()
      })
      .catch((error) => {
        box.hide()
        reject(error)
      })
  })
}
