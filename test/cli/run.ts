/** Runs the command line in the test's own process, over files in memory and without word lists. */
import { posix } from 'node:path'
import type { Outside } from '../../server/src/command/command.ts'
import { runCommandLine } from '../../server/src/command/command-line.ts'
import type { Analyser } from '../../server/src/corpus/analysis/analysis.ts'
import { countChanged, joinParts } from '../../server/src/corpus/indexing/index-file.ts'
import { updateIndex } from '../../server/src/corpus/indexing/update-index.ts'
import { annotationsOfPage } from '../../server/src/corpus/paths/page-sidecar.ts'
import { streamPages } from '../../server/src/corpus/paths/page-stream.ts'
import { pagesOfPaths } from '../../server/src/corpus/paths/pages-of-paths.ts'
import { sidecarsOfPaths } from '../../server/src/corpus/paths/sidecars-of-paths.ts'
import { editSidecar } from '../../server/src/corpus/saving/sidecar-edits.ts'
import type { Files } from '../../server/src/disk/files.ts'
import type { ImportFolder } from '../../server/src/disk/import-folder.ts'
import { spool } from '../../server/src/disk/spool.ts'
import { normalUri } from '../../server/src/disk/uri.ts'
import { IndexReader } from '../../server/src/index/database/reader.ts'
import { openSqlite, type Sqlite } from '../../server/src/index/database/sqlite.ts'
import { makeTables } from '../../server/src/index/database/tables.ts'
import { idMaker } from '../../server/src/values/id.ts'
import { bracketAnalyser } from '../corpus/in-memory.ts'
import { meansOf } from '../index/database/means.ts'
import { lexicon } from '../lexicon.ts'
import { analysePage } from '../page/analyse-page.ts'

export interface Run {
  readonly status: number
  readonly out: string
  readonly error: string
  /** Written files by path. */
  readonly written: Readonly<Record<string, string>>
}

export interface RunWithBytes extends Run {
  /** What exports have written, byte by byte. */
  readonly bytes: Readonly<Record<string, Uint8Array>>
}

/** Real pages; the mentions are what stands in `【…】`. */
const analyser: Analyser = { ...bracketAnalyser(), page: analysePage }

/** Each greater than the one before, over all runs. */
let ids = 0
const newId = idMaker({ now: () => ++ids, random: (count) => new Uint8Array(count) })

/**
 * `disk` by path below the working folder; a value of bytes is taken as it is. `progress` hears what a terminal shows for a while,
 * `space` stands for one inside an argument.
 */
export async function run(...call: Parameters<typeof runWithBytes>): Promise<Run> {
  const { bytes: _, ...rest } = await runWithBytes(...call)
  return rest
}

export async function runWithBytes(
  args: string,
  disk: Readonly<Record<string, string | Uint8Array>> = {},
  input: readonly string[] = [],
  progress: (text: string) => void = () => undefined,
  space = ' ',
): Promise<RunWithBytes> {
  const seen = { out: '', error: '' }
  const written: Record<string, string> = {}
  const bytes: Record<string, Uint8Array> = {}
  const status = await runCommandLine(
    args
      .split(' ')
      .filter((arg) => arg !== '')
      .map((arg) => arg.replaceAll(space, ' ')),
    {
      version: '1.2.3',
      analyser: async () => analyser,
      lexicon: () => lexicon,
      out(text) {
        seen.out += text
      },
      error(text) {
        seen.error += text
      },
      progress,
      async print(text) {
        seen.out += text
      },
      async *lines() {
        yield* input
      },
      pages: (paths) => pagesOfPaths(paths, { cwd: '/corpus', files: filesOf(disk), analyser }),
      stream: (paths) => streamPages(paths, { cwd: '/corpus', files: filesOf(disk), analyser }),
      spool: () => spool(),
      temporaryFile: async (name) => ({
        path: `${name}.${++temporary}`,
        remove: async () => void made.delete(`${name}.${temporary}`),
      }),
      exportFolder: (folder, kept) => ({
        async write(path, content) {
          const file = `${folder}/${path}`
          const isKept = kept.map(decodeURIComponent).includes(`file:///corpus/${file}`)
          if (isKept && disk[file] !== content) throw new Error(`cannot write ${file}: it is read`)
          if (folder === 'full') throw new Error(`cannot write ${file}: no space left`)
          written[file] = (written[file] ?? '') + Buffer.from(content).toString()
          bytes[file] = Buffer.concat([bytes[file] ?? new Uint8Array(), Buffer.from(content)])
        },
      }),
      importFolder: async (path) => importedFrom(disk, path),
      layer: ({ uri, view }, layer) =>
        annotationsOfPage(uri, view, { files: filesOf(disk), encoding: 'gb18030', layer }),
      changeSidecar: (document, annotations, edit, layer) =>
        editSidecar(document, annotations, edit, {
          layer,
          files: {
            read: async (uri) => textOf(disk, uri),
            async change(uri, change) {
              const made = change(textOf(disk, uri))
              if (made !== undefined) written[pathOf(uri)] = [...made].join('')
            },
          },
        }),
      annotator: async (_, corpus) => corpus ?? '王丽',
      newId,
      sidecars: (paths) =>
        sidecarsOfPaths(paths, {
          cwd: '/corpus',
          files: filesOf(disk),
          names: async (folder) => namesIn(disk, folder),
        }),
      ...indexes(disk),
      async read(path) {
        const content = disk[path]
        return typeof content === 'string' ? content : undefined
      },
      async write(folder, path, content, at) {
        if (folder === 'full') throw new Error('no space left')
        const before = at === 'end' ? (written[`${folder}/${path}`] ?? '') : ''
        written[`${folder}/${path}`] = before + content
      },
    },
  )
  return { status, ...seen, written, bytes }
}

/** Number of the last temporary file. */
let temporary = 0

/** Indexes by name, which all runs know. */
const made = new Map<string, Sqlite>()

async function indexNamed(name: string): Promise<Sqlite> {
  const known = made.get(name)
  if (known !== undefined) return known
  const sqlite = await openSqlite(':memory:')
  if (sqlite === undefined) throw new Error('Node without SQLite')
  makeTables(sqlite)
  made.set(name, sqlite)
  return sqlite
}

/** What commands do with indexes, in memory and without other processes. */
function indexes(
  disk: Readonly<Record<string, string | Uint8Array>>,
): Pick<Outside, 'index' | 'mergeIndexes' | 'openIndex' | 'changedPages' | 'uriOf'> {
  return {
    index: async (file, paths, { shard, progress }) =>
      updateIndex(await indexNamed(file), paths, shard, {
        ...meansOf(filesOf(disk), analyser),
        progress,
      }),
    async mergeIndexes(file, parts) {
      const missing = parts.find((part) => !made.has(part))
      if (missing !== undefined) return `no such index: ${missing}`
      const opened = await Promise.all(parts.map(indexNamed))
      return joinParts(await indexNamed(file), opened, () => lexicon)
    },
    openIndex: async (file) =>
      made.has(file)
        ? new IndexReader(await indexNamed(file), () => undefined)
        : `no such index: ${file}`,
    changedPages: (pages) => countChanged(pages, filesOf(disk)),
    uriOf: (path) => normalUri(`file:///corpus/${path}`),
  }
}

/** A folder below the working one, or one of its files. */
function importedFrom(
  disk: Readonly<Record<string, string | Uint8Array>>,
  path: string,
): ImportFolder | undefined {
  const isFile = Object.hasOwn(disk, path)
  const folder = isFile ? posix.dirname(path) : path
  const names = Object.keys(disk)
    .filter((each) => each.startsWith(`${folder}/`))
    .map((each) => each.slice(folder.length + 1))
  if (names.length === 0) return undefined
  return {
    chosen: isFile ? [posix.basename(path)] : names.sort(),
    uris: (isFile ? [path] : names.map((name) => `${folder}/${name}`)).map(
      (each) => `file:///corpus/${each}`,
    ),
    async read(name) {
      const content = disk[`${folder}/${name}`]
      return typeof content === 'string' ? new TextEncoder().encode(content) : content
    },
  }
}

function pathOf(uri: string): string {
  return decodeURIComponent(uri).slice('file:///corpus/'.length)
}

function textOf(disk: Readonly<Record<string, string | Uint8Array>>, uri: string): string {
  const content = disk[pathOf(uri)]
  return typeof content === 'string' ? content : ''
}

/** Names of the files in a folder, an absolute path. */
function namesIn(disk: Readonly<Record<string, unknown>>, folder: string): readonly string[] {
  return Object.keys(disk)
    .filter((path) => posix.dirname(`/corpus/${path}`) === folder)
    .map((path) => posix.basename(path))
}

/** Each line of jsonl as a value. */
export function records(out: string): readonly Readonly<Record<string, unknown>>[] {
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
}

/** In place of a file's content: it has more than is read. */
export const tooLarge = new Uint8Array()

/** Files in memory below `/corpus`. */
export function filesOf(disk: Readonly<Record<string, string | Uint8Array>>): Files {
  const below = (folder: string) => (folder === '' ? '' : `${folder}/`)
  return {
    async walk(uri) {
      const folder = below(pathOf(uri))
      const paths = Object.keys(disk).filter((path) => path.startsWith(folder))
      return {
        paths: paths.map((path) => path.slice(folder.length)).sort(),
        unreadable: 0,
        outside: [],
      }
    },
    async read(uri) {
      const path = pathOf(uri)
      const content = disk[path]
      if (typeof content === 'string')
        return { kind: 'file', bytes: new TextEncoder().encode(content) }
      if (content === tooLarge) return { kind: 'tooLarge' }
      if (content !== undefined) return { kind: 'file', bytes: content }
      const isFolder = Object.keys(disk).some((other) => other.startsWith(below(path)))
      return { kind: isFolder ? 'folder' : 'missing' }
    },
  }
}
