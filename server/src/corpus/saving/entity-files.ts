/** `entities.jsonl` of each corpus, on disk and in the workspace: read, confirmed in the journal, written, merged. */

import { type EntitiesText, printEntities } from '../../annotation/entities/entities-text.ts'
import { entitiesVersion } from '../../annotation/entities/entity-record.ts'
import { mergeEntities, readStoredEntities } from '../../annotation/entities/merge-entities.ts'
import type { Journal } from '../../disk/journal.ts'
import type { SidecarFiles } from '../../disk/sidecar-files.ts'
import { normalUri } from '../../disk/uri.ts'
import { entitiesUri } from '../snapshot/entities.ts'
import type { Workspace } from '../snapshot/workspace.ts'
import {
  type EntitiesChange,
  entitiesChangeToJson,
  readEntitiesChange,
  replayedEntities,
} from './entities-changes.ts'
import { faultOf, type ReportFault, SavingFaults } from './saving-faults.ts'

export interface EntityFilesOptions {
  readonly workspace: Workspace
  readonly files: SidecarFiles
  /** A file could not be written, or (without fault) could be again. */
  readonly report?: ReportFault
  /** What somebody else wrote into the file at this uri was found when it was saved. */
  readonly told?: (uri: string) => void
  /** Where confirmed changes are kept until they are written; `undefined` where there is none. */
  readonly journal?: () => Promise<Journal | undefined>
  /** Milliseconds between an action and its writing. */
  readonly pause?: number
  /** Milliseconds until the next try; doubled with each, up to a minute. */
  readonly retry?: number
}

interface State {
  /** Its text as it was read or written last. */
  disk: string
  isRead: boolean
  dirty: boolean
  saving: Promise<boolean> | undefined
  timer: NodeJS.Timeout | undefined
  wait: number
  /** Numbers in the journal of what the workspace has and the file may not have. */
  pending: number[]
}

export class EntityFiles {
  readonly #options: EntityFilesOptions
  readonly #retry: number
  readonly #faults: SavingFaults
  /** By root of the corpus. */
  readonly #states = new Map<string, State>()

  constructor(options: EntityFilesOptions) {
    this.#options = options
    this.#retry = options.retry ?? 1000
    this.#faults = new SavingFaults(options.report)
  }

  /** Reads the file of a corpus, with what an earlier process confirmed of it. Never rejects. */
  async load(spelled: string): Promise<void> {
    const root = normalUri(spelled)
    const state = this.#stateOf(root)
    if (state.dirty || state.saving !== undefined) return
    let text: string
    try {
      text = await this.#options.files.read(entitiesUri(root))
    } catch (error) {
      this.#faults.add(this.#faultOf(root, error))
      return
    }
    if (state.dirty || (state.isRead && text === state.disk)) return
    this.#take(root, state, text)
    await this.#replay(root, state)
  }

  /**
   * Resolves when the change, which the workspace has already, survives whatever happens to this process and machine:
   * in the journal, else in the file itself. False where neither can be written; then it is tried again.
   */
  async confirm(spelled: string, change: EntitiesChange): Promise<boolean> {
    const root = normalUri(spelled)
    const state = this.#stateOf(root)
    state.dirty = true
    try {
      const journal = await this.#options.journal?.()
      if (journal !== undefined) {
        const number = await journal.append(entitiesUri(root), entitiesChangeToJson(change))
        // Only now: what was settled meanwhile has left the list.
        state.pending = [...state.pending, number]
        void this.save(root)
        return true
      }
    } catch {
      // The disk of the journal is full or gone: that of the corpus may be another one.
    }
    return this.save(root)
  }

  /** Writes what the workspace has, merged with what somebody else wrote. False where it cannot be; it is tried again. */
  save(spelled: string): Promise<boolean> {
    const root = normalUri(spelled)
    const state = this.#stateOf(root)
    state.dirty = true
    clearTimeout(state.timer)
    state.saving ??= this.#write(root, state)
    return state.saving
  }

  /** A file has changed on disk; whether that is one of ours which says something else now. */
  async changed(spelled: string): Promise<boolean> {
    const uri = normalUri(spelled)
    const root = [...this.#states.keys()].find((each) => entitiesUri(each) === uri)
    if (root === undefined) return false
    const state = this.#stateOf(root)
    while (state.saving !== undefined) await state.saving
    const text = await this.#options.files.read(uri).catch(() => undefined)
    if (text === undefined || text === state.disk || state.saving !== undefined) return false
    if (state.dirty) await this.save(root)
    else this.#take(root, state, text)
    return true
  }

  /** Tries once more to write what is not. */
  async flush(): Promise<void> {
    const waiting = [...this.#states].filter(([, { dirty, saving }]) => dirty || saving)
    await Promise.all(waiting.map(([root]) => this.save(root)))
  }

  /** Flushes; what cannot be written stays in the journal for the next process. */
  async close(): Promise<void> {
    await this.flush()
    for (const { timer } of this.#states.values()) clearTimeout(timer)
  }

  #stateOf(root: string): State {
    const state = this.#states.get(root) ?? {
      ...{ disk: '', isRead: false, dirty: false, pending: [], wait: this.#retry },
      ...{ saving: undefined, timer: undefined },
    }
    this.#states.set(root, state)
    return state
  }

  #take(root: string, state: State, text: string): void {
    state.disk = text
    state.isRead = true
    this.#options.workspace.apply({ kind: 'entities', root, entities: readStoredEntities(text) })
    this.#faults.end(entitiesUri(root))
  }

  async #replay(root: string, state: State): Promise<void> {
    const journal = await this.#options.journal?.().catch(() => undefined)
    const left = (journal?.open ?? []).filter(
      ({ page, number }) =>
        page === entitiesUri(root) &&
        number <= (journal?.lastAdopted ?? 0) &&
        !state.pending.includes(number),
    )
    if (left.length === 0) return
    const changes = left.flatMap(({ change }) => readEntitiesChange(change) ?? [])
    const stored = readStoredEntities(state.disk)
    const entities = { ...replayedEntities(stored, changes), problems: stored.problems }
    state.pending = [...state.pending, ...left.map(({ number }) => number)]
    this.#options.workspace.apply({ kind: 'entities', root, entities })
    await this.save(root)
  }

  async #write(root: string, state: State): Promise<boolean> {
    const { pause = 0, files } = this.#options
    const uri = entitiesUri(root)
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    try {
      while (state.dirty) {
        let written = ''
        let pending: readonly number[] = []
        const change = (disk: string): Iterable<string> => {
          // What the workspace has at this moment is written; what comes later, in the next round.
          state.dirty = false
          pending = [...state.pending] // Not those that are confirmed meanwhile.
          written = this.#textOf(root, state, disk)
          return written === '' ? [] : [written]
        }
        await files.change(uri, change, () => {
          this.#faults.add({ uri, code: 'ELOCKED', message: 'Another program writes this file.' })
        })
        state.disk = written
        state.isRead = true
        await this.#settle(state, pending)
      }
    } catch (error) {
      state.dirty = true
      state.saving = undefined
      this.#fail(root, state, error)
      return false
    }
    // In the same turn in which nothing was dirty: what is saved from now on starts anew.
    state.saving = undefined
    state.wait = this.#retry
    this.#faults.end(uri)
    return true
  }

  #textOf(root: string, state: State, disk: string): string {
    const theirs = readStoredEntities(disk)
    if (theirs.version > entitiesVersion) {
      const message = 'A newer version of Biaozhu wrote this file.'
      throw Object.assign(new Error(message), { code: 'ENEWER' })
    }
    const ours = this.#current(root)
    if (disk === state.disk) return printEntities(ours)
    const { entities } = mergeEntities(readStoredEntities(state.disk), ours, theirs)
    const text = printEntities(entities)
    this.#options.workspace.apply({ kind: 'entities', root, entities: readStoredEntities(text) })
    state.disk = disk
    this.#options.told?.(entitiesUri(root))
    return text
  }

  #current(root: string): EntitiesText {
    return this.#options.workspace.entitiesOf(root)
  }

  async #settle(state: State, numbers: readonly number[]): Promise<void> {
    if (numbers.length === 0) return
    const done = new Set(numbers)
    state.pending = state.pending.filter((number) => !done.has(number))
    await (await this.#options.journal?.().catch(() => undefined))?.settle(numbers)
  }

  #faultOf(root: string, error: unknown) {
    return { ...faultOf(root, error), uri: entitiesUri(root) }
  }

  #fail(root: string, state: State, error: unknown): void {
    this.#faults.add(this.#faultOf(root, error))
    clearTimeout(state.timer)
    state.timer = setTimeout(() => void this.save(root), state.wait)
    // A process that has nothing else to do may end: `flush` is its last try.
    state.timer.unref()
    state.wait = Math.min(60_000, state.wait * 2)
  }
}
