/** What actions did to annotations, so that each can be taken back and done again in any order. */

import type { AnnotationRecord } from '../../annotation/record/record.ts'
import { isRecord } from '../../annotation/record/record-fields.ts'
import { mergeKeys } from '../../annotation/sidecar/merge-keys.ts'
import { sameJson } from '../../values/json.ts'
import { findPage, type PageEdit, type Snapshot } from '../snapshot/model.ts'
import { thereAgain } from './there-again.ts'

/** One action, over all pages that it changed. */
export interface Transaction {
  readonly id: string
  /** For people, in the interface language. */
  readonly label: string
  readonly pages: readonly TransactedPage[]
}

/** What a transaction did to one page. */
export interface TransactedPage {
  readonly uri: string
  /** Of the page's text then. */
  readonly sha256: string
  readonly records: readonly {
    readonly before?: AnnotationRecord
    readonly after?: AnnotationRecord
  }[]
}

/** What `edits` would change on the pages as they are; pages that are not there are left out. */
export function transactionOf(
  snapshot: Snapshot,
  edits: readonly PageEdit[],
  { id, label }: Pick<Transaction, 'id' | 'label'>,
): Transaction {
  const pages = edits.flatMap(({ uri, put, drop }): TransactedPage[] => {
    const document = findPage(snapshot, uri)?.document
    if (document === undefined) return []
    const known = new Map(document.annotations.records.map(({ record }) => [record.id, record]))
    const changes = [
      ...put.map((after) => ({ ...beforeOf(known.get(after.id)), after })),
      ...drop.flatMap((each) => {
        const before = known.get(each)
        return before === undefined || put.some(({ id: other }) => other === each)
          ? []
          : [{ before }]
      }),
    ]
    return [{ uri, sha256: document.view.sha256, records: changes }]
  })
  return { id, label, pages }
}

/**
 * The edits that take a transaction back, or (`again`) do it once more. A record that was changed
 * since keeps what was changed since; one that is gone since stays gone.
 */
export function reversed(
  { pages }: Transaction,
  snapshot: Snapshot,
  { again = false }: { readonly again?: boolean } = {},
): readonly PageEdit[] {
  return pages.flatMap(({ uri, sha256, records }): PageEdit[] => {
    const document = findPage(snapshot, uri)?.document
    if (document === undefined) return []
    const known = new Map(document.annotations.records.map((each) => [each.record.id, each]))
    const put: AnnotationRecord[] = []
    const drop: string[] = []
    for (const { before, after } of records) {
      const [from, to] = again ? [before, after] : [after, before]
      const id = from?.id ?? to?.id ?? ''
      const now = known.get(id)
      if (to === undefined) {
        if (now !== undefined) drop.push(id)
      } else if (now === undefined) {
        if (from === undefined) put.push(inText(to, sha256, document.view.sha256))
      } else if (from === undefined) put.push(now.record)
      else {
        const then = (record: AnnotationRecord) => inText(record, sha256, document.view.sha256)
        const back = changedBack(then(from), now.record, then(to))
        put.push(thereAgain(back, now, document.view))
      }
    }
    return put.length + drop.length === 0 ? [] : [{ uri, put, drop }]
  })
}

function beforeOf(before: AnnotationRecord | undefined): { before?: AnnotationRecord } {
  return before === undefined ? {} : { before }
}

/** The record as it is now, with the change from `from` to `to` in it. */
function changedBack(
  from: AnnotationRecord,
  now: AnnotationRecord,
  to: AnnotationRecord,
): AnnotationRecord {
  if (sameJson({ ...from }, { ...now })) return to
  // Where both changed one thing, taking back wins; that is no conflict of two people.
  const { conflict: _conflict, ...merged } = mergeKeys({ ...from }, { ...to }, { ...now }).merged
  const open = now.conflict === undefined ? {} : { conflict: now.conflict }
  const record = { ...merged, ...open }
  return isRecord(record) ? record : to
}

function inText(record: AnnotationRecord, sha256: string, now: string): AnnotationRecord {
  return sha256 === now || record.kind === 'relation' ? record : { ...record, of: sha256 }
}
