/** A box in which a line is written. It is there before it is known what stands in it. */
import { window } from 'vscode'
import { Field } from './field.ts'
import { withoutMark } from './field-text.ts'
import type { StrokeQueue } from './strokes.ts'

export interface LineQuestion {
  /** What stands there already, selected. */
  readonly value: string
  /** Instead of the title with which the box has appeared. */
  readonly title?: string
  /** What is wrong with a line that cannot be taken. */
  readonly check?: (typed: string) => string | undefined
}

export interface LineLooks {
  readonly title: string
  readonly prompt?: string
}

/** `undefined` where the person leaves it, or where there turns out to be nothing to ask. */
export function askLine(
  strokes: StrokeQueue,
  asked: LineQuestion | Promise<LineQuestion | undefined>,
  { title, prompt }: LineLooks,
): Promise<string | undefined> {
  const box = window.createInputBox()
  box.title = title
  if (prompt !== undefined) box.prompt = prompt
  box.busy = true
  // What stands in a box when it appears is selected, and the next key would type over it.
  box.show()
  const field = new Field(strokes, (raw, isSelected) => {
    box.value = raw
    // The mark of what was written stays.
    box.valueSelection = [
      isSelected ? raw.length - withoutMark(raw).length : raw.length,
      raw.length,
    ]
  })
  return new Promise((resolve, reject) => {
    let taken: string | undefined
    const fill = (question: LineQuestion | undefined): void => {
      if (question === undefined) box.hide()
      else offer(question)
    }
    const offer = ({ value, title: found = title, check = fine }: LineQuestion): void => {
      box.busy = false
      box.title = found
      const reads = (typed: string): boolean => {
        box.validationMessage = check(typed)
        return false
      }
      const entered = (typed: string): boolean => {
        if (check(typed) !== undefined) return false
        taken = typed
        box.hide()
        return true
      }
      field.fill({ reads, entered }, value)
    }
    box.onDidChangeValue((raw) => field.told(raw))
    box.onDidAccept(() => field.entered())
    box.onDidHide(() => {
      field.close()
      strokes.answered(taken !== undefined)
      // Not before it has gone: the person sees what comes of it, and where the next key goes.
      resolve(taken)
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

function fine(): undefined {
  return undefined
}
