/** `entities.jsonl` of each corpus, on disk and in the workspace: read, confirmed in the journal, written, merged. */

import { type EntitiesText, printEntities } from '../../annotation/entities/entities-text.ts'
import { entitiesVersion } from '../../annotation/entities/entity-record.ts'
import { mergeEntities, readStoredEntities } from '../../annotation/entities/merge-entities.ts'
import { normalUri } from '../../disk/uri.ts'
import { entitiesUri } from '../snapshot/entities.ts'
import type { Workspace } from '../snapshot/workspace.ts'
import {
  type EntitiesChange,
  entitiesChangeToJson,
  readEntitiesChange,
  replayedEntities,
} from './entities-changes.ts'
import { type KeepOptions, KeptFile } from './kept-file.ts'
import { SavingFaults } from './saving-faults.ts'

export interface EntityFilesOptions extends KeepOptions {
  readonly workspace: Workspace
  /** What somebody else wrote into the file at this uri was found when it was saved. */
  readonly told?: (uri: string) => void
}

interface State {
  readonly file: KeptFile
  /** Its text as it was read or written last; `undefined` before. */
  disk: string | undefined
  /** What is written, or was made last. */
  made: string
}

export class EntityFiles {
  readonly #options: EntityFilesOptions
  readonly #faults: SavingFaults
  /** By root of the corpus. */
  readonly #states = new Map<string, State>()

  constructor(options: EntityFilesOptions) {
    this.#options = options
    this.#faults = new SavingFaults(options.report)
  }

  /** Reads the file of a corpus, with what an earlier process confirmed of it. Never rejects. */
  async load(spelled: string): Promise<void> {
    const root = normalUri(spelled)
    const state = this.#stateOf(root)
    let text: string
    try {
      text = (await state.file.read()).text
    } catch (error) {
      state.file.report(error)
      return
    }
    if (state.file.isWaiting || text === state.disk) return
    this.#take(root, state, text)
    await this.#replay(root, state)
  }

  /**
   * Resolves when the change, which the workspace has already, survives whatever happens to this process and machine:
   * in the journal, else in the file itself. False where neither can be written; then it is tried again.
   */
  confirm(spelled: string, change: EntitiesChange): Promise<boolean> {
    return this.#stateOf(normalUri(spelled)).file.confirm(entitiesChangeToJson(change))
  }

  /** Writes what the workspace has, merged with what somebody else wrote. False where it cannot be; it is tried again. */
  save(spelled: string): Promise<boolean> {
    return this.#stateOf(normalUri(spelled)).file.save()
  }

  /** A file has changed on disk; whether that is one of ours which says something else now. */
  async changed(spelled: string): Promise<boolean> {
    const uri = normalUri(spelled)
    const root = [...this.#states.keys()].find((each) => entitiesUri(each) === uri)
    if (root === undefined) return false
    const state = this.#stateOf(root)
    const text = (await state.file.read().catch(() => undefined))?.text
    if (text === undefined || text === state.disk) return false
    if (state.file.isDirty) await this.save(root)
    else this.#take(root, state, text)
    return true
  }

  /** Tries once more to write what is not. */
  async flush(): Promise<void> {
    const waiting = [...this.#states.values()].filter(({ file }) => file.isWaiting)
    await Promise.all(waiting.map(({ file }) => file.save()))
  }

  /** Flushes; what cannot be written stays in the journal for the next process. */
  async close(): Promise<void> {
    await this.flush()
    for (const { file } of this.#states.values()) file.stopTrying()
  }

  #stateOf(root: string): State {
    const known = this.#states.get(root)
    if (known !== undefined) return known
    const uri = entitiesUri(root)
    const file = new KeptFile(
      {
        uri,
        key: uri,
        make: (disk) => {
          state.made = this.#textOf(root, state, disk)
          return state.made === '' ? [] : [state.made]
        },
        written: () => {
          state.disk = state.made
        },
      },
      this.#options,
      this.#faults,
    )
    const state: State = { file, disk: undefined, made: '' }
    this.#states.set(root, state)
    return state
  }

  #take(root: string, state: State, text: string): void {
    state.disk = text
    this.#options.workspace.apply({ kind: 'entities', root, entities: readStoredEntities(text) })
    this.#faults.end(entitiesUri(root))
  }

  async #replay(root: string, state: State): Promise<void> {
    const journal = await this.#options.journal?.().catch(() => undefined)
    const left = (journal?.open ?? []).filter(
      ({ page, number }) =>
        page === entitiesUri(root) &&
        number <= (journal?.lastAdopted ?? 0) &&
        !state.file.isPending(number),
    )
    if (left.length === 0) return
    const changes = left.flatMap(({ change }) => readEntitiesChange(change) ?? [])
    const stored = readStoredEntities(state.disk ?? '')
    const entities = { ...replayedEntities(stored, changes), problems: stored.problems }
    state.file.takeOver(left)
    this.#options.workspace.apply({ kind: 'entities', root, entities })
    await this.save(root)
  }

  #textOf(root: string, state: State, disk: string): string {
    const theirs = readStoredEntities(disk)
    if (theirs.version > entitiesVersion) {
      const message = 'A newer version of Biaozhu wrote this file.'
      throw Object.assign(new Error(message), { code: 'ENEWER' })
    }
    const ours = this.#current(root)
    const { disk: base = '' } = state
    if (disk === base) return printEntities(ours)
    const { entities } = mergeEntities(readStoredEntities(base), ours, theirs)
    const text = printEntities(entities)
    this.#options.workspace.apply({ kind: 'entities', root, entities: readStoredEntities(text) })
    state.disk = disk
    this.#options.told?.(entitiesUri(root))
    return text
  }

  #current(root: string): EntitiesText {
    return this.#options.workspace.entitiesOf(root)
  }
}
