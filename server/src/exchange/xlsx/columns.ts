/** Columns of the sheet 提及: the table's, with Chinese names, and values that people read. */
import { type Column, columns } from '../table/rows.ts'

interface SheetField {
  /** `typeName`: there to be read by people. */
  readonly field: Column | 'typeName'
  readonly title: string
  readonly width: number
  /** English, for the sheet 说明. */
  readonly help: string
}

/** In the order in which people look at them. */
export const mentionFields: readonly SheetField[] = [
  { field: 'page', title: '页面', width: 22, help: 'Path of the page' },
  { field: 'article', title: '文章', width: 30, help: 'Title of the article' },
  { field: 'text', title: '文字', width: 30, help: 'Words of the mention; … between its pieces' },
  { field: 'type', title: '类型', width: 14, help: 'Type, as the schema names it' },
  { field: 'typeName', title: '类型名称', width: 12, help: 'Chinese name of the type' },
  { field: 'status', title: '状态', width: 10, help: 'Accepted, suggested or rejected' },
  { field: 'confidence', title: '可信度', width: 10, help: 'Confidence of a suggestion, 0 to 1' },
  { field: 'unsure', title: '存疑', width: 8, help: 'Marked as unsure' },
  { field: 'note', title: '备注', width: 30, help: 'Note' },
  { field: 'reading', title: '校读', width: 16, help: 'What should be read here' },
  { field: 'attributes', title: '属性', width: 20, help: 'Attributes, as JSON' },
  { field: 'entity', title: '实体', width: 20, help: 'Id of the entity that a person chose' },
  { field: 'linked', title: '所属实体', width: 24, help: 'Id of the entity to which it is linked' },
  { field: 'newspaper', title: '报纸', width: 16, help: 'Newspaper' },
  { field: 'date', title: '日期', width: 12, help: 'Date of the newspaper' },
  { field: 'number', title: '版次', width: 8, help: 'Number of the page in the issue' },
  { field: 'source', title: '识别器', width: 14, help: 'Recogniser that found it' },
  { field: 'who', title: '标注者', width: 12, help: 'Who decided' },
  { field: 'when', title: '时间', width: 22, help: 'When it was decided' },
  { field: 'kind', title: '种类', width: 8, help: 'Mention or relation' },
  { field: 'place', title: '位置', width: 14, help: 'Start and end, in characters (code points)' },
  {
    field: 'from',
    title: '关系起点',
    width: 16,
    help: 'Id of the mention from which a relation leads',
  },
  {
    field: 'to',
    title: '关系终点',
    width: 16,
    help: 'Id of the mention to which a relation leads',
  },
  { field: 'id', title: '编号', width: 28, help: 'Id, by which rows are matched on import' },
  { field: 'extra', title: '其他', width: 12, help: 'Anything else, as JSON' },
]

/** Columns that import does not read. */
export const shownOnly: ReadonlySet<SheetField['field']> = new Set([
  ...(['typeName', 'article', 'linked', 'newspaper', 'date'] as const),
])

/** By their names in files: `page` and `页面`. */
export const fieldsByName: ReadonlyMap<string, Column> = new Map([
  ...columns.map((column): [string, Column] => [column, column]),
  ...mentionFields.flatMap(({ field, title }): [string, Column][] =>
    field === 'typeName' ? [] : [[title, field]],
  ),
  // Of workbooks that were written before one word stood for it everywhere.
  ['置信度', 'confidence'],
])

const shownValues: Readonly<Partial<Record<Column, Readonly<Record<string, string>>>>> = {
  kind: { mention: '提及', relation: '关系' },
  status: { accepted: '已确认', suggested: '建议', rejected: '已否决' },
  unsure: { true: '是' },
}

export function shownValue(column: Column, value: string): string {
  const shown = shownValues[column]
  return shown !== undefined && Object.hasOwn(shown, value) ? (shown[value] ?? value) : value
}

/** The way back; what is there already stays. */
export function readValue(column: Column, shown: string): string {
  const found = Object.entries(shownValues[column] ?? {}).find(([, each]) => each === shown)
  return found?.[0] ?? shown
}
