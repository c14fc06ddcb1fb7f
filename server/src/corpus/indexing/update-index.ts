/** Brings an index up to date with its pages: what has changed is read, and nothing else. */
import type { Files } from '../../disk/files.ts'
import { sidecarPath } from '../../disk/sidecar-names.ts'
import type { Stamp } from '../../disk/stamp.ts'
import { linkTouched } from '../../index/database/entities.ts'
import { putPage, takePage } from '../../index/database/pages.ts'
import { type Sqlite, textOf } from '../../index/database/sqlite.ts'
import {
  decisionsInSidecars,
  isTouched,
  obeyEntities,
  obeyNames,
  packNames,
  putState,
} from '../../index/database/state.ts'
import { append } from '../../values/append.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { namesInBytes } from '../paths/page-stream.ts'
import { isInShard, type KnownPage, knownPages, type Shard } from './known-pages.ts'
import { hashOf } from './page-terms.ts'
import type { ReadPage, ReadPages } from './worker-messages.ts'

export interface IndexingMeans {
  readonly cwd: string
  readonly files: Files
  readonly stampOf: (uri: string) => Promise<Stamp>
  readonly readPages: ReadPages
  readonly lexicon: () => Lexicon
  /** Version of what reads pages. */
  readonly maker: string
  /** Hears how far it is. */
  readonly progress: (done: number, all: number, path: string) => void
}

export interface IndexingReport {
  /** In the index by now. */
  readonly pages: number
  /** Analysed now. */
  readonly read: number
  /** Gone since the last time. */
  readonly gone: number
  readonly errors: readonly string[]
  readonly notes: readonly string[]
}

/** Rejects with SQLite's error. What is done until then stays done, and the next call goes on from there. */
export async function updateIndex(
  sqlite: Sqlite,
  paths: readonly string[],
  shard: Shard | undefined,
  means: IndexingMeans,
): Promise<IndexingReport> {
  const { pages: all, decisions, errors, notes } = await knownPages(paths, means)
  putState(sqlite, 'complete', '')
  const sidecarStamps = await readSidecars(sqlite, all, means)
  const names = decisionsInSidecars(sqlite)
  obeyNames(sqlite, names)
  const own = shard === undefined ? all : all.filter((page) => isInShard(page, shard))
  const gone = takeOthers(sqlite, new Set(own.map(({ path }) => path)))
  const stamps = new Map<string, Stamp>()
  const orders = await changedPages(sqlite, own, { means, sidecarStamps, stamps })
  let done = 0
  for await (const some of inGroups(means.readPages(orders, names))) {
    sqlite.transaction(() => {
      for (const { path, rows } of some) {
        const making = { stamp: stamps.get(path) ?? '', maker: means.maker }
        if (rows === undefined) takePage(sqlite, path)
        else putPage(sqlite, rows, making)
      }
    })
    for (const page of some) append(errors, page.errors)
    done += some.length
    means.progress(done, orders.length, some.at(-1)?.path ?? '')
  }
  obeyEntities(sqlite, decisions)
  if (isTouched(sqlite)) linkTouched(sqlite, { decisions, lexicon: means.lexicon() })
  if (done > manyPages) sqlite.exec("INSERT INTO words (words) VALUES ('optimize')")
  putState(sqlite, 'complete', 'yes')
  return { pages: own.length, read: done, gone, errors, notes }
}

/** After so many the full text is put in order: then it is smaller, and answers faster. */
const manyPages = 500

/** Sidecars and stamps that are looked at at once. */
const atOnce = 64

/** What the sidecars of all pages say of names is known afterwards. Their stamps, by path of the page. */
async function readSidecars(
  sqlite: Sqlite,
  pages: readonly KnownPage[],
  { files, stampOf }: IndexingMeans,
): Promise<ReadonlyMap<string, Stamp>> {
  const known = new Map(
    sqlite
      .rows('SELECT path, stamp FROM sidecar')
      .map(([path, stamp]) => [textOf(path), textOf(stamp)]),
  )
  const stamps = new Map<string, Stamp>()
  for (let from = 0; from < pages.length; from += atOnce) {
    const some = await Promise.all(
      pages.slice(from, from + atOnce).map(async ({ path, uri }) => {
        const sidecar = sidecarPath(uri)
        const stamp = await stampOf(sidecar)
        stamps.set(path, stamp)
        if (stamp === '-' || (stamp !== '' && known.get(path) === stamp)) return { path, stamp }
        const answer = await files.read(sidecar)
        const names = answer.kind === 'file' ? namesInBytes(answer.bytes) : undefined
        return { path, stamp, names: names === undefined ? '' : packNames(names) }
      }),
    )
    sqlite.transaction(() => {
      for (const { path, stamp, names } of some) {
        const before = known.has(path)
        known.delete(path)
        if (names !== undefined) {
          sqlite.run(
            'INSERT OR REPLACE INTO sidecar (path, stamp, names) VALUES (?, ?, ?)',
            path,
            stamp,
            names,
          )
        } else if (stamp === '-' && before) sqlite.run('DELETE FROM sidecar WHERE path = ?', path)
      }
    })
  }
  sqlite.transaction(() => {
    for (const path of known.keys()) sqlite.run('DELETE FROM sidecar WHERE path = ?', path)
  })
  return stamps
}

/** How many pages are there no more. */
function takeOthers(sqlite: Sqlite, paths: ReadonlySet<string>): number {
  const others = sqlite
    .rows('SELECT path FROM page')
    .map(([path]) => textOf(path))
    .filter((path) => !paths.has(path))
  for (let from = 0; from < others.length; from += atOnce) {
    sqlite.transaction(() => {
      for (const path of others.slice(from, from + atOnce)) takePage(sqlite, path)
    })
  }
  return others.length
}

interface Looking {
  readonly means: IndexingMeans
  readonly sidecarStamps: ReadonlyMap<string, Stamp>
  /** Those of pages that are to be read go in here. */
  readonly stamps: Map<string, Stamp>
}

/** Pages that are new, or not as they were read. One whose stamp alone is another gets the new one. */
async function changedPages(
  sqlite: Sqlite,
  pages: readonly KnownPage[],
  { means, sidecarStamps, stamps }: Looking,
): Promise<readonly KnownPage[]> {
  const changed: KnownPage[] = []
  for (let from = 0; from < pages.length; from += atOnce) {
    const some = pages.slice(from, from + atOnce)
    const found = await Promise.all(some.map(({ uri }) => means.stampOf(uri)))
    for (const [i, page] of some.entries()) {
      const parts = [found[i] ?? '', sidecarStamps.get(page.path) ?? '']
      const stamp = parts.includes('') ? '' : parts.join('|')
      const [known, hash, terms, maker, stale, uri] =
        sqlite.row(
          'SELECT stamp, hash, terms, maker, stale, uri FROM page WHERE path = ?',
          page.path,
        ) ?? []
      const isAlike = terms === page.terms && maker === means.maker && stale === 0
      if (isAlike && stamp !== '' && known === stamp && uri === page.uri) continue
      if (isAlike && hash === (await hashNow(page.uri, means.files))) {
        sqlite.run('UPDATE page SET stamp = ?, uri = ? WHERE path = ?', stamp, page.uri, page.path)
        continue
      }
      stamps.set(page.path, stamp)
      changed.push(page)
    }
  }
  return changed
}

/** Of the page and its sidecar as they are on disk now; `undefined` where the page cannot be read. */
export async function hashNow(uri: string, files: Files): Promise<string | undefined> {
  const page = await files.read(uri)
  if (page.kind !== 'file') return undefined
  const sidecar = await files.read(sidecarPath(uri))
  return hashOf(page.bytes, sidecar.kind === 'file' ? sidecar.bytes : undefined)
}

/** Pages that are written together, and UTF-16 units of their texts: of long pages fewer, so that a run that is killed has little to do again. */
const together = 48
const longest = 400_000

async function* inGroups(
  pages: AsyncIterable<ReadPage>,
): AsyncGenerator<readonly ReadPage[], void> {
  let group: ReadPage[] = []
  let length = 0
  for await (const page of pages) {
    group.push(page)
    length += page.rows?.content.text.length ?? 0
    if (group.length < together && length < longest) continue
    yield group
    group = []
    length = 0
  }
  if (group.length > 0) yield group
}
