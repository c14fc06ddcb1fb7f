/** A box in which one of a few things is chosen by its key, name or pinyin. It is there before it is known which they are. */
import { type IconPath, type QuickPickItem, QuickPickItemKind, window } from 'vscode'
import { Field } from './field.ts'
import { byKey, type Findable, search } from './search.ts'
import type { StrokeQueue } from './strokes.ts'

export interface Choice<T> extends Findable {
  readonly description?: string
  readonly icon?: IconPath
  /** What stands above it and its neighbours, while nothing is typed. */
  readonly group?: string
  readonly value: T
}

export interface Question<T> {
  readonly choices: readonly Choice<T>[]
  /** Instead of the title with which the box has appeared. */
  readonly title?: string
  /** There is nothing to choose: the box closes with this. */
  readonly only?: T
}

export interface Looks {
  readonly title: string
  readonly placeholder?: string
}

/** `undefined` where the person leaves it, or where there turns out to be nothing to ask. */
export function choose<T>(
  strokes: StrokeQueue,
  asked: Question<T> | Promise<Question<T> | undefined>,
  { title, placeholder }: Looks,
): Promise<T | undefined> {
  const box = window.createQuickPick<Item<T>>()
  let shown: readonly Choice<T>[] = []
  const show = (found: readonly Choice<T>[], areAll: boolean): void => {
    shown = found.slice(0, most)
    box.items = areAll ? inGroups(shown) : shown.map(itemOf)
  }
  box.title = title
  if (placeholder !== undefined) box.placeholder = placeholder
  box.busy = true
  // What stands in a box when it appears is selected, and the next key would type over it.
  box.show()
  const field = new Field(strokes, (raw) => {
    box.value = raw
  })
  return new Promise((resolve, reject) => {
    let taken: Choice<T> | undefined
    const take = (choice: Choice<T> | undefined): boolean => {
      if (choice === undefined) return false
      taken = choice
      box.hide()
      return true
    }
    const fill = (question: Question<T> | undefined): void => {
      if (question === undefined) box.hide()
      else if (question.only !== undefined) take({ label: '', value: question.only })
      else offer(question)
    }
    const offer = ({ choices, title: found = title }: Question<T>): void => {
      box.busy = false
      box.title = found
      show(choices, true)
      field.fill({
        reads(typed) {
          if (take(byKey(choices, typed))) return true
          show(search(choices, typed), typed === '')
          return false
        },
        // A line of a list that has changed since is not what the person sees.
        entered: (_typed, item) => take(shown.find((each) => each === item) ?? shown[0]),
      })
    }
    box.onDidChangeValue((raw) => field.told(raw))
    box.onDidAccept(() => field.entered(box.selectedItems[0]?.choice))
    box.onDidHide(() => {
      field.close()
      strokes.answered(taken !== undefined)
      // Not before it has gone: the person sees what comes of it, and where the next key goes.
      resolve(taken?.value)
      box.dispose()
    })
    Promise.resolve(asked)
      .then(fill)
      .catch((error) => {
        box.hide()
        reject(error)
      })
  })
}

/** More than anybody looks through; the rest is found by typing. */
const most = 200

interface Item<T> extends QuickPickItem {
  /** None of what stands above a group. */
  readonly choice?: Choice<T>
}

function inGroups<T>(choices: readonly Choice<T>[]): Item<T>[] {
  return choices.flatMap((choice, i) => {
    const { group } = choice
    const isFirst = group !== undefined && group !== choices[i - 1]?.group
    const above = { label: group ?? '', kind: QuickPickItemKind.Separator }
    return isFirst ? [above, itemOf(choice)] : [itemOf(choice)]
  })
}

function itemOf<T>(choice: Choice<T>): Item<T> {
  const { label, key, description, icon } = choice
  const beside = [key, description].filter((text) => text !== undefined && text !== '').join('  ')
  return {
    label,
    ...(beside === '' ? {} : { description: beside }),
    ...(icon === undefined ? {} : { iconPath: icon }),
    // The editor knows no pinyin: what it is given it shall show.
    alwaysShow: true,
    choice,
  }
}
