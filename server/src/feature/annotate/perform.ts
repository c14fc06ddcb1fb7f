/** How an action is performed: for the server, the command line and tests in the same way. */

import { entitiesVersion } from '../../annotation/entities/entity-record.ts'
import { sidecarVersion } from '../../annotation/record/record.ts'
import { type EntitiesChange, entitiesChangeOf } from '../../corpus/saving/entities-changes.ts'
import { type ConfirmedChange, changeOf } from '../../corpus/saving/replay.ts'
import { reversed, type Transaction, transactionOf } from '../../corpus/saving/transactions.ts'
import {
  type EntitiesEdit,
  findPage,
  type PageEdit,
  type Snapshot,
} from '../../corpus/snapshot/model.ts'
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
  /**
   * Resolves when the change of one page, which is applied already, survives the end of this process and of the
   * machine; false where it cannot be written now, which the person hears of elsewhere.
   */
  confirm(uri: string, change: ConfirmedChange): Promise<boolean>
  /** Where it is kept what people say of entities; absent where no action says something of them. */
  readonly entities?: EntityDesk
  /** The annotations of these pages are other ones now. */
  announce(pages: readonly string[]): void
}

export interface EntityDesk {
  apply(edits: readonly EntitiesEdit[]): void
  /** As `confirm` of pages; `root` is the uri of the corpus root. */
  confirm(root: string, change: EntitiesChange): Promise<boolean>
}

type Done = Omit<Edits<unknown>, 'kind' | 'edits' | 'entities' | 'after'> & {
  readonly kind: 'done'
  /** Uris of pages whose annotations have changed. */
  readonly pages: readonly string[]
  /** For `takeBack`; absent where nothing has changed. */
  readonly transaction?: string
  /** Set where it is not on disk yet: it is tried again until it is. */
  readonly durable?: false
}

export type Performed = Done | Exclude<AnyResult, Edits<unknown>> | UnsavedPages

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

  /** Runs an action, once more where anything changes while the disk is asked: another action may have come first. */
  async perform(run: (snapshot: Snapshot) => AnyResult): Promise<Performed> {
    const before = this.#desk.snapshot()
    const result = run(before)
    if (result.kind !== 'edits') return result
    if (result.edits.some(({ uri }) => isNewer(before, uri))) {
      return refused(t('A newer version of Biaozhu wrote the annotations of this page.'))
    }
    if (result.entities?.some(({ root }) => isNewerEntities(before, root))) {
      return refused(t('A newer version of Biaozhu wrote what is said of entities.'))
    }
    const unsaved = await this.#unsavedPages(result.edits)
    if (unsaved !== undefined) return unsaved
    const now = this.#desk.snapshot()
    const last = now === before ? result : run(now)
    if (last.kind !== 'edits') return refused(t('The page has changed meanwhile.'))
    return answered(this.commit(last))
  }

  /** Applies what an action has made of the snapshot of now, and begins to write it. */
  commit({ label, edits, entities = [], after, ...result }: Edits<unknown>): Begun {
    const id = this.#newId()
    const transaction = transactionOf(this.#desk.snapshot(), edits, { id, label, entities })
    const isChange = edits.length + entities.length > 0
    if (isChange) this.#transactions(id, () => transaction)
    const { pages, written } = this.#apply(edits, entities)
    const { select, ...rest } = { ...result, ...after?.(this.#desk.snapshot()) }
    const done: Done = {
      ...rest,
      kind: 'done',
      label,
      pages,
      ...(isChange ? { transaction: id } : {}),
      ...(select === undefined ? {} : { select }),
    }
    return { performed: done, written }
  }

  /** Takes back what was done, or does it once more. */
  async takeBack(id: string, way: 'undo' | 'redo'): Promise<Performed> {
    const transaction = this.#transactions.known(id)
    const again = way === 'redo'
    const edits = transaction && reversed(transaction, this.#desk.snapshot(), { again })?.pages
    return (await this.#unsavedPages(edits ?? [])) ?? answered(this.reverse(id, way))
  }

  /** The same on the pages as they are. */
  reverse(id: string, way: 'undo' | 'redo'): Begun {
    const transaction = this.#transactions.known(id)
    if (transaction === undefined) {
      const performed = refused(t('That can no longer be taken back.'))
      return { performed, written: Promise.resolve(true) }
    }
    const { label } = transaction
    const again = way === 'redo'
    const edits = reversed(transaction, this.#desk.snapshot(), { again })
    const { pages, written } = this.#apply(edits.pages, edits.entities)
    return { performed: { kind: 'done', label, pages, transaction: id }, written }
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

  /** The uris of the pages that have changed, and when that is on disk. What a person sees comes first. */
  #apply(
    edits: readonly PageEdit[],
    entities: readonly EntitiesEdit[],
  ): {
    readonly pages: readonly string[]
    readonly written: Promise<boolean>
  } {
    if (edits.length + entities.length === 0) return { pages: [], written: Promise.resolve(true) }
    const before = this.#desk.snapshot()
    if (edits.length > 0) this.#desk.apply(edits)
    if (entities.length > 0) this.#desk.entities?.apply(entities)
    const after = this.#desk.snapshot()
    const pages = [...new Set(edits.map(({ uri }) => uri))]
    this.#desk.announce(pages)
    const written = Promise.all([
      ...edits.map((edit) => this.#desk.confirm(edit.uri, changeOf(before, after, edit))),
      ...entities.map(
        (edit) => this.#desk.entities?.confirm(edit.root, entitiesChangeOf(before, edit)) ?? false,
      ),
    ])
    return { pages, written: written.then((all) => all.every((each) => each)) }
  }
}

/** What was performed, and whether it is on disk, once that is known. */
export interface Begun {
  readonly performed: Performed
  readonly written: Promise<boolean>
}

/** An answer is a promise: it waits until what was done is on disk. */
async function answered({ performed, written }: Begun): Promise<Performed> {
  const isWritten = await written
  return performed.kind !== 'done' || isWritten ? performed : { ...performed, durable: false }
}

/** What a newer version wrote is not understood here, and not written over. */
function isNewer(snapshot: Snapshot, uri: string): boolean {
  const header = findPage(snapshot, uri)?.document.annotations.header
  return header !== undefined && header.version > sidecarVersion
}

function isNewerEntities({ corpora }: Snapshot, root: string): boolean {
  const corpus = corpora.find((each) => each.root === root)
  return corpus !== undefined && corpus.entities.version > entitiesVersion
}
