/** What people's decisions say of names: live entries of a dictionary for the recogniser. */
import type { Annotations } from '../../annotation/placed/placed.ts'
import type { SpanRecord } from '../../annotation/record/record.ts'
import { negativeMark } from '../../recognition/decided/decisions.ts'
import type { Overlay } from '../../recognition/personal/overlay.ts'

/** Over a whole corpus. */
export interface Names {
  /** Type by name, as most people's marks say it; of equally many the newest one. */
  readonly positive: ReadonlyMap<string, string>
  /** Names that were rejected everywhere, by `negativeMark`. */
  readonly negative: ReadonlySet<string>
  /** What was learned from the pages that are done. */
  readonly personal?: Overlay
}

export const noNames: Names = { positive: new Map(), negative: new Set() }

/** Of one page. */
export interface PageNames {
  /** By name and type: how often it was accepted, and when last. */
  readonly accepted: ReadonlyMap<string, ReadonlyMap<string, Count>>
  readonly negative: ReadonlySet<string>
}

interface Count {
  readonly count: number
  readonly last: string
}

const known = new WeakMap<Annotations['records'], PageNames>()

export function pageNames({ records }: Annotations): PageNames {
  const before = known.get(records) ?? ofMoved(records)
  if (before !== undefined) return before
  const accepted = new Map<string, Map<string, Count>>()
  const negative = new Set<string>()
  for (const { record } of records) {
    if (record.kind !== 'span') continue
    const name = knownName(record)
    if (record.status === 'rejected' && record.everywhere === true) {
      negative.add(negativeMark(name, record.type))
    }
    // One character says too little: 工 stands everywhere.
    if (record.status !== 'accepted' || isOneCharacter(name)) continue
    const types = accepted.get(name) ?? new Map<string, Count>()
    const { count = 0, last = '' } = types.get(record.type) ?? {}
    const when = record.when ?? ''
    accepted.set(
      name,
      types.set(record.type, { count: count + 1, last: when > last ? when : last }),
    )
  }
  const names = { accepted, negative }
  known.set(records, names)
  lately = [{ records, names }, ...lately.slice(0, 3)]
  return names
}

/** Names of lists of records read last: typing moves spans, and leaves the records as they are. */
let lately: readonly { readonly records: Annotations['records']; readonly names: PageNames }[] = []

function ofMoved(records: Annotations['records']): PageNames | undefined {
  const same = lately.find(
    (one) =>
      one.records.length === records.length &&
      one.records.every(({ record }, i) => record === records[i]?.record),
  )
  if (same !== undefined) known.set(records, same.names)
  return same?.names
}

/** Whether two pages say the same of names. */
export function sameNames(a: PageNames, b: PageNames): boolean {
  if (a === b) return true
  if (a.accepted.size !== b.accepted.size || a.negative.size !== b.negative.size) return false
  for (const [name, types] of a.accepted) {
    const others = b.accepted.get(name)
    if (others?.size !== types.size) return false
    for (const [type, { count, last }] of types) {
      const other = others.get(type)
      if (other?.count !== count || other.last !== last) return false
    }
  }
  return [...a.negative].every((mark) => b.negative.has(mark))
}

/** The name of a record as it is read: pieces joined, line breaks left out. */
export function nameOf({ quote, marked }: Pick<SpanRecord, 'quote' | 'marked'>): string {
  return (marked ?? quote).join('').replace(/\s*\n\s*/g, '')
}

/** Of ten thousand records one action changes one. */
const nameOfRecord = new WeakMap<SpanRecord, string>()

/** The name that `nameOf` makes of a whole record, remembered. */
export function knownName(record: SpanRecord): string {
  const before = nameOfRecord.get(record)
  if (before !== undefined) return before
  const name = nameOf(record)
  nameOfRecord.set(record, name)
  return name
}

function isOneCharacter(name: string): boolean {
  return name.length < 2 || (name.length === 2 && (name.codePointAt(0) ?? 0) > 0xffff)
}

export function corpusNames(pages: readonly PageNames[], personal?: Overlay): Names {
  const counts = new Map<string, Map<string, Count>>()
  const negative = new Set<string>()
  for (const page of pages) {
    for (const name of page.negative) negative.add(name)
    for (const [name, types] of page.accepted) {
      const all = counts.get(name) ?? new Map<string, Count>()
      for (const [type, { count, last }] of types) {
        const so = all.get(type)
        all.set(type, {
          count: count + (so?.count ?? 0),
          last: last > (so?.last ?? '') ? last : (so?.last ?? ''),
        })
      }
      counts.set(name, all)
    }
  }
  const learned = personal === undefined ? {} : { personal }
  if (counts.size === 0 && negative.size === 0) {
    return personal === undefined ? noNames : { ...noNames, ...learned }
  }
  const positive = new Map<string, string>()
  for (const [name, types] of counts) {
    const [first] = [...types].sort(
      ([typeA, a], [typeB, b]) =>
        b.count - a.count || compare(b.last, a.last) || compare(typeA, typeB),
    )
    if (first !== undefined) positive.set(name, first[0])
  }
  return { positive, negative, ...learned }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
