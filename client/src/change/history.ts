/**
 * Annotation actions in one order with the edits of the text. The editor keeps its own list of edits; each
 * action has a silent step in it, which changes nothing. So the editor says itself what is next: an
 * undo that changed text was an edit, one that changed nothing was a silent step, or an edit in vain.
 */

/** One annotation action, over all pages that it changed. */
export interface Step {
  readonly transaction: string
  /** For people. */
  readonly label: string
}

/** A page as an action left it. */
export interface StepPage {
  readonly uri: string
  /** Stands for the page's text at the time; `undefined` where the page was not open. */
  readonly text: string | undefined
  /** What the editor's list of edits has of it: a silent step, an edit that belongs to it, or nothing. */
  readonly inEditor: 'silent' | 'edit' | 'nothing'
  /** Of an edit: stands for the text before it. */
  readonly before?: string
}

/** The editor's own list of edits of one page. */
export interface EditList {
  /** Both take the next thing from the list; they give whether the text has changed. */
  undo(): Promise<boolean>
  redo(): Promise<boolean>
  /** Stands for the text of now. */
  text(): string
}

interface Entry extends StepPage {
  readonly step: Step
}

interface PageOrder {
  readonly done: Entry[]
  readonly undone: Entry[]
  /** Text was edited since the last step, undo or redo: an edit in vain may lie on top. */
  edited: boolean
  /** How many silent steps the editor's list may hold. */
  silent: number
}

/** So many silent steps without an action are passed over by one key. */
const patience = 20

export class History {
  readonly #pages = new Map<string, PageOrder>()
  readonly #steps: Step[] = []
  readonly #undone: Step[] = []

  /** A silent step was set, for an action that may still be refused. */
  silent(uri: string): void {
    this.#page(uri).silent++
  }

  did(step: Step, pages: readonly StepPage[]): void {
    this.#steps.push(step)
    for (const page of pages) {
      const order = this.#page(page.uri)
      order.done.push({ ...page, step })
      order.undone.length = 0
      order.edited = false
    }
  }

  /** The page's text has changed: by an edit, or by undoing and redoing one. */
  edited(uri: string, by: 'edit' | 'undo' | 'redo'): void {
    const order = this.#pages.get(uri)
    if (order === undefined) return
    order.edited = by === 'edit'
    // The editor forgets what could be done again, too.
    if (by === 'edit') order.undone.length = 0
  }

  /** To be called when an action was taken back, or done again. */
  mark(transaction: string, state: 'done' | 'undone'): void {
    const [from, to] =
      state === 'undone' ? [this.#steps, this.#undone] : [this.#undone, this.#steps]
    const at = from.findLastIndex((step) => step.transaction === transaction)
    if (at >= 0) to.push(...from.splice(at, 1))
  }

  /** Whether what is next on a page changes its text: a correction is taken back, or made again. */
  isEdit(uri: string, way: 'undo' | 'redo'): boolean {
    const order = this.#pages.get(uri)
    return (way === 'undo' ? order?.done : order?.undone)?.at(-1)?.inEditor === 'edit'
  }

  /** Takes back what is next on a page: an edit, which is done with then, or the step that is given. */
  async undo(uri: string, list: EditList): Promise<Step | undefined> {
    const order = this.#page(uri)
    for (let tries = Math.min(order.silent + 1, patience); ; tries--) {
      const top = order.done.at(-1)
      const isNext = top !== undefined && !order.edited && isText(top.text, list)
      if (!isNext || top.inEditor !== 'nothing') {
        const isEdit = isNext && top.inEditor === 'edit'
        const hasChanged = await list.undo()
        // The menu Edit has taken the silent step back before, which nobody hears of: what should have
        // been undone then is undone now, with the edit below it.
        const isLate = hasChanged && isNext && top.inEditor === 'silent'
        if (hasChanged && !isLate && !(isEdit && isText(top.before, list))) return undefined
        // An edit in vain was on top, or a step that was refused: what is below comes next. Where the
        // editor has forgotten its list (a page closed and opened again), the action stays all the same.
        if (!hasChanged && !(isNext && top.inEditor === 'silent')) {
          order.edited = false
          if (tries > 0) continue
        }
        if (top === undefined) return undefined
      }
      order.done.pop()
      order.undone.push(top)
      order.edited = false
      if (this.#steps.includes(top.step)) return top.step
    }
  }

  /** The step that is to be done again; `undefined` after an edit was, or where there is none. */
  async redo(uri: string, list: EditList): Promise<Step | undefined> {
    const order = this.#page(uri)
    for (let tries = Math.min(order.silent + 1, patience); ; tries--) {
      const top = order.undone.at(-1)
      const isEdit = top?.inEditor === 'edit'
      const isNext = top !== undefined && isText(isEdit ? top.before : top.text, list)
      if (!isNext || top.inEditor !== 'nothing') {
        const hasChanged = await list.redo()
        if (hasChanged && !(isNext && isEdit && isText(top.text, list))) return undefined
        if (!hasChanged && !(isNext && top.inEditor === 'silent')) {
          if (tries > 0) continue
          return undefined
        }
        if (top === undefined) return undefined
      }
      order.undone.pop()
      order.done.push(top)
      if (this.#undone.includes(top.step)) return top.step
    }
  }

  /** The step that `undo` or `redo` has given stays as it was: the server would not. */
  failed(uri: string, step: Step, way: 'undo' | 'redo'): void {
    const order = this.#page(uri)
    const [from, to] = way === 'undo' ? [order.undone, order.done] : [order.done, order.undone]
    const entry = from.at(-1)
    if (entry?.step !== step) return
    from.pop()
    // What the editor has of it has gone the other way.
    to.push({ ...entry, inEditor: 'nothing' })
  }

  /** The last action of all, and the last one that was taken back, whatever the page. */
  last(state: 'done' | 'undone'): Step | undefined {
    return (state === 'done' ? this.#steps : this.#undone).at(-1)
  }

  /** Actions can no longer be taken back: the server that knew them has ended. */
  clear(): void {
    this.#steps.length = 0
    this.#undone.length = 0
    for (const order of this.#pages.values()) {
      order.done.length = 0
      order.undone.length = 0
    }
  }

  #page(uri: string): PageOrder {
    const known = this.#pages.get(uri)
    if (known !== undefined) return known
    const made: PageOrder = { done: [], undone: [], edited: false, silent: 0 }
    this.#pages.set(uri, made)
    return made
  }
}

/** A page that was not open has no text to tell it by. */
function isText(text: string | undefined, list: EditList): boolean {
  return text === undefined || text === list.text()
}
