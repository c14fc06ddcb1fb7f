/** The list of a view as a file: exactly the lines that it shows, in their order, with what it says of each. */
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Snapshot } from '../../corpus/snapshot/model.ts'
import { exportFolder } from '../../disk/export-folder.ts'
import { type Table, tableCsv, tableMarkdown, tableXlsx } from '../../exchange/list-table.ts'
import type { ListExportAnswer, ListExportParams } from '../../protocol.ts'
import { defined } from '../../values/defined.ts'
import { messageOf } from '../../values/message-of.ts'
import { type EntityEntry, entities } from '../lists/entities.ts'
import { type EntityRow, entityTable, initiativeTable } from '../lists/entity-tables.ts'
import { initiatives } from '../lists/initiatives.ts'

/** Of a workbook: `created` is an ISO time. */
export interface ListCircumstances {
  readonly version: string
  readonly created: string
}

/** Rejects only because of a fault of the program. */
export async function exportList(
  snapshot: Snapshot,
  params: ListExportParams,
  about: ListCircumstances,
): Promise<ListExportAnswer> {
  return writeTable(snapshot, shownTable(snapshot, params), params, about)
}

/** Never writes over a page. Rejects only because of a fault of the program. */
export async function writeTable(
  snapshot: Snapshot,
  table: Table,
  { format, file: uri }: Pick<ListExportParams, 'format' | 'file'>,
  about: ListCircumstances,
): Promise<ListExportAnswer> {
  const content =
    format === 'xlsx'
      ? tableXlsx(table, about)
      : format === 'csv'
        ? `\uFEFF${tableCsv(table)}`
        : tableMarkdown(table)
  const file = fileURLToPath(uri)
  const kept = snapshot.corpora.flatMap(({ documents, root }) => [
    ...documents.map(({ uri }) => uri),
    `${root}/entities.jsonl`,
  ])
  try {
    await exportFolder(dirname(file), kept).write(basename(file), content)
    return { lines: table.rows.length }
  } catch (error) {
    return { lines: 0, problem: messageOf(error) }
  }
}

/** What is gone meanwhile is left out. */
export function shownTable(
  snapshot: Snapshot,
  { list, lines }: Pick<ListExportParams, 'list' | 'lines'>,
): Table {
  const rows = <Entry extends EntityEntry, Row>(
    entries: readonly Entry[],
    rowOf: (entry: Entry, line: Line) => Row,
  ): readonly Row[] => {
    const byId = new Map(entries.map((entry) => [keyOf(entry), entry]))
    return lines.flatMap((line) => {
      const entry = byId.get(keyOf(line))
      return entry === undefined ? [] : [rowOf(entry, line)]
    })
  }
  if (list === 'entities') return entityTable(rows(entities(snapshot), entityRow))
  return initiativeTable(
    rows(initiatives(snapshot), (entry, line) => {
      const { kindLabel, owner, place, since, targets = [], figures = [] } = entry
      return { ...entityRow(entry, line), kind: kindLabel, owner, place, since, targets, figures }
    }),
  )
}

type Line = ListExportParams['lines'][number]

function keyOf({ corpus, id }: Pick<Line, 'corpus' | 'id'>): string {
  return `${corpus} ${id}`
}

function entityRow(entry: EntityEntry, { group, count }: Line): EntityRow {
  const { id, type, name, aliases, open, count: all, pages, address } = entry
  return {
    group,
    id,
    type,
    name,
    aliases,
    status: open < all ? 'accepted' : 'suggested',
    mentions: count,
    pages: pages.map(({ label }) => label),
    ...defined({ uri: address }),
  }
}
