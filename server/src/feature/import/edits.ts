/** What an import does to the records of a page: nothing that is there is overwritten unless that is asked for. */
import type { AnnotationRecord } from '../../annotation/record/record.ts'
import type { PageEdit } from '../../corpus/snapshot/model.ts'
import type { ImportItem, ImportKind } from './compare.ts'
import { filledUp } from './parts.ts'
import type { PlannedPage } from './plan.ts'

/**
 * What becomes of conflicting items. `skip`: nothing. `ours`: what is here stays, what only the file says of it
 * is added. `theirs`: the file wins, and mentions here that stand in its way are taken away.
 */
export type OnConflict = 'ours' | 'theirs' | 'skip'

export type ImportCounts = Readonly<Record<ImportKind, number>>

/** Total. */
export function importEdit(
  { document, annotations, items }: PlannedPage,
  onConflict: OnConflict,
): PageEdit {
  const records = annotations.records.map(({ record }) => record)
  const put: AnnotationRecord[] = []
  const drop = new Set<string>()
  for (const { kind, record, existing } of items) {
    if (kind === 'new' || kind === 'uncertain') put.push(record)
    if (kind !== 'conflicting' || onConflict === 'skip') continue
    const own = existing.find(({ id }) => id === record.id)
    if (onConflict === 'theirs') {
      put.push(record)
      for (const { id } of existing) if (id !== record.id) drop.add(id)
    } else if (own !== undefined) put.push(filledUp(own, record))
  }
  const here = new Set(records.map(({ id }) => id))
  const kept = new Set([...records.map(({ id }) => id), ...put.map(({ id }) => id)])
  for (const id of drop) kept.delete(id)
  // A relation of which an end is gone, or never came.
  const isWhole = (record: AnnotationRecord): boolean =>
    record.kind !== 'relation' || (kept.has(record.from) && kept.has(record.to))
  for (const record of records) {
    const isCut = record.kind === 'relation' && (drop.has(record.from) || drop.has(record.to))
    if (isCut) drop.add(record.id)
  }
  // What came with this import and stands in the way of something else of it never comes.
  const isNever = ({ id }: AnnotationRecord): boolean => drop.has(id) && !here.has(id)
  return {
    uri: document.uri,
    put: put.filter((record) => isWhole(record) && !isNever(record)),
    drop: [...drop].filter((id) => here.has(id)),
  }
}

export function countItems(items: readonly ImportItem[]): ImportCounts {
  const counts = { new: 0, same: 0, conflicting: 0, uncertain: 0 }
  for (const { kind } of items) counts[kind]++
  return counts
}
