/** How an action is performed: for the server, the command line and tests in the same way. */

import { reversed, type Transaction, transactionOf } from '../../corpus/saving/transactions.ts'
import { findPage, type PageEdit, type Snapshot } from '../../corpus/snapshot/model.ts'
import { recent } from '../../values/recent.ts'
import { t } from '../wording/messages.ts'
import type { AnyResult, Edits } from './action.ts'
import { type Refused, refused } from './refused.ts'

/** What actions are performed on. */
export interface Desk {
  snapshot(): Snapshot
  /** Reads a page from disk once more: the editor may have saved it without saying so yet. */
  reread(uri: string): Promise<unknown>
  apply(edits: readonly PageEdit[]): void
  /** Has the records of one page written. Nobody waits for it here. */
  save(edit: PageEdit): void
  /** The annotations of these pages are other ones now. */
  announce(pages: readonly string[]): void
}

export type Performed =
  | (Omit<Edits<unknown>, 'kind' | 'edits' | 'after'> & {
      readonly kind: 'done'
      /** Uris of pages whose annotations have changed. */
      readonly pages: readonly string[]
      /** For `takeBack`; absent where nothing has changed. */
      readonly transaction?: string
    })
  | Exclude<AnyResult, Edits<unknown>>
  | UnsavedPages

/** Annotations describe the page on disk: these have to be saved first. */
export interface UnsavedPages extends Refused {
  readonly reason: 'unsaved'
  /** Uris. */
  readonly pages: readonly string[]
}

/** Number of actions that can be taken back: more than anybody takes back one by one. */
const remembered = 1000

export class Performer {
  readonly #desk: Desk
  readonly #newId: () => string
  readonly #transactions = recent<Transaction>(remembered)

  constructor(desk: Desk, newId: () => string) {
    this.#desk = desk
    this.#newId = newId
  }

  /** Runs an action, once more where the text of a page changes while the disk is asked about it. */
  async perform(run: (snapshot: Snapshot) => AnyResult): Promise<Performed> {
    const before = this.#desk.snapshot()
    const result = run(before)
    if (result.kind !== 'edits') return result
    const unsaved = await this.#unsavedPages(result.edits)
    if (unsaved !== undefined) return unsaved
    const now = this.#desk.snapshot()
    const isSameText = result.edits.every(({ uri }) => textOf(before, uri) === textOf(now, uri))
    const last = isSameText ? result : run(now)
    return last.kind === 'edits' ? this.commit(last) : refused(t('The page has changed meanwhile.'))
  }

  /** Applies what an action has made of the snapshot of now, and has it saved. */
  commit({ label, edits, after, ...said }: Edits<unknown>): Performed {
    const id = this.#newId()
    const transaction = transactionOf(this.#desk.snapshot(), edits, { id, label })
    if (edits.length > 0) this.#transactions(id, () => transaction)
    const pages = this.#apply(edits)
    const { select, ...rest } = { ...said, ...after?.(this.#desk.snapshot()) }
    return {
      ...rest,
      kind: 'done',
      label,
      pages,
      ...(pages.length === 0 ? {} : { transaction: id }),
      ...(select === undefined ? {} : { select }),
    }
  }

  /** Takes back what was done, or does it once more. */
  async takeBack(id: string, way: 'undo' | 'redo'): Promise<Performed> {
    const transaction = this.#transactions.known(id)
    const edits =
      transaction && reversed(transaction, this.#desk.snapshot(), { again: way === 'redo' })
    return (await this.#unsavedPages(edits ?? [])) ?? this.reverse(id, way)
  }

  /** The same on the pages as they are. */
  reverse(id: string, way: 'undo' | 'redo'): Performed {
    const transaction = this.#transactions.known(id)
    if (transaction === undefined) return refused(t('That can no longer be taken back.'))
    const edits = reversed(transaction, this.#desk.snapshot(), { again: way === 'redo' })
    return { kind: 'done', label: transaction.label, pages: this.#apply(edits), transaction: id }
  }

  /** Pages whose text in the editor is another one than on disk, also after the disk was asked. */
  async #unsavedPages(edits: readonly PageEdit[]): Promise<UnsavedPages | undefined> {
    const isUnsaved = (uri: string): boolean =>
      findPage(this.#desk.snapshot(), uri)?.document.saved === false
    const pages: string[] = []
    for (const { uri } of edits) {
      if (!isUnsaved(uri)) continue
      await this.#desk.reread(uri)
      if (isUnsaved(uri)) pages.push(uri)
    }
    if (pages.length === 0) return undefined
    const message = t(
      'The page has unsaved changes. Save it first: annotations describe the page on disk.',
    )
    return { ...refused(message), reason: 'unsaved', pages }
  }

  /** The uris of the pages that have changed. */
  #apply(edits: readonly PageEdit[]): readonly string[] {
    if (edits.length === 0) return []
    this.#desk.apply(edits)
    for (const edit of edits) this.#desk.save(edit)
    const pages = [...new Set(edits.map(({ uri }) => uri))]
    this.#desk.announce(pages)
    return pages
  }
}

function textOf(snapshot: Snapshot, uri: string): string | undefined {
  return findPage(snapshot, uri)?.document.text
}
