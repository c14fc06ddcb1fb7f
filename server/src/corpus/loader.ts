/** Finds the corpora of the workspace folders, reads their pages, and follows changes on disk. */
import { type CorpusConfig, type CorpusDefinition, defaultConfig, type Problem } from './config.ts'
import { decode } from './decode.ts'
import type { Files } from './files.ts'
import { isConfig } from './globs.ts'
import { createMembership, type Membership } from './membership.ts'
import { findPage } from './model.ts'
import { readConfig } from './read-config.ts'
import { normalUri, pathBelow, uriBelow } from './uri.ts'
import type { Workspace } from './workspace.ts'

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
}

export interface LoadReport {
  readonly pages: number
  /** Files and folders that could not be read. */
  readonly unreadable: number
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
  /** Files or whole folders; a corpus.json among them loads all corpora again. */
  changed(changes: readonly FileChange[]): Promise<void>
}

/** Milliseconds after which a loop lets other work of the server go first. */
const slice = 10

export function createLoader(workspace: Workspace, files: Files): Loader {
  let folders: readonly WorkspaceFolder[] = []
  let place: Membership = () => undefined
  let generation = 0
  /** Pages on disk, as far as known. */
  let known = new Set<string>()
  let corpora: readonly CorpusDefinition[] = []
  const lastGood = new Map<string, CorpusConfig>()
  /** The newest reading of each page: an older one that ends later is dropped. */
  const readings = new Map<string, number>()
  let readingCount = 0

  async function load(wanted: readonly WorkspaceFolder[], options: LoadOptions = {}) {
    const mine = ++generation
    folders = wanted
    const stopped = (): boolean => mine !== generation || options.cancelled?.() === true
    const found = await findCorpora()
    if (stopped()) return { pages: 0, unreadable: found.unreadable, cancelled: true }

    corpora = found.definitions
    place = createMembership(corpora)
    workspace.apply({ kind: 'corpora', corpora })
    const pages = [...found.uris].filter((uri) => place(uri) !== undefined)
    const gone = [...known].filter((uri) => place(uri) === undefined || !found.uris.has(uri))
    for (const uri of gone) forget(uri)
    known = new Set(pages)

    let unreadable = found.unreadable
    let done = 0
    let since = performance.now()
    options.progress?.(0, pages.length)
    for (const uri of pages) {
      if (!(await readPage(uri))) unreadable++
      // Asking for the mentions analyses the page, so that views find it ready.
      void findPage(workspace.snapshot(), uri)?.document.mentions
      done++
      if (performance.now() - since >= slice) {
        options.progress?.(done, pages.length)
        await new Promise((resolve) => setImmediate(resolve))
        since = performance.now()
      }
      if (stopped()) return { pages: done, unreadable, cancelled: true }
    }
    options.progress?.(done, pages.length)
    return { pages: done, unreadable, cancelled: false }
  }

  async function changed(changes: readonly FileChange[]): Promise<void> {
    let reload = false
    for (const { uri: spelled, kind } of changes) {
      const uri = normalUri(spelled)
      if (isConfig(uri)) reload = true
      else if (kind === 'deleted') {
        forgetBelow(uri)
        // With the folder went its corpus.json.
        if (corpora.some(({ root }) => isWithin(uri, root))) reload = true
      } else if (place(uri) !== undefined) {
        known.add(uri)
        await readPage(uri)
      } else if (kind === 'created' && (await files.read(uri)).kind === 'folder') reload = true
    }
    if (reload) await load(folders)
  }

  /** False for a page that is there but cannot be read. */
  async function readPage(uri: string): Promise<boolean> {
    const reading = ++readingCount
    readings.set(uri, reading)
    const answer = await files.read(uri)
    if (readings.get(uri) !== reading) return true
    readings.delete(uri)
    if (answer.kind !== 'file') {
      workspace.apply({ kind: 'file', uri, content: undefined })
      return answer.kind === 'missing'
    }
    const encoding = place(uri)?.definition.config.encoding ?? defaultConfig.encoding
    workspace.apply({ kind: 'file', uri, content: decode(answer.bytes, encoding) })
    return true
  }

  function forget(uri: string): void {
    readings.delete(uri)
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
    const definitions = new Map<string, CorpusDefinition>()
    const uris = new Set<string>()
    let unreadable = 0
    for (const { uri, pages } of folders) {
      const folder = normalUri(uri)
      const walk = await files.walk(folder)
      unreadable += walk.unreadable
      for (const path of walk.paths) {
        const found = uriBelow(folder, path)
        uris.add(found)
        if (!isConfig(path)) continue
        const root = found.slice(0, -'/corpus.json'.length)
        definitions.set(root, { root, configUri: found, ...(await configOf(found)) })
      }
      if (pages !== undefined && !definitions.has(folder)) {
        const config = { ...defaultConfig, pages }
        definitions.set(folder, { root: folder, config, configUri: undefined, problems: [] })
      }
    }
    return { definitions: [...definitions.values()], uris, unreadable }
  }

  async function configOf(
    uri: string,
  ): Promise<{ config: CorpusConfig; problems: readonly Problem[] }> {
    const before = lastGood.get(uri) ?? defaultConfig
    const answer = await files.read(uri)
    if (answer.kind !== 'file') {
      return { config: before, problems: [{ uri, offset: 0, message: 'The file cannot be read.' }] }
    }
    const reading = readConfig(uri, decode(answer.bytes, 'utf8').text, before)
    lastGood.set(uri, reading.config)
    return reading
  }

  return { load, changed }
}

function isWithin(folder: string, uri: string): boolean {
  return uri === folder || pathBelow(folder, uri) !== undefined
}
