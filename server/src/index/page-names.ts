/** What people's decisions on one page say of names. */
import type { PlacedRecord } from '../annotation/record/placed-record.ts'
import { knownName } from '../annotation/record/record-name.ts'
import { isName, negativeMark } from '../recognition/decided/decisions.ts'

export interface PageNames {
  /** By name and type: how often it was accepted, and when last. */
  readonly accepted: ReadonlyMap<string, ReadonlyMap<string, Accepted>>
  /** Names that were rejected everywhere, by `negativeMark`. */
  readonly negative: ReadonlySet<string>
}

export interface Accepted {
  readonly count: number
  /** ISO time; empty where none is known. */
  readonly last: string
}

export const noPageNames: PageNames = { accepted: new Map(), negative: new Set() }

type Records = readonly Pick<PlacedRecord, 'record'>[]

export function pageNames(records: Records): PageNames {
  if (records.length === 0) return noPageNames
  const before = known.get(records) ?? ofMoved(records)
  if (before !== undefined) return before
  const names = read(records)
  known.set(records, names)
  lately = [{ records, names }, ...lately.slice(0, 3)]
  return names
}

function read(records: Records): PageNames {
  const accepted = new Map<string, Map<string, Accepted>>()
  const negative = new Set<string>()
  for (const { record } of records) {
    if (record.kind !== 'span') continue
    const name = knownName(record)
    if (record.status === 'rejected' && record.everywhere === true) {
      negative.add(negativeMark(name, record.type))
    }
    // One character says too little: 工 stands everywhere.
    if (record.status !== 'accepted' || !isName(name)) continue
    const types = accepted.get(name) ?? new Map<string, Accepted>()
    const { count = 0, last = '' } = types.get(record.type) ?? {}
    const when = record.when ?? ''
    const now = { count: count + 1, last: when > last ? when : last }
    accepted.set(name, types.set(record.type, now))
  }
  return { accepted, negative }
}

const known = new WeakMap<Records, PageNames>()

/** Names of lists of records read last: typing moves spans, and leaves the records as they are. */
let lately: readonly { readonly records: Records; readonly names: PageNames }[] = []

function ofMoved(records: Records): PageNames | undefined {
  const same = lately.find(
    (one) =>
      one.records.length === records.length &&
      one.records.every(({ record }, i) => record === records[i]?.record),
  )
  if (same !== undefined) known.set(records, same.names)
  return same?.names
}
