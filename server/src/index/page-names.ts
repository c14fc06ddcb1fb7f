/** What people's decisions on one page say of names. */
import type { PlacedRecord } from '../annotation/record/placed-record.ts'
import type { AnnotationRecord, SpanRecord } from '../annotation/record/record.ts'
import { knownName } from '../annotation/record/record-name.ts'
import { isName, negativeMark } from '../recognition/decided/decisions.ts'
import { differingPart } from '../values/differing-part.ts'
import { oncePer } from '../values/once-per.ts'

export interface PageNames {
  /** By name, one for each type as which it was accepted. */
  readonly accepted: ReadonlyMap<string, Types>
  /** Names that were rejected everywhere, by `negativeMark`. */
  readonly negative: ReadonlySet<string>
}

/** Never changed: names that say the same share one. */
export type Types = readonly Accepted[]

export interface Accepted {
  readonly type: string
  readonly count: number
  /** ISO time; empty where none is known. */
  readonly last: string
}

export const noPageNames: PageNames = { accepted: new Map(), negative: new Set() }

type Records = readonly Pick<PlacedRecord, 'record'>[]

/** Of ten thousand records one action changes one: what the others say is not read again. */
export function pageNames(records: Records): PageNames {
  if (records.length === 0) return noPageNames
  const before = known.get(records)
  if (before !== undefined) return before
  const names = ofChanged(records) ?? read(records)
  known.set(records, names)
  remember({ records: records.map(({ record }) => record), names })
  return names
}

/** The names of which one of the two says something else than the other, and perhaps others. */
export function namesThatMayDiffer(before: PageNames, after: PageNames): ReadonlySet<string> {
  const step = steps.get(after)
  if (step !== undefined && step.before === tokenOf(before)) return step.names
  return new Set([...before.accepted.keys(), ...after.accepted.keys()])
}

function read(records: Records): PageNames {
  return { accepted: acceptedIn(records), negative: negativeIn(records) }
}

function acceptedIn(records: Records): PageNames['accepted'] {
  const accepted = new Map<string, Types>()
  const once = marker()
  for (const { record } of records) {
    if (record.kind !== 'span' || record.status !== 'accepted' || record.coreference) continue
    const name = knownName(record)
    // One character says too little: 工 stands everywhere.
    if (!isName(name)) continue
    accepted.set(name, once(record, accepted.get(name)))
  }
  return accepted
}

/** With one mark more. */
function withMark(types: Types, { type, when = '' }: SpanRecord): Types {
  const { count = 0, last = '' } = types.find((each) => each.type === type) ?? {}
  const now = { type, count: count + 1, last: when > last ? when : last }
  return count === 0 ? [...types, now] : types.map((each) => (each.type === type ? now : each))
}

/** Adds a mark to what is known of its name. Most names have one mark: those that follow each other often say the same. */
function marker(): (record: SpanRecord, known: Types | undefined) => Types {
  let [type, when, types]: [string, string | undefined, Types] = ['', '', []]
  return (record, known) => {
    if (known !== undefined) return withMark(known, record)
    if (types.length === 0 || record.type !== type || record.when !== when) {
      ;[type, when, types] = [record.type, record.when, withMark([], record)]
    }
    return types
  }
}

function negativeIn(records: Records): PageNames['negative'] {
  const negative = new Set<string>()
  for (const { record } of records) {
    if (record.kind !== 'span' || record.status !== 'rejected' || record.everywhere !== true) {
      continue
    }
    negative.add(negativeMark(knownName(record), record.type))
  }
  return negative
}

const known = new WeakMap<Records, PageNames>()

interface Said {
  readonly records: readonly AnnotationRecord[]
  readonly names: PageNames
}

/** Names of lists of records read last: typing moves spans, and leaves the records as they are. */
let lately: readonly Said[] = []

/** Lists that are remembered, and records in all but the newest: of a large page, two states are twice its memory. */
const mostRemembered = { lists: 4, records: 20_000 }

function remember(newest: Said): void {
  let count = 0
  const others = lately.slice(0, mostRemembered.lists - 1).filter(({ records }) => {
    count += records.length
    return count <= mostRemembered.records
  })
  lately = [newest, ...others]
}

/** Of more records that differ, all are read. */
const mostChanged = 100

/** From what one of the lists read last says; `undefined` where all of them are too different. */
function ofChanged(placed: Records): PageNames | undefined {
  const records = placed.map(({ record }) => record)
  for (const { records: before, names } of lately) {
    const { from, toBefore, toNow } = differingPart(before, records)
    if (Math.max(toBefore, toNow) - from > mostChanged) continue
    const changed = [...before.slice(from, toBefore), ...records.slice(from, toNow)]
    return changed.length === 0 ? names : readAgain(names, placed, changed)
  }
  return undefined
}

/** `before` with what `records` say of the names of those that changed. */
function readAgain(
  before: PageNames,
  records: Records,
  changed: readonly AnnotationRecord[],
): PageNames {
  const names = new Set(
    changed.flatMap((record) => (record.kind === 'span' ? [knownName(record)] : [])),
  )
  if (names.size === 0) return before
  const said = acceptedIn(
    records.filter(({ record }) => record.kind === 'span' && names.has(knownName(record))),
  )
  const accepted = new Map(before.accepted)
  for (const name of names) {
    const types = said.get(name)
    if (types === undefined) accepted.delete(name)
    else accepted.set(name, types)
  }
  const after = { accepted, negative: negativeIn(records) }
  steps.set(after, { before: tokenOf(before), names })
  return after
}

/** From which names those of a list were made, and on which names they differ. Tokens keep nothing alive. */
const steps = new WeakMap<
  PageNames,
  { readonly before: object; readonly names: ReadonlySet<string> }
>()

const tokenOf = oncePer((_: PageNames): object => ({}))
