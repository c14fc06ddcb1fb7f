/** Sidecars on disk and in the workspace: read with their pages, written after each action, merged. */

import { sidecarOf } from '../../annotation/placed/placed.ts'
import { sidecarVersion } from '../../annotation/record/record.ts'
import { withClashesAsked } from '../../annotation/sidecar/clashes.ts'
import { merge } from '../../annotation/sidecar/merge.ts'
import type { Sidecar } from '../../annotation/sidecar/sidecar.ts'
import { readStored } from '../../annotation/sidecar/stored.ts'
import type { Journal, JournalEntry } from '../../disk/journal.ts'
import { sidecarPath } from '../../disk/sidecar-names.ts'
import { normalUri } from '../../disk/uri.ts'
import { findPage, type StoredPage } from '../snapshot/model.ts'
import { fileName } from '../snapshot/page-data.ts'
import type { Workspace } from '../snapshot/workspace.ts'
import { type KeepOptions, KeptFile, type Reading } from './kept-file.ts'
import { type ConfirmedChange, changeToJson, readChange, replayedOn } from './replay.ts'
import { type SavingFault, SavingFaults } from './saving-faults.ts'
import { isOurs, knowsBetter, newState, type State } from './sidecar-state.ts'
import {
  headerOfText,
  knownText,
  type PrintedSidecar,
  printed,
  sameProblems,
} from './sidecar-text.ts'

export interface SidecarsOptions extends KeepOptions {
  readonly workspace: Workspace
  /** Called before a sidecar's records are placed: the text that they describe may be known. */
  readonly recall?: (sha256: string) => Promise<unknown>
  /** The text of an annotated page, for re-anchoring later. */
  readonly remember?: (text: string) => Promise<unknown>
  /** A page has other annotations or problems, since saving them showed what somebody else wrote. */
  readonly told?: (page: string) => void
}

export interface LoadSidecar {
  readonly namesLater?: boolean
  readonly follows?: boolean
}

export class Sidecars {
  readonly #options: SidecarsOptions
  readonly #faults: SavingFaults
  /** By normal uri of the page. */
  readonly #states = new Map<string, State>()
  /** Uris of pages by those of their sidecars. */
  readonly #pages = new Map<string, string>()
  /** Texts are remembered one after the other: the last one ends last. */
  #remembering: Promise<unknown> = Promise.resolve()

  constructor(options: SidecarsOptions) {
    this.#options = options
    this.#faults = new SavingFaults(options.report)
  }

  /** Sidecars that are not on disk yet. */
  get unsaved(): readonly SavingFault[] {
    return this.#faults.all
  }

  /**
   * Reads the sidecar of a page that the workspace has, with what an earlier process confirmed of it. Never rejects.
   * With `namesLater` a change of kind `names` has to follow. `follows`: the editor has written the page, and while the
   * page has that text its sidecar is to describe it; what others write is left to the next action.
   */
  async load(
    spelled: string,
    { namesLater = false, follows = false }: LoadSidecar = {},
  ): Promise<void> {
    const page = normalUri(spelled)
    const state = this.#stateOf(page)
    const now = this.#stored(page)?.view.sha256
    // From now on: what is edited while the file is read may be this text again.
    if (follows || now !== state.followed) state.followed = follows ? now : undefined
    let reading: Reading
    try {
      reading = await state.file.read()
    } catch (error) {
      state.file.report(error)
      return
    }
    const { text } = reading
    const left = await this.#leftOf(page, state)
    const isPlaced = this.#isPlaced(page)
    const isOld = !follows && knowsBetter(state, text, this.#stored(page)?.view.sha256)
    const isKnown = left.length === 0 && isOurs(state, text) && (text === '' || isPlaced) && !isOld
    if (state.file.isDirty && isPlaced && !isKnown) {
      await this.save(page)
    } else if (!isKnown) {
      await this.#take(page, state, reading, namesLater)
      if (left.length > 0) await this.#replay(page, state, left)
    }
    const sha256 = this.#stored(page)?.view.sha256
    if (sha256 !== state.placedIn) state.placedIn = undefined
    if (this.#isBehind(page, state)) await this.save(page)
  }

  /**
   * Resolves when the changes, which the workspace has already, survive whatever happens to this process and machine:
   * in the journal, else in the sidecar itself. False where neither can be written; then it is tried again.
   */
  async confirm(spelled: string, change: ConfirmedChange): Promise<boolean> {
    const page = normalUri(spelled)
    const state = this.#stateOf(page)
    state.confirmed = this.#stored(page) ?? state.confirmed
    return state.file.confirm(changeToJson(change))
  }

  /**
   * Writes what the workspace has, merged with what somebody else wrote meanwhile. Resolves when it
   * is on disk, false when it could not be written; then it is tried again until it is.
   */
  save(spelled: string): Promise<boolean> {
    return this.#stateOf(normalUri(spelled)).file.save()
  }

  /**
   * A file has changed on disk: the uri of the page that it is the sidecar of, `undefined` for none. `reread` reads the
   * page and its sidecar: where that describes another text, the page has become another one, too.
   */
  async changed(
    spelled: string,
    reread: (page: string) => Promise<unknown> = async () => undefined,
  ): Promise<string | undefined> {
    const page = this.#pages.get(normalUri(spelled))
    if (page === undefined) return undefined
    const state = this.#stateOf(page)
    let reading = await state.file.read().catch(() => undefined)
    if (reading === undefined || isOurs(state, reading.text)) return undefined
    const sha256 = headerOfText(reading.text)?.sha256
    if (sha256 !== undefined && sha256 !== this.#stored(page)?.view.sha256) {
      await reread(page)
      // It may have been written meanwhile, by us or by others.
      reading = await state.file.read().catch(() => undefined)
      if (reading === undefined || isOurs(state, reading.text)) return page
    }
    if (state.file.isDirty) await this.save(page)
    else await this.#take(page, state, reading)
    if (this.#isBehind(page, state)) await this.save(page)
    return page
  }

  /**
   * The text of an editor has changed: where it is again what that editor has written, its edits know better where
   * annotations are than what was made of the file alone.
   */
  edited(spelled: string): void {
    const page = normalUri(spelled)
    const state = this.#states.get(page)
    const document = findPage(this.#options.workspace.snapshot(), page)?.document
    if (state === undefined || state.file.isDirty || document?.saved !== true) return
    if (state.followed !== document.stored.view.sha256) return
    const ours = this.#current(page, state)
    const written = state.tried ?? state.disk
    if (ours !== undefined && !printed(ours).isThat(written)) void this.save(page)
  }

  /** Tries once more to write what is not; resolves when all is done or has failed. */
  async flush(): Promise<void> {
    const waiting = [...this.#states.values()].filter(({ file }) => file.isWaiting)
    await Promise.all(waiting.map(({ file }) => file.save()))
    await this.#remembering
  }

  /** Flushes; what cannot be written stays in the journal for the next process. */
  async close(): Promise<void> {
    await this.flush()
    for (const { file } of this.#states.values()) file.stopTrying()
    await (await this.#journal().catch(() => undefined))?.close()
  }

  #stateOf(page: string): State {
    const known = this.#states.get(page)
    if (known !== undefined) return known
    const uri = sidecarPath(page)
    const file = new KeptFile(
      {
        uri,
        key: page,
        make: (disk) => this.#make(page, state, disk),
        written: () => this.#written(page, state),
        rested: (isGone) => this.#rested(uri, state, isGone),
      },
      this.#options,
      this.#faults,
    )
    const state = newState(file)
    this.#states.set(page, state)
    this.#pages.set(uri, page)
    return state
  }

  async #journal(): Promise<Journal | undefined> {
    return this.#options.journal?.()
  }

  /**
   * What was confirmed of a page and the workspace does not have: by an earlier process, or before the page was taken
   * away. A page that was here under another path, in a folder that was renamed, has what was confirmed there.
   */
  async #leftOf(page: string, state: State): Promise<readonly JournalEntry[]> {
    const journal = await this.#journal().catch(() => undefined)
    const open = journal?.open ?? []
    if (journal === undefined || open.length === 0) return []
    const isNews = ({ number }: JournalEntry): boolean =>
      !this.#isPlaced(page) || (number <= journal.lastAdopted && !state.file.isPending(number))
    const snapshot = this.#options.workspace.snapshot()
    return open.filter((entry) => {
      if (entry.page === page) return isNews(entry)
      const before = this.#states.get(entry.page)
      const isMoved =
        before !== undefined &&
        fileName(entry.page) === fileName(page) &&
        // An editor may still have it open under its old path.
        (findPage(snapshot, entry.page) === undefined ||
          this.#faults.isFolderGone(sidecarPath(entry.page))) &&
        readChange(entry.change)?.sha256 === this.#stored(page)?.view.sha256
      // The change goes on with another page.
      if (isMoved && before.file.giveUp(entry.number)) before.confirmed = undefined
      return isMoved
    })
  }

  async #replay(page: string, state: State, left: readonly JournalEntry[]): Promise<void> {
    const changes = left.flatMap(({ change }) => readChange(change) ?? [])
    for (const { sha256 } of changes) await this.#options.recall?.(sha256)
    const sidecar = replayedOn(state.disk, changes)
    state.file.takeOver(left)
    this.#applyMerged(page, sidecar)
    this.#options.told?.(page)
    await this.save(page)
  }

  async #take(page: string, state: State, reading: Reading, namesLater = false): Promise<void> {
    const { text } = reading
    const sidecar = readStored(text)
    const sha256 = sidecar.header?.sha256
    const { writes } = state.file
    if (sha256 !== undefined) await this.#options.recall?.(sha256)
    // The file became another one while the old text was looked for: who read that takes it.
    if (!reading.isLast()) return
    // Somebody annotated meanwhile: that is merged when it is saved, or was already.
    if (state.file.writes !== writes || (state.file.isDirty && this.#isPlaced(page))) return
    state.disk = knownText(text, sidecar)
    state.tried = undefined
    const later = namesLater ? { namesLater } : {}
    this.#options.workspace.apply({ kind: 'sidecar', uri: page, sidecar, ...later })
    state.placedIn = this.#stored(page)?.view.sha256
    this.#faults.end(sidecarPath(page))
  }

  #make(page: string, state: State, disk: string): PrintedSidecar | undefined {
    const made = this.#textOf(page, state, disk)
    state.placedIn = this.#stored(page)?.view.sha256
    state.tried = made
    this.#remember(page)
    return made
  }

  #written(page: string, state: State): void {
    const { tried } = state
    if (tried === undefined) return
    state.disk = tried
    state.tried = undefined
    if (this.#mendsProblems(page, tried)) this.#options.told?.(page)
  }

  #rested(uri: string, state: State, isGone: boolean): void {
    if (!state.file.hasPending) state.confirmed = undefined
    // Confirmed changes of a page that is not there stay in the journal.
    else if (isGone) {
      this.#faults.add({ uri, code: 'EPENDING', message: 'The page is not there.' })
    }
  }

  /** What is written describes this text; the file may have another one at once. */
  #remember(page: string): void {
    const text = this.#stored(page)?.text
    if (text === undefined) return
    this.#remembering = this.#options.remember?.(text) ?? this.#remembering
  }

  /** `''` for no file; `undefined` where nothing is known of the page, and its sidecar stays as it is. */
  #textOf(page: string, state: State, disk: string): PrintedSidecar | undefined {
    const theirs = isOurs(state, disk) ? undefined : readStored(disk)
    if ((headerOfText(disk)?.version ?? 0) > sidecarVersion) {
      const message = 'A newer version of Biaozhu wrote this file.'
      throw Object.assign(new Error(message), { code: 'ENEWER' })
    }
    const ours = this.#current(page, state)
    if (ours === undefined) return undefined
    if (theirs === undefined) {
      // What was taken from others may have lost their doubt in the text that we have.
      const isNews = this.#askClashes(page, ours, state.disk.sidecar)
      if (isNews) this.#options.told?.(page)
      return printed((isNews ? this.#current(page, state) : undefined) ?? ours)
    }
    const { sidecar } = merge(state.disk.sidecar, ours, theirs)
    this.#applyMerged(page, { ...sidecar, problems: theirs.problems })
    // It is in what the workspace has, also if the writing fails.
    state.disk = knownText(disk, theirs)
    this.#options.told?.(page)
    return printed(this.#current(page, { ...state, confirmed: undefined }) ?? sidecar)
  }

  /** What the workspace has of a page; of one that was taken away or is read anew, what was confirmed before. */
  #current(page: string, { confirmed }: Pick<State, 'confirmed'>): Sidecar | undefined {
    const stored = this.#stored(page)
    const described = stored?.annotations.header === undefined ? confirmed : stored
    if (described === undefined) return undefined
    return sidecarOf(described.annotations, described.view, fileName(decodeURIComponent(page)))
  }

  /** What two sides made; in the text of the page it is seen whether they marked what overlaps. */
  #applyMerged(page: string, sidecar: ReturnType<typeof readStored>): void {
    const { workspace } = this.#options
    const before = this.#current(page, { confirmed: undefined })
    workspace.apply({ kind: 'sidecar', uri: page, sidecar })
    const now = this.#current(page, { confirmed: undefined })
    if (now !== undefined) this.#askClashes(page, now, before)
  }

  /** Whether a mention is in doubt from now on, since it overlaps another one and did not `before`. */
  #askClashes(page: string, now: Sidecar, before: Sidecar | undefined): boolean {
    const { workspace } = this.#options
    const { corpus, document } = findPage(workspace.snapshot(), page) ?? {}
    if (document?.stored.annotations.header === undefined) return false
    if (corpus?.schema.overlap === true) return false
    const asked = withClashesAsked(now, before)
    if (asked === now) return false
    const { problems } = document.annotations
    workspace.apply({ kind: 'sidecar', uri: page, sidecar: { ...asked, problems } })
    return true
  }

  /** The page as its file is, whatever the editor has of it. */
  #stored(page: string): StoredPage | undefined {
    return findPage(this.#options.workspace.snapshot(), page)?.document.stored
  }

  /** Whether the editor has written the text that the page has, and the sidecar describes another one. */
  #isBehind(page: string, state: State): boolean {
    const stored = this.#stored(page)
    if (stored === undefined || stored.annotations.records.length === 0) return false
    if (stored.view.sha256 !== state.followed) return false
    return state.disk.sidecar.header?.sha256 !== stored.view.sha256
  }

  /** True where the problems of the file have become others by its writing. */
  #mendsProblems(page: string, written: PrintedSidecar): boolean {
    const { workspace } = this.#options
    const before = findPage(workspace.snapshot(), page)?.document.annotations.problems ?? []
    if (before.length === 0) return false
    const { problems } = readStored(written.text)
    if (sameProblems(before, problems)) return false
    workspace.apply({ kind: 'problems', uri: page, problems })
    return true
  }

  #isPlaced(page: string): boolean {
    const { workspace } = this.#options
    return findPage(workspace.snapshot(), page)?.document.annotations.header !== undefined
  }
}
