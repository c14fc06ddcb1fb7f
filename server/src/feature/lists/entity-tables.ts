/** Tables of entities and initiatives, for the command line and for what a view shows: the same columns in both. */
import type { Table, TableColumn } from '../../exchange/list-table.ts'
import type { CellValue } from '../../exchange/xlsx/cell.ts'

export interface EntityRow {
  /** The group in which a view shows it. */
  readonly group?: string
  readonly id: string
  readonly type: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly status: string
  /** Number of mentions. */
  readonly mentions: number
  readonly pages: readonly string[]
  readonly uri?: string
}

export interface InitiativeRow extends EntityRow {
  readonly kind: string
  readonly owner?: string | undefined
  readonly place?: string | undefined
  readonly since?: string | undefined
  readonly targets: readonly string[]
  readonly figures: readonly string[]
}

export function entityTable(rows: readonly EntityRow[]): Table {
  const { group, type, name, aliases, status, mentions, pages, uri, id } = entityFields
  const fields = [type, name, aliases, status, mentions, pages, uri, id]
  return tableOf('实体', isGrouped(rows) ? [group, ...fields] : fields, rows)
}

export function initiativeTable(rows: readonly InitiativeRow[]): Table {
  const { group, name, aliases, status, mentions, pages, uri, id } = entityFields
  const fields = [name, aliases, ...factFields, status, mentions, pages, uri, id]
  return tableOf('举措', isGrouped(rows) ? [group, ...fields] : fields, rows)
}

interface Field<Row> extends TableColumn {
  readonly of: (row: Row) => CellValue
}

const entityFields = {
  group: { key: 'group', title: '分组', width: 24, of: ({ group }) => group },
  type: { key: 'type', title: '类型', width: 14, of: ({ type }) => type },
  name: { key: 'name', title: '名称', width: 30, of: ({ name }) => name },
  aliases: { key: 'aliases', title: '别名', width: 30, of: ({ aliases }) => joined(aliases, '、') },
  status: { key: 'status', title: '状态', width: 10, of: ({ status }) => status },
  mentions: { key: 'mentions', title: '提及数', width: 8, of: ({ mentions }) => mentions },
  pages: { key: 'pages', title: '页面', width: 40, of: ({ pages }) => joined(pages, ' ') },
  uri: { key: 'uri', title: '网址', width: 30, of: ({ uri }) => uri },
  id: { key: 'id', title: '编号', width: 30, of: ({ id }) => id },
} as const satisfies Record<string, Field<EntityRow>>

const factFields: readonly Field<InitiativeRow>[] = [
  { key: 'kind', title: '种类', width: 12, of: ({ kind }) => kind },
  { key: 'owner', title: '主办', width: 24, of: ({ owner }) => owner },
  { key: 'place', title: '地点', width: 14, of: ({ place }) => place },
  { key: 'since', title: '起始', width: 14, of: ({ since }) => since },
  { key: 'targets', title: '对象', width: 24, of: ({ targets }) => joined(targets, '、') },
  { key: 'figures', title: '数据', width: 30, of: ({ figures }) => joined(figures, '、') },
]

/** An empty cell for none. */
function joined(words: readonly string[], between: string): CellValue {
  return words.length === 0 ? undefined : words.join(between)
}

function isGrouped(rows: readonly EntityRow[]): boolean {
  return rows.some(({ group }) => group !== undefined)
}

function tableOf<Row>(title: string, fields: readonly Field<Row>[], rows: readonly Row[]): Table {
  return { title, columns: fields, rows: rows.map((row) => fields.map(({ of }) => of(row))) }
}
