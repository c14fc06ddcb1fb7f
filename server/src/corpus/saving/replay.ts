/** Confirmed changes as the journal keeps them, and a sidecar in which they are done. */
import {
  type AnnotationRecord,
  type Header,
  sidecarVersion,
} from '../../annotation/record/record.ts'
import { isRecord } from '../../annotation/record/record-fields.ts'
import { merge } from '../../annotation/sidecar/merge.ts'
import type { Sidecar, SidecarProblem } from '../../annotation/sidecar/sidecar.ts'
import { defined } from '../../values/defined.ts'
import { isObject, type Json, type JsonObject } from '../../values/json.ts'
import { type Document, findPage, type PageEdit, type Snapshot } from '../snapshot/model.ts'
import { type KnownText, problemsOf } from './sidecar-text.ts'

/** What one action did to records of a page. */
export interface ConfirmedChange {
  /** Hash of the text in which the records' offsets count. */
  readonly sha256: string
  /** Without `before` a record is new, without `after` it is deleted. */
  readonly records: readonly {
    readonly before?: AnnotationRecord
    readonly after?: AnnotationRecord
  }[]
}

/** What an edit has done to a page between two snapshots; nothing where the page is not there. */
export function changeOf(
  before: Snapshot,
  after: Snapshot,
  { uri, put, drop, back = [] }: PageEdit,
): ConfirmedChange {
  const ids = new Set([
    ...put.map(({ id }) => id),
    ...drop,
    ...back.map(({ placed }) => placed.record.id),
  ])
  const now = findPage(after, uri)?.document
  const old = recordsOf(findPage(before, uri)?.document, ids)
  const made = recordsOf(now, ids)
  const records = [...ids].map((id) => defined({ before: old.get(id), after: made.get(id) }))
  return { sha256: now?.view.sha256 ?? '', records }
}

/** Of ten thousand records an action changes one. */
function recordsOf(
  document: Document | undefined,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, AnnotationRecord> {
  const found = new Map<string, AnnotationRecord>()
  for (const { record } of document?.annotations.records ?? []) {
    if (ids.has(record.id)) found.set(record.id, record)
  }
  return found
}

export function changeToJson({ sha256, records }: ConfirmedChange): JsonObject {
  const pairs = records.map(({ before, after }) =>
    defined({ before: before && { ...before }, after: after && { ...after } }),
  )
  return { sha256, records: pairs }
}

/** `undefined` for what is no change. */
export function readChange({ sha256, records }: JsonObject): ConfirmedChange | undefined {
  if (typeof sha256 !== 'string' || !Array.isArray(records)) return undefined
  return { sha256, records: records.map(readPair) }
}

function readPair(json: Json): ConfirmedChange['records'][number] {
  const { before, after } = isObject(json) ? json : {}
  return defined({
    before: isRecord(before) ? before : undefined,
    after: isRecord(after) ? after : undefined,
  })
}

/**
 * The sidecar with the changes done, one after the other. What it has already, or somebody changed later, stays as it
 * is there, so that doing it again makes no difference.
 */
export function replayed(sidecar: Sidecar, changes: readonly ConfirmedChange[]): Sidecar {
  return changes.reduce(replayOne, sidecar)
}

/** The same of what the file said, with what was wrong with it. */
export function replayedOn(
  known: KnownText,
  changes: readonly ConfirmedChange[],
): Sidecar & { readonly problems: readonly SidecarProblem[] } {
  return { ...replayed(known.sidecar, changes), problems: problemsOf(known) }
}

function replayOne(theirs: Sidecar, { sha256, records }: ConfirmedChange): Sidecar {
  const there = new Map(theirs.records.map((record) => [record.id, record]))
  const wanted = records.filter(({ before, after }) => {
    const now = there.get((after ?? before)?.id ?? '')
    // An action that takes back another one gives a record its earlier date again.
    return now === undefined ? after !== undefined : !isLater(now, before) || !isLater(now, after)
  })
  if (wanted.length === 0) return theirs
  const header: Header = {
    ...(theirs.header ?? noHeader),
    sha256,
  }
  const side = (key: 'before' | 'after'): Sidecar => ({
    header,
    records: wanted.flatMap((each) => each[key] ?? []),
    broken: [],
  })
  const done = merge(side('before'), side('after'), theirs).sidecar
  return { ...done, broken: theirs.broken }
}

/** Of a page without a sidecar; what is derived of its text is made when the records are placed. */
const noHeader: Omit<Header, 'sha256'> = {
  kind: 'header',
  version: sidecarVersion,
  page: '',
  length: 0,
  newline: 'lf',
}

/** Whether the first was decided after the second; ISO dates. */
function isLater(a: AnnotationRecord, b: AnnotationRecord | undefined): boolean {
  const first = whenOf(a)
  const second = b === undefined ? undefined : whenOf(b)
  return first !== undefined && (second === undefined || first > second)
}

function whenOf(record: AnnotationRecord): string | undefined {
  return 'when' in record && typeof record.when === 'string' ? record.when : undefined
}
