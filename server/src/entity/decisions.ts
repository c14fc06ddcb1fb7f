/** What people say of entities, as linking obeys it. */
import {
  type EntitiesRecord,
  type EntityRecord,
  isIdOf,
  type NameRecord,
} from '../annotation/entities/entity-record.ts'
import { nameKey } from './names.ts'

export interface EntityDecisions {
  /** By id of the name that is linked. */
  readonly links: ReadonlyMap<string, NameRecord>
  /** By id of the entity, or of a name of it. */
  readonly said: ReadonlyMap<string, EntityRecord>
  /** By path of a page the names, `Type:key`, which are no short form of another one there. */
  readonly apart: ReadonlyMap<string, ReadonlySet<string>>
}

export const noDecisions: EntityDecisions = { links: new Map(), said: new Map(), apart: new Map() }

/** Ids may be in any spelling of their names. */
export function decisionsOf(records: readonly EntitiesRecord[]): EntityDecisions {
  if (records.length === 0) return noDecisions
  const links = new Map<string, NameRecord>()
  const said = new Map<string, EntityRecord>()
  const apart = new Map<string, Set<string>>()
  for (const record of records) {
    const { type } = record
    const id = normalId(type, record.id)
    const other = record.kind === 'entity' ? said.get(id) : links.get(id)
    // One name may be there in two spellings.
    if (other !== undefined && isOlder(record, other)) continue
    if (record.kind === 'entity') {
      said.set(id, record)
      continue
    }
    links.set(id, { ...record, entity: normalId(type, record.entity) })
    const at = id.lastIndexOf(`#${type}:`)
    if (at < 0) continue
    const names = apart.get(id.slice(0, at)) ?? new Set()
    apart.set(id.slice(0, at), names.add(id.slice(at + 1)))
  }
  return { links: toTheEnd(links), said, apart }
}

function isOlder(record: EntitiesRecord, other: EntitiesRecord): boolean {
  const [when = '', than = ''] = [record.when, other.when]
  return when === than ? record.id < other.id : when < than
}

/** A name that was linked to one that was linked itself goes where that one goes; of a circle to its first id. */
function toTheEnd(links: ReadonlyMap<string, NameRecord>): ReadonlyMap<string, NameRecord> {
  const ends = new Map<string, string>()
  for (const id of links.keys()) {
    const way: string[] = []
    const seen = new Set<string>()
    let at = id
    while (!ends.has(at) && !seen.has(at) && links.has(at)) {
      seen.add(at)
      way.push(at)
      at = links.get(at)?.entity ?? at
    }
    const circle = seen.has(at) ? way.slice(way.indexOf(at)) : []
    const end = circle.reduce((a, b) => (b < a ? b : a), ends.get(at) ?? at)
    for (const each of way) ends.set(each, end)
  }
  return new Map([...links].map(([id, link]) => [id, { ...link, entity: ends.get(id) ?? id }]))
}

/** Paths of pages on which the two keep other names apart. */
export function pagesBetween(
  { apart }: EntityDecisions,
  { apart: now }: EntityDecisions,
): ReadonlySet<string> {
  if (apart === now) return new Set()
  const said = (names: ReadonlySet<string> | undefined) => [...(names ?? [])].sort().join('\n')
  const pages = [...new Set([...apart.keys(), ...now.keys()])]
  return new Set(pages.filter((page) => said(apart.get(page)) !== said(now.get(page))))
}

/** `Initiative:“十匠”行动` as the linker says it: the name as names are compared. */
export function normalId(type: string, id: string): string {
  const start = id.startsWith(`${type}:`) ? 0 : id.lastIndexOf(`#${type}:`) + 1
  if (start === 0 && !id.startsWith(`${type}:`)) return id
  const at = start + type.length + 1
  return id.slice(0, at) + nameKey(id.slice(at))
}

/** The id that the `entity` of an annotation means: one that is none of its type is an entity of its own. */
export function linkedId(type: string, entity: string): string {
  return isIdOf(type, entity) ? normalId(type, entity) : `${type}@${entity}`
}

/**
 * Where the way up from `start` goes in a circle, the one of it that stands at the top: what people said of two names
 * may go round with what pages say. `undefined` where it ends.
 */
export function topOfCircle<T>(
  start: T,
  {
    up,
    isLinked,
    idOf,
  }: {
    readonly up: (at: T) => T | undefined
    /** Whether a person says where it goes up. */
    readonly isLinked: (at: T) => boolean
    readonly idOf: (at: T) => string
  },
): T | undefined {
  const way: T[] = [start]
  const seen = new Set(way)
  for (let at = up(start); at !== undefined; at = up(at)) {
    if (seen.has(at)) {
      const circle = way.slice(way.indexOf(at))
      const said = circle.filter((_, i) => isLinked(circle.at(i - 1) ?? start))
      return (said.length === 0 ? circle : said).reduce((a, b) => (idOf(b) < idOf(a) ? b : a))
    }
    seen.add(at)
    way.push(at)
  }
  return undefined
}
