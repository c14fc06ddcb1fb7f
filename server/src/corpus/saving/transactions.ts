/** What actions did to annotations, so that each can be taken back and done again in any order. */

import { inItsPlace, withPlaceOf } from '../../annotation/placed/placed.ts'
import type { PutBack } from '../../annotation/placed/put-back.ts'
import type { Moment, PlacedRecord } from '../../annotation/record/placed-record.ts'
import { type AnnotationRecord, isAnchored } from '../../annotation/record/record.ts'
import { isRecord } from '../../annotation/record/record-fields.ts'
import { spansOfRanges, textView } from '../../annotation/record/selectors.ts'
import { mergeKeys } from '../../annotation/sidecar/merge-keys.ts'
import { defined } from '../../values/defined.ts'
import { sameJson } from '../../values/json.ts'
import {
  type Document,
  type EntitiesEdit,
  findPage,
  type PageEdit,
  type Snapshot,
} from '../snapshot/model.ts'

import { type EntitiesChange, entitiesChangeOf, reversedEntities } from './entities-changes.ts'

/** One action, over all pages that it changed. */
export interface Transaction {
  readonly id: string
  /** For people, in the interface language. */
  readonly label: string
  readonly pages: readonly TransactedPage[]
  /** What it said of entities, by the root of their corpus. */
  readonly entities: readonly { readonly root: string; readonly change: EntitiesChange }[]
}

/** What takes a transaction back. */
export interface Reversal {
  readonly pages: readonly PageEdit[]
  readonly entities: readonly EntitiesEdit[]
}

interface TransactedPage {
  readonly uri: string
  /** The page's text then, its hash, and the step of its past before the action. */
  readonly in: Moment
  readonly sha256: string
  readonly step: number
  readonly records: readonly Changed[]
}

/** One record, with spans in the text of then. */
interface Changed {
  readonly before?: PlacedRecord
  readonly after?: AnnotationRecord
}

/** What `edits` would change on the pages as they are; pages that are not there are left out. */
export function transactionOf(
  snapshot: Snapshot,
  edits: readonly PageEdit[],
  {
    id,
    label,
    entities = [],
  }: Pick<Transaction, 'id' | 'label'> & { readonly entities?: readonly EntitiesEdit[] },
): Transaction {
  const pages = edits.flatMap(({ uri, put, drop }): TransactedPage[] => {
    const document = findPage(snapshot, uri)?.document
    if (document === undefined) return []
    const known = recordsOf(document, [...put.map(({ id: each }) => each), ...drop])
    const changes = [
      ...put.map((after) => ({ ...defined({ before: known.get(after.id) }), after })),
      ...drop.flatMap((each) => {
        const before = known.get(each)
        return before === undefined || put.some(({ id: other }) => other === each)
          ? []
          : [{ before }]
      }),
    ]
    const { past, view } = document
    const { now, step } = past
    return [{ uri, in: now, sha256: view.sha256, step, records: changes }]
  })
  const said = entities.map((edit) => ({
    root: edit.root,
    change: entitiesChangeOf(snapshot, edit),
  }))
  return { id, label, pages, entities: said }
}

/**
 * The edits that take a transaction back, or (`again`) do it once more. A record that was changed
 * since keeps what was changed since; one that is gone since stays gone.
 */
export function reversed(
  { pages, entities }: Transaction,
  snapshot: Snapshot,
  { again = false }: { readonly again?: boolean } = {},
): Reversal {
  return {
    pages: reversedPages(pages, snapshot, again),
    entities: entities.flatMap(({ root, change }) => {
      const edit = reversedEntities(change, snapshot, { root, again })
      return edit.put.length + edit.drop.length === 0 ? [] : [edit]
    }),
  }
}

function reversedPages(
  pages: readonly TransactedPage[],
  snapshot: Snapshot,
  again: boolean,
): readonly PageEdit[] {
  return pages.flatMap((page): PageEdit[] => {
    const document = findPage(snapshot, page.uri)?.document
    if (document === undefined) return []
    const known = recordsOf(
      document,
      page.records.flatMap(({ before, after }) => before?.record.id ?? after?.id ?? []),
    )
    const put: AnnotationRecord[] = []
    const drop: string[] = []
    const back: PutBack[] = []
    const { in: moment, sha256, step: until } = page
    const putBack = (placed: PlacedRecord): void => {
      back.push({ placed, in: moment, sha256, until })
    }
    for (const { before, after } of page.records) {
      const done = after && placedAfter(after, page)
      const [from, to] = again ? [before, done] : [done, before]
      const now = known.get(from?.record.id ?? to?.record.id ?? '')
      if (to === undefined) {
        if (now !== undefined) drop.push(now.record.id)
      } else if (now === undefined) {
        if (from === undefined) putBack(to)
      } else if (from !== undefined) {
        const record = changedBack(from.record, now.record, to.record)
        // Somebody may have put it elsewhere since, or the action did nothing to its place.
        const isMoved = !samePlace(from.record, to.record) && now.since === from.since
        if (isMoved) putBack(inItsPlace(record, to))
        else put.push(withPlaceOf(record, now.record))
      }
    }
    const isNothing = put.length + drop.length + back.length === 0
    return isNothing ? [] : [{ uri: page.uri, put, drop, back }]
  })
}

/** The records with these ids: of ten thousand an action is about one. */
function recordsOf(
  { annotations }: Pick<Document, 'annotations'>,
  ids: readonly string[],
): ReadonlyMap<string, PlacedRecord> {
  const wanted = new Set(ids)
  const found = new Map<string, PlacedRecord>()
  for (const each of annotations.records) {
    if (wanted.has(each.record.id)) found.set(each.record.id, each)
  }
  return found
}

/** A record as an action put it. */
function placedAfter(
  record: AnnotationRecord,
  { in: { text }, step }: TransactedPage,
): PlacedRecord {
  const hasPlace = isAnchored(record) && record.anchor !== 'orphan'
  const spans = hasPlace ? spansOfRanges(textView(text), record.at) : []
  return { record, spans, since: step + 1 }
}

function samePlace(a: AnnotationRecord, b: AnnotationRecord): boolean {
  if (!isAnchored(a) || !isAnchored(b)) return isAnchored(a) === isAnchored(b)
  const placeOf = ({ at, quote, anchor, marked }: typeof a) => [
    ...[at, quote],
    ...[anchor ?? null, marked ?? null],
  ]
  return sameJson(placeOf(a), placeOf(b))
}

/** The record as it is now, with the change from `from` to `to` in it, its place aside. */
function changedBack(
  from: AnnotationRecord,
  now: AnnotationRecord,
  to: AnnotationRecord,
): AnnotationRecord {
  if (sameJson({ ...withPlaceOf(now, from) }, { ...from })) return to
  // Where both changed one thing, taking back wins; that is no conflict of two people.
  const {
    conflict: _conflict,
    who: _who,
    when: _when,
    ...merged
  } = mergeKeys({ ...from }, { ...to }, { ...now }).merged
  const { who, when } = isOfSame(from, now) ? authorOf(to) : authorOf(now)
  const record = { ...merged, ...defined({ who, when, conflict: now.conflict }) }
  return isRecord(record) ? record : to
}

function authorOf({ who, when }: AnnotationRecord) {
  return { who, when }
}

function isOfSame(a: AnnotationRecord, b: AnnotationRecord): boolean {
  return a.who === b.who && a.when === b.when
}
