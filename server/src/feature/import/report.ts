/** What an import finds, in lines for people in the language of the interface, and in records for programs. */
import type { AnnotationRecord, Doubt, Status } from '../../annotation/record/record.ts'
import type { FileNote } from '../../exchange/format/format.ts'
import { showControls } from '../../text/controls.ts'
import { defined } from '../../values/defined.ts'
import { t } from '../wording/messages.ts'
import type { ImportItem, ImportKind } from './compare.ts'
import { differences } from './parts.ts'
import type { PlannedPage } from './plan.ts'

export interface ImportRow {
  readonly kind: ImportKind
  /** Kind, page, place in code points, type, text, and what is here instead with the parts that differ. */
  readonly cells: readonly string[]
}

/** All but what is the same, in the order of the file. */
export function importRows(plan: PlannedPage): readonly ImportRow[] {
  const { items } = plan
  return items
    .filter(({ kind }) => kind !== 'same')
    .map((item) => ({
      kind: item.kind,
      cells: [
        kindName(item.kind),
        shownPage(plan),
        placeOf(item.record),
        ...saidBy(item.record),
        here(item),
      ],
    }))
}

/** The page, and the layer where it is not the agreed one: `p1.txt (wang)`. */
export function shownPage({
  document: { path },
  layer,
}: Pick<PlannedPage, 'document' | 'layer'>): string {
  return layer === undefined ? path : `${path} (${layer})`
}

/** What an import finds of one annotation, as a program reads it. */
export interface ImportRecord {
  readonly kind: ImportKind
  /** Path of the page. */
  readonly page: string
  /** Where it is not the agreed one. */
  readonly layer?: string
  /** As it would stand in the sidecar. */
  readonly record: AnnotationRecord
  /** Those of the page that it is the same as, or contradicts. */
  readonly existing: readonly AnnotationRecord[]
}

/** All, what is the same too, in the order of the file. */
export function importRecords({
  document: { path: page },
  items,
  layer,
}: PlannedPage): readonly ImportRecord[] {
  return items.map(({ kind, record, existing }) => ({
    ...{ kind, page },
    ...defined({ layer }),
    ...{ record, existing },
  }))
}

/** `path:line: message`. */
export function importProblem({ path, line, message }: FileNote): string {
  return showControls(`${path}${line === undefined ? '' : `:${line}`}: ${message}`)
}

function here({ kind, record, existing }: ImportItem): string {
  if (kind === 'uncertain' && record.kind !== 'relation') return doubtName(record.anchor)
  const texts = existing.map((each) => [placeOf(each), ...saidBy(each), statusOf(each)].join(' '))
  const [first] = existing
  // Another mention in the same place would differ in everything.
  const parts = first?.id === record.id ? differences(first, record) : []
  return texts.length === 0 ? '' : [t('here: {0}', texts.join('; ')), ...parts].join('; ')
}

function placeOf(record: AnnotationRecord): string {
  if (record.kind === 'relation' || record.at === undefined) return '-'
  return record.at.map(([start, end]) => `${start}-${end}`).join(',')
}

function saidBy(record: AnnotationRecord): readonly [type: string, text: string] {
  if (record.kind === 'relation') return [record.type, `${record.from} → ${record.to}`]
  const text = (record.quote ?? []).join('…').slice(0, 60)
  return [record.kind === 'span' ? record.type : record.kind, text]
}

function statusOf(record: AnnotationRecord): string {
  return record.kind === 'span' || record.kind === 'relation' ? statusName(record.status) : ''
}

function kindName(kind: ImportKind): string {
  const names = {
    new: t('new'),
    same: t('the same'),
    conflicting: t('conflicting'),
    uncertain: t('uncertain'),
  } as const satisfies Readonly<Record<ImportKind, string>>
  return names[kind]
}

function doubtName(doubt: Doubt | undefined): string {
  const names = { moved: t('moved'), changed: t('changed'), orphan: t('orphan') }
  return doubt === undefined ? '' : names[doubt]
}

function statusName(status: Status): string {
  return { suggested: t('suggested'), accepted: t('accepted'), rejected: t('rejected') }[status]
}
