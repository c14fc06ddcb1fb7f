/** Finds the corpora of the workspace folders, reads their pages, and follows changes on disk. */

import { decode } from '../../disk/decode.ts'
import type { Files } from '../../disk/files.ts'
import { readSidecarName } from '../../disk/sidecar-names.ts'
import { normalUri, pathBelow, uriBelow } from '../../disk/uri.ts'
import { defined } from '../../values/defined.ts'
import {
  type CorpusConfig,
  type CorpusDefinition,
  defaultConfig,
  type Problem,
} from '../config/config.ts'
import { createConfigFiles } from '../config/config-files.ts'
import { isConfig } from '../config/globs.ts'
import { createMembership, type Membership } from '../config/membership.ts'
import type { Sidecars } from '../saving/sidecars.ts'
import { findPage } from '../snapshot/model.ts'
import type { Workspace } from '../snapshot/workspace.ts'
import type { Warmer } from './warm.ts'

export interface WorkspaceFolder {
  readonly uri: string
  readonly name: string
  /** The setting `biaozhu.pages`: globs that make the folder a corpus if it has no corpus.json. */
  readonly pages: readonly string[] | undefined
}

export interface LoadOptions {
  /** Number of pages read and analysed, of all. */
  progress?(done: number, total: number): void
  cancelled?(): boolean
  /** A large page has more to show than before. */
  shown?(uri: string): void
}

export interface LoadReport {
  readonly pages: number
  /** Files and folders that could not be read. */
  readonly unreadable: number
  /** Links that lead out of a folder, which are not followed: paths relative to it. */
  readonly outside: readonly string[]
  /** True when `cancelled` said so, or when a later load took over. */
  readonly cancelled: boolean
}

export interface FileChange {
  readonly uri: string
  readonly kind: 'created' | 'changed' | 'deleted'
}

export interface Loader {
  /** Replaces the folders of a load before, which stops. Never rejects because of files. */
  load(folders: readonly WorkspaceFolder[], options?: LoadOptions): Promise<LoadReport>
  /**
   * Files or whole folders. After a change of a corpus.json only pages that are new to their corpus
   * are read. Uris of what has changed, of the page for a sidecar.
   */
  changed(changes: readonly FileChange[]): Promise<readonly string[]>
  /**
   * The text of a corpus.json in an editor, `undefined` once it is closed. Only what it changes is
   * done: `definitions` of corpora, or also which `pages` they have and how those are read.
   */
  configEdited(uri: string, text: string | undefined): Promise<'nothing' | 'definitions' | 'pages'>
  /** The text of a corpus.json to which the problems of its corpus refer. */
  configText(uri: string): string
}

/** A folder that is a corpus, by its corpus.json or by the setting. */
type Root =
  | { readonly root: string; readonly configUri: string }
  | { readonly root: string; readonly configUri: undefined; readonly config: CorpusConfig }

/** Milliseconds after which a loop lets other work of the server go first. */
const slice = 10

export interface LoaderParts {
  readonly workspace: Workspace
  readonly files: Files
  readonly warmer: Warmer
  /** Of pages, read after them; without it annotations are not known. */
  readonly sidecars?: Sidecars
}

export function createLoader({ workspace, files, warmer, sidecars }: LoaderParts): Loader {
  let folders: readonly WorkspaceFolder[] = []
  let place: Membership = () => undefined
  let generation = 0
  /** Settles when it is known which corpora there are. */
  let walking: Promise<void> = Promise.resolve()
  /** Pages on disk, as far as known. */
  let known = new Set<string>()
  let roots: readonly Root[] = []
  let corpora: readonly CorpusDefinition[] = []
  const configs = createConfigFiles(files)
  /** The encoding that the corpus said when a page was read. */
  const encodings = new Map<string, string>()
  /** The newest reading of each page: an older one that ends later is dropped. */
  const readings = new Map<string, number>()
  let readingCount = 0

  function load(wanted: readonly WorkspaceFolder[], options: LoadOptions = {}) {
    folders = wanted
    return index(() => true, options)
  }

  /** Finds corpora and pages, and reads those pages that are `wanted`. */
  async function index(wanted: (uri: string) => boolean, options: LoadOptions = {}) {
    const mine = ++generation
    const shown = options.shown?.bind(options)
    const stopped = (): boolean => mine !== generation || options.cancelled?.() === true
    const walk = findCorpora()
    // One turn later than here: then the corpora are defined.
    walking = walk.then(ignore, ignore)
    const found = await walk
    if (stopped())
      return { pages: 0, unreadable: found.unreadable, outside: found.outside, cancelled: true }

    roots = found.roots
    define()
    const all = [...found.uris].filter((uri) => place(uri) !== undefined)
    // What a person has open comes first.
    const isOpen = (uri: string): boolean =>
      findPage(workspace.snapshot(), uri)?.document.version !== undefined
    const open = new Set(all.filter(isOpen))
    const pages = [...open, ...all.filter((uri) => !open.has(uri))].filter(wanted)
    const gone = [...known].filter((uri) => place(uri) === undefined || !found.uris.has(uri))
    for (const uri of gone) forget(uri)
    known = new Set(all)

    const { outside } = found
    let unreadable = found.unreadable
    let done = 0
    let since = performance.now()
    options.progress?.(0, pages.length)
    for (const uri of pages) {
      if (!(await readPage(uri, { namesLater: true }))) unreadable++
      // Analysed now, so that views find it ready.
      await warmer.warm(uri, { stopped, ...defined({ progress: shown }) })
      done++
      if (performance.now() - since >= slice) {
        options.progress?.(done, pages.length)
        await new Promise((resolve) => setImmediate(resolve))
        since = performance.now()
      }
      if (stopped()) return { pages: done, unreadable, outside, cancelled: true }
    }
    if (sidecars !== undefined) workspace.apply({ kind: 'names' })
    options.progress?.(done, pages.length)
    return { pages: done, unreadable, outside, cancelled: false }
  }

  async function changed(changes: readonly FileChange[]): Promise<readonly string[]> {
    // Until the folders are walked no file has a corpus.
    await walking
    let reload = false
    const uris: string[] = []
    for (const { uri: spelled, kind } of changes) {
      const uri = normalUri(spelled)
      if (readSidecarName(uri) !== undefined) {
        const page = await sidecars?.changed(uri)
        if (page !== undefined) uris.push(page)
        continue
      }
      uris.push(spelled)
      if (isConfig(uri)) {
        const there = await configs.fromDisk(uri)
        if (!there || !roots.some(({ configUri }) => configUri === uri) || redefine() === 'pages') {
          reload = true
        }
      } else if (kind === 'deleted') {
        forgetBelow(uri)
        // With the folder went its corpus.json.
        if (corpora.some(({ root }) => isWithin(uri, root))) reload = true
      } else if (place(uri) !== undefined) {
        known.add(uri)
        await readPage(uri)
      } else if (kind === 'created' && (await files.read(uri)).kind === 'folder') reload = true
    }
    if (reload) await index(isUnread)
    return uris
  }

  async function configEdited(uri: string, text: string | undefined) {
    configs.inEditor(normalUri(uri), text)
    const changed = redefine()
    if (changed === 'pages') await index(isUnread)
    return changed
  }

  /** Takes over what the corpus.json files say, and tells what of it is new. */
  function redefine(): 'nothing' | 'definitions' | 'pages' {
    const before = corpora
    const after = roots.map(definitionOf)
    const areNew = (differ: (old: CorpusDefinition, each: CorpusDefinition) => boolean): boolean =>
      after.some((each, i) => before[i] === undefined || differ(before[i], each))
    if (!areNew((old, each) => old.config !== each.config || old.problems !== each.problems)) {
      return 'nothing'
    }
    define()
    return areNew((old, each) => pagesKey(old) !== pagesKey(each)) ? 'pages' : 'definitions'
  }

  function define(): void {
    corpora = roots.map(definitionOf)
    place = createMembership(corpora)
    workspace.apply({ kind: 'corpora', corpora })
    // The workspace has forgotten these.
    for (const uri of encodings.keys()) if (place(uri) === undefined) encodings.delete(uri)
  }

  function definitionOf(root: Root): CorpusDefinition {
    if (root.configUri === undefined) return { ...root, problems: noProblems }
    const { config, problems } = configs.reading(root.configUri)
    return { ...root, config, problems }
  }

  function isUnread(uri: string): boolean {
    return encodings.get(uri) !== encodingOf(uri)
  }

  function encodingOf(uri: string): string {
    return place(uri)?.definition.config.encoding ?? defaultConfig.encoding
  }

  /** False for a page that is there but cannot be read. */
  async function readPage(uri: string, { namesLater } = { namesLater: false }): Promise<boolean> {
    const reading = ++readingCount
    readings.set(uri, reading)
    const answer = await files.read(uri)
    if (readings.get(uri) !== reading) return true
    readings.delete(uri)
    const encoding = encodingOf(uri)
    encodings.set(uri, encoding)
    if (answer.kind !== 'file') {
      workspace.apply({ kind: 'file', uri, content: undefined })
      return answer.kind === 'missing'
    }
    workspace.apply({ kind: 'file', uri, content: decode(answer.bytes, encoding) })
    await sidecars?.load(uri, { namesLater })
    return true
  }

  function forget(uri: string): void {
    readings.delete(uri)
    encodings.delete(uri)
    workspace.apply({ kind: 'file', uri, content: undefined })
  }

  /** The file itself, or all pages of a folder. */
  function forgetBelow(uri: string): void {
    const gone = known.has(uri) ? [uri] : [...known].filter((page) => isWithin(uri, page))
    for (const page of gone) {
      forget(page)
      known.delete(page)
    }
  }

  async function findCorpora() {
    const found = new Map<string, Root>()
    const uris = new Set<string>()
    const outside: string[] = []
    let unreadable = 0
    for (const { uri, pages } of folders) {
      const folder = normalUri(uri)
      const walk = await files.walk(folder)
      unreadable += walk.unreadable
      outside.push(...walk.outside)
      for (const path of walk.paths) {
        const configUri = uriBelow(folder, path)
        uris.add(configUri)
        if (!isConfig(path)) continue
        const root = configUri.slice(0, -'/corpus.json'.length)
        await configs.fromDisk(configUri)
        found.set(root, { root, configUri })
      }
      if (pages !== undefined && !found.has(folder)) {
        const config = { ...defaultConfig, pages }
        found.set(folder, { root: folder, configUri: undefined, config })
      }
    }
    return { roots: [...found.values()], uris, unreadable, outside }
  }

  return { load, changed, configEdited, configText: (uri) => configs.text(normalUri(uri)) }
}

const noProblems: readonly Problem[] = []

function ignore(): void {
  // What went wrong is told by who began it.
}

/** Equal where corpora have the same pages, read in the same way. */
function pagesKey({ config: { encoding, pages } }: CorpusDefinition): string {
  return JSON.stringify([encoding, pages])
}

function isWithin(folder: string, uri: string): boolean {
  return uri === folder || pathBelow(folder, uri) !== undefined
}
