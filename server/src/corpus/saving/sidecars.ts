/** Sidecars on disk and in the workspace: read with their pages, written after each action, merged. */

import { sidecarOf } from '../../annotation/placed/placed.ts'
import { merge } from '../../annotation/sidecar/merge.ts'
import {
  printSidecar,
  readSidecar,
  type Sidecar,
  type SidecarProblem,
} from '../../annotation/sidecar/sidecar.ts'
import { readStored } from '../../annotation/sidecar/stored.ts'
import type { SidecarFiles } from '../../disk/sidecar-files.ts'
import { sidecarPath } from '../../disk/sidecar-names.ts'
import type { Spare } from '../../disk/spare.ts'
import { codeOf } from '../../disk/system-error.ts'
import { normalUri } from '../../disk/uri.ts'
import { findPage } from '../snapshot/model.ts'
import { fileName } from '../snapshot/page-data.ts'
import type { Workspace } from '../snapshot/workspace.ts'

export interface SavingFault {
  /** Uri of the sidecar. */
  readonly uri: string
  /** `ENOSPC`, `EROFS`, `EACCES`, …; `undefined` where the system gave none. */
  readonly code: string | undefined
  readonly message: string
}

export interface Sidecars {
  /**
   * Reads the sidecar of a page that the workspace has. Never rejects. With `namesLater` a change of
   * kind `names` has to follow.
   */
  load(page: string, options?: { readonly namesLater: boolean }): Promise<void>
  /**
   * Writes what the workspace has, merged with what somebody else wrote meanwhile. Resolves when it
   * is on disk, false when it could not be written; then it is tried again until it is.
   */
  save(page: string): Promise<boolean>
  /** The page was written by the editor: its sidecar follows, where it has one. */
  pageSaved(page: string): Promise<void>
  /** A file has changed on disk: the uri of the page that it is the sidecar of, `undefined` for none. */
  changed(uri: string): Promise<string | undefined>
  /** Sidecars that are not on disk yet. */
  readonly unsaved: readonly SavingFault[]
  /** Tries once more to write what is not; resolves when all is done or has failed. */
  flush(): Promise<void>
}

export interface SidecarsOptions {
  readonly workspace: Workspace
  readonly files: SidecarFiles
  /** Called before a sidecar's records are placed: the text that they describe may be known. */
  readonly recall?: (sha256: string) => Promise<unknown>
  /** The text of an annotated page, for re-anchoring later. */
  readonly remember?: (text: string) => Promise<unknown>
  /** A sidecar could not be written, or (without fault) could be again. */
  readonly report?: (uri: string, fault: SavingFault | undefined) => void
  /** A page has other annotations or problems, since saving them showed what somebody else wrote. */
  readonly told?: (page: string) => void
  /** Where what cannot be written is kept over the end of the process. */
  readonly spare?: Spare
  /** Milliseconds between an action and its writing. */
  readonly pause?: number
  /** Milliseconds until the next try; doubled with each, up to a minute. */
  readonly retry?: number
}

/** What is known of the sidecar of one page. */
interface State {
  /** Its text as it was read or written last. */
  disk: string
  /** Set while something is to be written. */
  dirty: boolean
  saving: Promise<boolean> | undefined
  timer: NodeJS.Timeout | undefined
  wait: number
  fault: SavingFault | undefined
}

export function createSidecars(options: SidecarsOptions): Sidecars {
  const {
    workspace,
    files,
    recall,
    remember,
    report,
    told,
    spare,
    pause = 0,
    retry = 1000,
  } = options
  /** By normal uri of the page. */
  const states = new Map<string, State>()
  /** Texts are remembered one after the other: the last one ends last. */
  let remembering: Promise<unknown> = Promise.resolve()
  /** Uris of pages by those of their sidecars. */
  const pages = new Map<string, string>()

  function stateOf(page: string): State {
    const known = states.get(page)
    if (known !== undefined) return known
    const state: State = {
      disk: '',
      dirty: false,
      saving: undefined,
      timer: undefined,
      wait: retry,
      fault: undefined,
    }
    states.set(page, state)
    pages.set(sidecarPath(page), page)
    return state
  }

  async function load(spelled: string, { namesLater } = { namesLater: false }): Promise<void> {
    const page = normalUri(spelled)
    const state = stateOf(page)
    const text = await files.read(sidecarPath(page)).catch(() => undefined)
    if (text === undefined) return
    const left = await spare?.get(sidecarPath(page))
    if (left === undefined && text === state.disk && (text === '' || isPlaced(page))) return
    if (state.dirty) {
      await save(page)
      return
    }
    await take(page, state, text, namesLater)
    if (left === undefined) return
    const theirs = readStored(text)
    const { sidecar } = merge(readStored(left.base), readStored(left.text), theirs)
    const { problems } = theirs
    workspace.apply({ kind: 'sidecar', uri: page, sidecar: { ...sidecar, problems } })
    await save(page)
  }

  async function take(page: string, state: State, text: string, namesLater = false): Promise<void> {
    const sidecar = readStored(text)
    const sha256 = sidecar.header?.sha256
    if (sha256 !== undefined) await recall?.(sha256)
    // Somebody annotated while the old text was looked for: that is merged when it is saved.
    if (state.dirty) return
    state.disk = text
    const later = namesLater ? { namesLater } : {}
    workspace.apply({ kind: 'sidecar', uri: page, sidecar, ...later })
  }

  async function changed(spelled: string): Promise<string | undefined> {
    const page = pages.get(normalUri(spelled))
    if (page === undefined) return undefined
    const state = stateOf(page)
    if (state.saving !== undefined) await state.saving
    const text = await files.read(sidecarPath(page)).catch(() => undefined)
    if (text === undefined || text === state.disk) return undefined
    if (state.dirty) await save(page)
    else await take(page, state, text)
    return page
  }

  function save(spelled: string): Promise<boolean> {
    const page = normalUri(spelled)
    const state = stateOf(page)
    state.dirty = true
    clearTimeout(state.timer)
    state.saving ??= write(page, state)
    return state.saving
  }

  async function write(page: string, state: State): Promise<boolean> {
    const uri = sidecarPath(page)
    // What a person sees of their action comes first, and quick actions are written together.
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    try {
      while (state.dirty) {
        let written: string | undefined
        await files.change(uri, (disk) => {
          // Nothing waits between here and the writing of what this returns.
          state.dirty = false
          written = textOf(page, state, disk)
          // What is written describes this text; the page may have another one at once.
          const text = findPage(workspace.snapshot(), page)?.document.text
          if (text !== undefined) remembering = remember?.(text) ?? remembering
          return written
        })
        if (written === undefined) continue
        state.disk = written
        if (mended(page, written)) told?.(page)
      }
    } catch (error) {
      state.dirty = true
      state.saving = undefined
      fail(page, state, error)
      return false
    }
    // In the same turn in which nothing was dirty: what is saved from now on starts anew.
    state.saving = undefined
    state.wait = retry
    await spare?.drop(uri)
    if (state.fault !== undefined) {
      state.fault = undefined
      report?.(uri, undefined)
    }
    return true
  }

  /** `''` for no file; `undefined` where the page is gone, and its sidecar stays as it is. */
  function textOf(page: string, state: State, disk: string): string | undefined {
    if (disk !== state.disk) {
      const ours = current(page)
      if (ours === undefined) return undefined
      const theirs = readStored(disk)
      const { sidecar } = merge(readStored(state.disk), ours, theirs)
      const { problems } = theirs
      workspace.apply({ kind: 'sidecar', uri: page, sidecar: { ...sidecar, problems } })
      // It is in what the workspace has, also if the writing fails.
      state.disk = disk
      told?.(page)
    }
    const sidecar = current(page)
    if (sidecar === undefined) return undefined
    const { records, broken } = sidecar
    return records.length === 0 && broken.length === 0 ? '' : printSidecar(sidecar)
  }

  /** True where the problems of the file have become others by its writing. */
  function mended(page: string, text: string): boolean {
    const before = findPage(workspace.snapshot(), page)?.document.annotations.problems ?? []
    if (before.length === 0) return false
    const { problems } = readStored(text)
    if (sameProblems(before, problems)) return false
    workspace.apply({ kind: 'problems', uri: page, problems })
    return true
  }

  function isPlaced(page: string): boolean {
    return findPage(workspace.snapshot(), page)?.document.annotations.header !== undefined
  }

  function current(page: string): Sidecar | undefined {
    const document = findPage(workspace.snapshot(), page)?.document
    if (document === undefined) return undefined
    return sidecarOf(document.annotations, document.view, fileName(decodeURIComponent(page)))
  }

  function fail(page: string, state: State, error: unknown): void {
    const ours = current(page)
    if (ours !== undefined) {
      void spare?.put(sidecarPath(page), { base: state.disk, text: printSidecar(ours) })
    }
    const message = error instanceof Error ? error.message : String(error)
    const isNew = state.fault === undefined
    state.fault = { uri: sidecarPath(page), code: codeOf(error), message }
    if (isNew) report?.(state.fault.uri, state.fault)
    clearTimeout(state.timer)
    state.timer = setTimeout(() => void save(page), state.wait)
    // A process that has nothing else to do may end: `flush` is its last try.
    state.timer.unref()
    state.wait = Math.min(60_000, state.wait * 2)
  }

  return {
    load,
    save,
    changed,
    async pageSaved(spelled) {
      const page = normalUri(spelled)
      const document = findPage(workspace.snapshot(), page)?.document
      if (document?.saved !== true || document.annotations.records.length === 0) return
      const [first = ''] = stateOf(page).disk.split('\n', 1)
      if (readSidecar(first).header?.sha256 !== document.view.sha256) await save(page)
    },
    get unsaved() {
      return [...states.values()].flatMap(({ fault }) => (fault === undefined ? [] : [fault]))
    },
    async flush() {
      const waiting = [...states].filter(([, { dirty, saving }]) => dirty || saving !== undefined)
      await Promise.all(waiting.map(([page]) => save(page)))
      await remembering
    },
  }
}

function sameProblems(a: readonly SidecarProblem[], b: readonly SidecarProblem[]): boolean {
  const printed = (list: typeof a): string =>
    list.map(({ line, message }) => `${line} ${message}`).join('\n')
  return printed(a) === printed(b)
}
