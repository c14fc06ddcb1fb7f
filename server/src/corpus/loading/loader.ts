/** Finds the corpora of the workspace folders, reads their pages, and follows changes on disk. */

import { isDeepStrictEqual } from 'node:util'
import { decode } from '../../disk/decode.ts'
import type { Files, Reading } from '../../disk/files.ts'
import { readSidecarName, sidecarPath } from '../../disk/sidecar-names.ts'
import { normalUri, pathBelow, uriBelow } from '../../disk/uri.ts'
import { type CorpusDefinition, defaultConfig, type Problem } from '../config/config.ts'
import { type ConfigFiles, createConfigFiles } from '../config/config-files.ts'
import { isConfig } from '../config/globs.ts'
import { type GuidedCorpus, readGuidelines } from '../config/guidelines.ts'
import { createMembership, type Membership } from '../config/membership.ts'
import { type Below, unfulfilled } from '../config/unfulfilled.ts'
import type { EntityFiles } from '../saving/entity-files.ts'
import type { LoadSidecar, Sidecars } from '../saving/sidecars.ts'
import { isEntitiesFile } from '../snapshot/entities.ts'
import { findPage } from '../snapshot/model.ts'
import { readFileNames } from '../snapshot/page-data.ts'
import type { Workspace } from '../snapshot/workspace.ts'
import { findCorpora, type Root, type Told, type WorkspaceFolder } from './find-corpora.ts'
import { type LoadOptions, PageQueue, type Queued } from './page-queue.ts'
import { Strays } from './strays.ts'
import type { Warmer } from './warm.ts'

export interface LoadReport extends Told {
  readonly pages: number
  /** True when `cancelled` said so, or when a later load took over. */
  readonly cancelled: boolean
}

export interface FileChange {
  readonly uri: string
  readonly kind: 'created' | 'changed' | 'deleted'
}

export interface LoaderParts {
  readonly workspace: Workspace
  readonly files: Files
  readonly warmer: Warmer
  /** Of pages, read after them; without it annotations are not known. */
  readonly sidecars?: Pick<Sidecars, 'load' | 'changed'>
  /** Of corpora, read before their pages. */
  readonly entities?: EntityFiles
}

export class Loader {
  readonly #workspace: Workspace
  readonly #files: Files
  readonly #warmer: Warmer
  readonly #sidecars: LoaderParts['sidecars']
  readonly #entities: EntityFiles | undefined
  readonly #configs: ConfigFiles
  readonly #strays: Strays
  /** The encoding that the corpus said when a page was read. */
  readonly #encodings = new Map<string, string>()
  /** The newest reading of each page: an older one that ends later is dropped. */
  readonly #readings = new Map<string, Promise<boolean>>()
  /** Pages that the editor has written, until they are read. */
  readonly #written = new Set<string>()
  #folders: readonly WorkspaceFolder[] = []
  #roots: readonly Root[] = []
  #corpora: readonly CorpusDefinition[] = []
  #place: Membership = () => undefined
  /** Pages on disk, as far as known. */
  #known = new Set<string>()
  /** All files on disk, as far as known. */
  #there = new Set<string>()
  /** The pages of the newest indexing. */
  #queue: PageQueue | undefined
  /** Grows with each indexing: an older one stops. */
  #generation = 0
  /** Settles when it is known which corpora there are. */
  #walking: Promise<void> = Promise.resolve()

  constructor({ workspace, files, warmer, sidecars, entities }: LoaderParts) {
    this.#workspace = workspace
    this.#files = files
    this.#warmer = warmer
    this.#sidecars = sidecars
    this.#entities = entities
    this.#configs = createConfigFiles(files)
    this.#strays = new Strays(workspace, files)
  }

  /** Replaces the folders of a load before, which stops. Never rejects because of files. */
  load(folders: readonly WorkspaceFolder[], options: LoadOptions = {}): Promise<LoadReport> {
    this.#folders = folders
    return this.#index(() => true, options)
  }

  /**
   * Files or whole folders. After a change of a corpus.json only pages that are new to their corpus
   * are read. Uris of what has changed, of the page for a sidecar.
   */
  async changed(changes: readonly FileChange[]): Promise<readonly string[]> {
    // Until the folders are walked no file has a corpus.
    await this.#walking
    let isReload = false
    const uris: string[] = []
    for (const { uri: spelled, kind } of changes) {
      const uri = normalUri(spelled)
      if (readSidecarName(uri) !== undefined) {
        if (kind === 'deleted') this.#there.delete(uri)
        else this.#there.add(uri)
        const page = await this.#sidecars?.changed(uri, (each) => this.#readPage(each))
        if (page !== undefined) uris.push(page)
        continue
      }
      if (await this.#entities?.changed(uri)) uris.push(uri)
      if (isEntitiesFile(uri)) continue
      uris.push(spelled)
      if (await this.#isReloadAfter(uri, kind)) isReload = true
    }
    if (isReload) await this.#index((uri) => this.#isUnread(uri))
    const strays = await this.#strays.look(this.#there)
    return [...uris, ...strays]
  }

  /**
   * The editor has written this file: the same, and a sidecar that it has describes it then, whether or not somebody
   * else has told of it already.
   */
  saved(uri: string): Promise<readonly string[]> {
    this.#written.add(normalUri(uri))
    return this.changed([{ uri, kind: 'changed' }])
  }

  /**
   * The text of a corpus.json in an editor, `undefined` once it is closed. Only what it changes is
   * done: `definitions` of corpora, or also which `pages` they have and how those are read.
   */
  async configEdited(
    uri: string,
    text: string | undefined,
  ): Promise<'nothing' | 'definitions' | 'pages'> {
    this.#configs.inEditor(normalUri(uri), text)
    const changed = this.#redefine()
    if (changed === 'pages') await this.#index((each) => this.#isUnread(each))
    return changed
  }

  /** An editor has opened this file: as a page it is read and analysed before all others. Whether there is more to show then. */
  async opened(spelled: string): Promise<boolean> {
    const uri = normalUri(spelled)
    const isAnalysed = () => findPage(this.#workspace.snapshot(), uri)?.document.isAnalysed === true
    if (!this.isPage(uri) || isAnalysed()) return false
    await this.#queue?.first(uri)
    return isAnalysed()
  }

  /** Whether a corpus has a page of this name, also one that is gone. */
  isPage(uri: string): boolean {
    return this.#place(normalUri(uri)) !== undefined
  }

  /** The text of a corpus.json to which the problems of its corpus refer. */
  configText(uri: string): string {
    return this.#configs.text(normalUri(uri))
  }

  /** The guidelines that a corpus names, as they are on disk; `undefined` where it names no file of text. Never rejects. */
  async guidelines({
    root,
    config: { guidelines },
  }: GuidedCorpus): Promise<{ readonly uri: string; readonly text: string } | undefined> {
    if (!/\.(?:md|markdown|txt|rst|adoc|html?)$/i.test(guidelines ?? '')) return undefined
    const file = await readGuidelines(root, guidelines, this.#files)
    return file && { uri: file.uri, text: decode(file.bytes, 'utf8').text }
  }

  /** Uris of sidecars that have no page, and describe the text of this page, which has none. */
  straysOf(page: string): readonly string[] {
    return this.#strays.of(page)
  }

  /** Finds corpora and pages, and reads those pages that are `wanted`. */
  async #index(wanted: (uri: string) => boolean, options: LoadOptions = {}): Promise<LoadReport> {
    const generation = ++this.#generation
    const stopped = (): boolean => generation !== this.#generation || options.cancelled?.() === true
    const walk = findCorpora(this.#folders, this.#files, this.#configs)
    // One turn later than here: then the corpora are defined.
    this.#walking = walk.then(ignore, ignore)
    const { roots, uris, told } = await walk
    if (stopped()) return { ...told, pages: 0, cancelled: true }
    this.#roots = roots
    this.#define()
    const entities = this.#entities
    if (entities !== undefined) {
      await Promise.all(roots.map(({ root }) => entities.load(root)))
      if (stopped()) return { ...told, pages: 0, cancelled: true }
    }
    const all = this.#takePages(uris)
    this.#there = uris
    this.#tryFileNames(all)
    // Only now it is known whether what they name is there.
    this.#redefine()
    const read = await this.#readPages(all.filter(wanted), options, stopped)
    await this.#strays.look(this.#there)
    return { ...told, ...read, unreadable: told.unreadable + read.unreadable }
  }

  /** Forgets the pages that are gone. Gives those that are there. */
  #takePages(uris: ReadonlySet<string>): readonly string[] {
    const all = [...uris].filter((uri) => this.#place(uri) !== undefined)
    const isGone = (uri: string): boolean => this.#place(uri) === undefined || !uris.has(uri)
    for (const uri of this.#known) if (isGone(uri)) this.#forget(uri)
    this.#known = new Set(all)
    return all
  }

  #readPages(
    pages: readonly string[],
    options: LoadOptions,
    stopped: () => boolean,
  ): Promise<Queued> {
    const queue = new PageQueue(pages, {
      read: (uri) => this.#readPage(uri, { namesLater: true }),
      warmer: this.#warmer,
      isOpen: (uri) => this.#isOpen(uri),
      isAnnotated: (uri) => this.#there.has(sidecarPath(uri)),
      named: () => {
        if (this.#sidecars !== undefined) this.#workspace.apply({ kind: 'names' })
      },
      stopped,
      options,
    })
    this.#queue = queue
    return queue.run()
  }

  #isOpen(uri: string): boolean {
    return findPage(this.#workspace.snapshot(), uri)?.document.version !== undefined
  }

  /** Takes over the change of a file that is no sidecar. True where corpora have other pages by it. */
  async #isReloadAfter(uri: string, kind: FileChange['kind']): Promise<boolean> {
    if (isConfig(uri)) {
      const isThere = await this.#configs.fromDisk(uri)
      const isKnown = this.#roots.some(({ configUri }) => configUri === uri)
      return !isThere || !isKnown || this.#redefine() === 'pages'
    }
    if (kind === 'deleted') {
      this.#forgetBelow(uri)
      this.#there.delete(uri)
      this.#redefine()
      // With the folder went its corpus.json.
      return this.#corpora.some(({ root }) => isWithin(uri, root))
    }
    if (kind === 'created') this.#there.add(uri)
    if (this.#place(uri) !== undefined) {
      this.#known.add(uri)
      this.#tryFileNames([uri])
      this.#redefine()
      await this.#readPage(uri)
      await this.#warmer.warm(uri)
      return false
    }
    this.#redefine()
    return kind === 'created' && (await this.#files.read(uri)).kind === 'folder'
  }

  /** Takes over what the corpus.json files say, and tells what of it is new. */
  #redefine(): 'nothing' | 'definitions' | 'pages' {
    const before = this.#corpora
    const after = this.#roots.map((root) => this.#definitionOf(root))
    const areNew = (differ: (old: CorpusDefinition, each: CorpusDefinition) => boolean): boolean =>
      after.some((each, i) => before[i] === undefined || differ(before[i], each))
    const isOther = (old: CorpusDefinition, each: CorpusDefinition): boolean =>
      old.config !== each.config || !isDeepStrictEqual(old.problems, each.problems)
    if (!areNew(isOther)) return 'nothing'
    this.#define()
    return areNew((old, each) => pagesKey(old) !== pagesKey(each)) ? 'pages' : 'definitions'
  }

  /** A pattern that takes too long over a name of a page is from now on a problem of its corpus. */
  #tryFileNames(uris: readonly string[]): void {
    const slow = readFileNames(
      uris.flatMap((uri) => {
        const place = this.#place(uri)
        return place === undefined
          ? []
          : [{ config: place.definition.config, pathInCorpus: place.path }]
      }),
    )
    if (slow.length > 0) this.#redefine()
  }

  #define(): void {
    this.#corpora = this.#roots.map((root) => this.#definitionOf(root))
    this.#place = createMembership(this.#corpora)
    this.#workspace.apply({ kind: 'corpora', corpora: this.#corpora })
    for (const uri of this.#encodings.keys()) {
      // The workspace has forgotten these.
      if (this.#place(uri) === undefined) this.#encodings.delete(uri)
    }
  }

  #definitionOf(root: Root): CorpusDefinition {
    if (root.configUri === undefined) return { ...root, problems: noProblems }
    const { config, problems } = this.#configs.reading(root.configUri)
    const text = this.#configs.text(root.configUri)
    const missing = unfulfilled({ uri: root.configUri, text, config }, this.#below(root.root))
    return { ...root, config, problems: [...problems, ...missing] }
  }

  /** Until the files are known, everything is there. */
  #below(root: string): Below {
    const isKnown = this.#there.size > 0
    return {
      isFile: (path) => !isKnown || this.#there.has(uriBelow(root, path)),
      isPage: (path) => {
        const uri = uriBelow(root, path)
        const place = this.#place(uri)
        return !isKnown || (place?.definition.root === root && this.#known.has(uri))
      },
    }
  }

  #isUnread(uri: string): boolean {
    return this.#encodings.get(uri) !== this.#encodingOf(uri)
  }

  #encodingOf(uri: string): string {
    return this.#place(uri)?.definition.config.encoding ?? defaultConfig.encoding
  }

  /** False for a page that is there but cannot be read. Resolves when the newest reading of it has. */
  #readPage(uri: string, { namesLater } = { namesLater: false }): Promise<boolean> {
    const follows = this.#written.has(uri)
    const reading: Promise<boolean> = this.#files.read(uri).then((answer) => {
      const newest = this.#readings.get(uri)
      if (newest !== reading) return newest ?? true
      this.#readings.delete(uri)
      return this.#takePage(uri, answer, { namesLater, follows })
    })
    this.#readings.set(uri, reading)
    return reading
  }

  async #takePage(uri: string, answer: Reading, options: LoadSidecar): Promise<boolean> {
    const encoding = this.#encodingOf(uri)
    this.#encodings.set(uri, encoding)
    if (answer.kind !== 'file') {
      this.#workspace.apply({ kind: 'file', uri, content: undefined })
      return answer.kind === 'missing'
    }
    this.#workspace.apply({ kind: 'file', uri, content: decode(answer.bytes, encoding) })
    if (options.follows) this.#written.delete(uri)
    await this.#sidecars?.load(uri, options)
    return true
  }

  #forget(uri: string): void {
    this.#readings.delete(uri)
    this.#written.delete(uri)
    this.#encodings.delete(uri)
    this.#workspace.apply({ kind: 'file', uri, content: undefined })
  }

  /** The file itself, or all pages of a folder. */
  #forgetBelow(uri: string): void {
    const known = this.#known
    const gone = known.has(uri) ? [uri] : [...known].filter((page) => isWithin(uri, page))
    for (const page of gone) {
      this.#forget(page)
      known.delete(page)
    }
  }
}

const noProblems: readonly Problem[] = []

function ignore(): void {
  // Whoever called `load` gets the error.
}

/** Equal where corpora have the same pages, read in the same way. */
function pagesKey({ config: { encoding, pages } }: CorpusDefinition): string {
  return JSON.stringify([encoding, pages])
}

function isWithin(folder: string, uri: string): boolean {
  return uri === folder || pathBelow(folder, uri) !== undefined
}
