/** What the database knows of the corpus as a whole, and which pages are to be read again because of it. */
import type { EntityDecisions } from '../../entity/decisions.ts'
import { changedNames } from '../../recognition/decided/change.ts'
import { decisionsOf, type NameDecisions } from '../decided-names.ts'
import type { Accepted, PageNames } from '../page-names.ts'
import { bigramQuery } from './bigrams.ts'
import { touchAll } from './entities.ts'
import { type Sqlite, textOf } from './sqlite.ts'

/** `names`: what people decided of names, as the pages that are not stale obey it; `entities`: what they say of entities. */
export type StateKey = 'names' | 'entities' | 'complete'

export function getState(sqlite: Sqlite, key: StateKey): string {
  return textOf(sqlite.row('SELECT value FROM meta WHERE key = ?', key)?.[0])
}

export function putState(sqlite: Sqlite, key: StateKey, value: string): void {
  sqlite.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value)
}

/** What the sidecars that are known say of names. */
export function decisionsInSidecars(sqlite: Sqlite): NameDecisions {
  const pages: PageNames[] = []
  for (const [names] of sqlite.each("SELECT names FROM sidecar WHERE names <> '' ORDER BY path")) {
    pages.push(unpackNames(textOf(names)))
  }
  return decisionsOf(pages)
}

export function packNames({ accepted, negative }: PageNames): string {
  // Their order is that in which people marked them, as long as that is remembered.
  const sorted = [...accepted].map(([name, types]) => [name, types.toSorted(byType)] as const)
  return JSON.stringify([sorted.sort(), [...negative].sort()])
}

/** Pages that hold a name of which other decisions hold than before are stale. */
export function obeyNames(sqlite: Sqlite, names: NameDecisions): void {
  const sorted = JSON.stringify([[...names.positive].sort(), [...names.negative].sort()])
  const before = getState(sqlite, 'names')
  if (sorted === before) return
  const [positive, negative]: PackedDecisions = JSON.parse(before === '' ? '[[],[]]' : before)
  const changed = changedNames({ positive: new Map(positive), negative: new Set(negative) }, names)
  sqlite.transaction(() => {
    for (const name of changed) {
      const query = bigramQuery(name)
      if (query === undefined) sqlite.run('UPDATE page SET stale = 1')
      else
        sqlite.run(
          'UPDATE page SET stale = 1 WHERE id IN (SELECT rowid FROM words WHERE words MATCH ?)',
          query,
        )
    }
    putState(sqlite, 'names', sorted)
  })
}

function byType(a: Accepted, b: Accepted): number {
  return a.type < b.type ? -1 : 1
}

type PackedDecisions = readonly [(readonly [string, string])[], readonly string[]]

/** Entities are linked again where people say something else of them. */
export function obeyEntities(sqlite: Sqlite, decisions: EntityDecisions): void {
  const packed = packEntities(decisions)
  if (packed === getState(sqlite, 'entities')) return
  sqlite.transaction(() => {
    touchAll(sqlite)
    putState(sqlite, 'entities', packed)
  })
}

export function isTouched(sqlite: Sqlite): boolean {
  return sqlite.row('SELECT 1 FROM touched') !== undefined
}

/** Without `apart`, which pages have obeyed already. */
export function packEntities({ links, said }: EntityDecisions): string {
  return JSON.stringify([[...links], [...said]])
}

export function unpackEntities(packed: string): EntityDecisions {
  const [links, said]: readonly [
    Iterable<readonly [string, NonNullable<ReturnType<EntityDecisions['links']['get']>>]>,
    Iterable<readonly [string, NonNullable<ReturnType<EntityDecisions['said']['get']>>]>,
  ] = JSON.parse(packed === '' ? '[[],[]]' : packed)
  return { links: new Map(links), said: new Map(said), apart: new Map() }
}

function unpackNames(packed: string): PageNames {
  const [accepted, negative]: readonly [
    Iterable<readonly [string, NonNullable<ReturnType<PageNames['accepted']['get']>>]>,
    Iterable<string>,
  ] = JSON.parse(packed)
  return { accepted: new Map(accepted), negative: new Set(negative) }
}
