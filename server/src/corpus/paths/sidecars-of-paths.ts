/** The sidecars that a command line names: their texts, with their pages and what corpus.json says. */
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { TextDecoder } from 'node:util'
import { readSidecar } from '../../annotation/sidecar/sidecar.ts'
import { decode } from '../../disk/decode.ts'
import type { Files } from '../../disk/files.ts'
import { pageNamed, pageStem, readSidecarName } from '../../disk/sidecar-names.ts'
import { normalUri, parentUri, uriBelow } from '../../disk/uri.ts'
import { type CorpusConfig, problemText } from '../config/config.ts'
import { configReader, type FoundConfig } from '../config/config-above.ts'
import { entitiesFile } from '../snapshot/entities.ts'
import { renamedPages } from './renamed-pages.ts'

export interface SidecarOfPath {
  /** Its path as a person would say it. */
  readonly shown: string
  readonly text: string
  /** Text of its page; `undefined` where there is none. */
  readonly page: string | undefined
  /** Where there is none: pages that have the text that it describes, and no such file of their own. */
  readonly renamed: readonly string[]
  readonly config: CorpusConfig
}

/** A mistake in a corpus.json above the sidecars. */
export interface ConfigFault {
  readonly shown: string
  /** One-based. */
  readonly line: number
  readonly message: string
}

export interface SidecarsOfPaths {
  /** In the order of the paths, a folder's sorted; each file once. */
  readonly sidecars: readonly SidecarOfPath[]
  /** The files of corpora that say something of entities. */
  readonly entities: readonly Pick<SidecarOfPath, 'shown' | 'text'>[]
  readonly faults: readonly ConfigFault[]
  /** What could not be read. English, one line each. */
  readonly errors: readonly string[]
}

export interface SidecarSource {
  readonly cwd: string
  readonly files: Files
  /** Names of what a folder holds; empty where it cannot be read. */
  names(folder: string): Promise<readonly string[]>
}

/** `paths` are folders, pages or sidecars, relative to `cwd`. Never rejects because of files. */
export async function sidecarsOfPaths(
  paths: readonly string[],
  { cwd, files, names }: SidecarSource,
): Promise<SidecarsOfPaths> {
  const errors: string[] = []
  const faults: ConfigFault[] = []
  const configAbove = configReader(files, (problem, text) => {
    const line = text.slice(0, problem.offset).split('\n').length
    const shown = shownPath(fileURLToPath(problem.uri), cwd)
    faults.push({ shown, line, message: problemText(problem) })
  })
  const holds = once(async (folder: string) => holdings(await names(folder)))
  const pages = once(async (path: string) => {
    const { config } = await configAbove(uriOf(dirname(path)))
    const answer = await files.read(uriOf(path))
    if (answer.kind === 'unreadable' || answer.kind === 'tooLarge')
      errors.push(`cannot read ${shownPath(path, cwd)}`)
    if (answer.kind !== 'file') return undefined
    const { text, state } = decode(answer.bytes, config.encoding)
    return state === 'binary' ? undefined : text
  })
  const search = renamedPages(files)
  /** Below the nearest corpus.json, without one in the folder of the sidecar. */
  const renamedTo = async (file: string, text: string, { root, config }: FoundConfig) => {
    const sha256 = readSidecar(text).header?.sha256
    if (sha256 === undefined) return []
    const searched = root === parentUri(root) ? uriOf(dirname(file)) : root
    const layer = readSidecarName(basename(file))?.layer
    const pages = await search({ root: searched, config }, sha256, layer)
    return pages.map((path) => shownPath(fileURLToPath(uriBelow(searched, path)), cwd))
  }
  const found = new Map<string, string>()
  for (const path of paths) {
    for (const [file, shown] of await find(path, { cwd, files, holds, errors })) {
      if (!found.has(file)) found.set(file, shown)
    }
  }
  const sidecars: SidecarOfPath[] = []
  const entities: Pick<SidecarOfPath, 'shown' | 'text'>[] = []
  for (const [file, shown] of found) {
    const answer = await files.read(uriOf(file))
    const text = answer.kind === 'file' ? utf8(answer.bytes) : undefined
    if (text === undefined) {
      errors.push(answer.kind === 'file' ? `not UTF-8: ${shown}` : `cannot read ${shown}`)
      continue
    }
    if (basename(file) === entitiesFile) {
      entities.push({ shown, text })
      continue
    }
    const folder = dirname(file)
    const stem = readSidecarName(basename(file))?.stem ?? ''
    const name = pageNamed(stem, (await holds(folder)).pages.get(stem) ?? [])
    const page = name === undefined ? undefined : await pages(join(folder, name))
    const above = await configAbove(uriOf(folder))
    const renamed = page === undefined ? await renamedTo(file, text, above) : []
    sidecars.push({ shown, text, page, renamed, config: above.config })
  }
  return { sidecars, entities, faults, errors }
}

/** Absolute paths of sidecars, with what a person would say. */
async function find(
  path: string,
  {
    cwd,
    files,
    holds,
    errors,
  }: Pick<SidecarSource, 'cwd' | 'files'> & {
    holds(folder: string): Promise<Holdings>
    readonly errors: string[]
  },
): Promise<readonly (readonly [file: string, shown: string])[]> {
  const absolute = resolve(cwd, path)
  const { kind } = path === '' ? { kind: 'missing' } : await files.read(uriOf(absolute))
  if (kind === 'missing') {
    errors.push(`no such file or folder: ${path}`)
    return []
  }
  if (kind === 'folder') {
    const { paths, unreadable, outside } = await files.walk(uriOf(absolute))
    const count = unreadable === 1 ? 'a folder' : `${unreadable} folders`
    if (unreadable > 0) errors.push(`${count} in ${path} cannot be read`)
    for (const link of outside)
      errors.push(`${path}: the link ${link} leads out of the folder and is not followed`)
    const sidecars = paths.filter((below) => isOurs(basename(below)))
    return sidecars.map((below) => [
      join(absolute, ...below.split('/')),
      path === '.' ? below : `${path.replace(/[\\/]+$/, '')}/${below}`,
    ])
  }
  if (isOurs(basename(absolute))) return [[absolute, path]]
  const stem = pageStem(basename(absolute))
  const found = (await holds(dirname(absolute))).sidecars.get(stem) ?? []
  const before = path.slice(0, path.length - basename(path).length)
  return found.toSorted().map((name) => [join(dirname(absolute), name), before + name])
}

function isOurs(name: string): boolean {
  return name === entitiesFile || readSidecarName(name) !== undefined
}

/** Names of the files in one folder by their stems: a folder may hold ten thousand pages. */
interface Holdings {
  readonly pages: ReadonlyMap<string, readonly string[]>
  readonly sidecars: ReadonlyMap<string, readonly string[]>
}

function holdings(names: readonly string[]): Holdings {
  const pages = new Map<string, string[]>()
  const sidecars = new Map<string, string[]>()
  for (const name of names) {
    const sidecar = readSidecarName(name)
    const [map, stem] = sidecar === undefined ? [pages, pageStem(name)] : [sidecars, sidecar.stem]
    const known = map.get(stem)
    if (known === undefined) map.set(stem, [name])
    else known.push(name)
  }
  return { pages, sidecars }
}

function once<T>(get: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (key) => {
    const value = known.get(key) ?? get(key)
    known.set(key, value)
    return value
  }
}

function uriOf(path: string): string {
  return normalUri(pathToFileURL(path).href)
}

/** Relative to the working folder where it is in it. */
function shownPath(path: string, cwd: string): string {
  const below = relative(cwd, path)
  return below.startsWith('..') || isAbsolute(below) ? path : below
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
