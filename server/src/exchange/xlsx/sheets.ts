/** The sheets of a workbook: what a page, an initiative and the export itself are in rows. */

import { isKindOf, type Schema } from '../../annotation/schema/schema.ts'
import { sentenceAround } from '../../page/sentences.ts'
import { sliceSpan } from '../../text/span.ts'
import { cellValue } from '../file/cells.ts'
import type { ExchangeInitiative, WriteContext } from '../format/format.ts'
import type { ExchangePage } from '../format/model.ts'
import { columns, pieceMark, rowsOf } from '../table/rows.ts'
import type { CellValue } from './cell.ts'
import { mentionFields, shownOnly, shownValue } from './columns.ts'
import type { SheetColumn } from './workbook.ts'

export const mentionColumns: readonly SheetColumn[] = mentionFields

export function mentionRows(
  page: ExchangePage,
  { types }: Schema,
): readonly (readonly CellValue[])[] {
  const labels = new Map(types.map(({ name, labelZh }) => [name, labelZh]))
  return rowsOf(page).map((cells) => {
    const values = new Map(columns.map((column, i) => [column, cellValue(cells[i])]))
    return mentionFields.map(({ field }): CellValue => {
      if (field === 'typeName') return labels.get(values.get('type') ?? '')
      const value = values.get(field)
      if (value === undefined) return undefined
      return field === 'confidence' ? Number(value) : shownValue(field, value)
    })
  })
}

export const initiativeColumns = columnsOf([
  ['名称', 30],
  ['别名', 30],
  ['种类', 12],
  ['主办', 24],
  ['地点', 14],
  ['提及数', 8],
  ['页面', 40],
  ['编号', 30],
])

export function initiativeRow(initiative: ExchangeInitiative): readonly CellValue[] {
  const { id, name, aliases, kind, owner, place, mentions, pages } = initiative
  return [name, aliases.join('、'), kind, owner, place, mentions, pages.join('\n'), id]
}

/** Of the issue in which a page stands. */
const issueColumns = [
  ['报纸', 16],
  ['日期', 12],
] as const

export const figureColumns = columnsOf([
  ['文字', 20],
  ['上下文', 60],
  ['举措', 26],
  ['性质', 10],
  ['状态', 10],
  ['页面', 22],
  ...issueColumns,
  ['编号', 28],
])

/** Figures of a page, with the initiatives to which relations join them. */
export function figureRows(page: ExchangePage, schema: Schema): readonly (readonly CellValue[])[] {
  const { text, mentions, relations, path, data } = page
  const byId = new Map(mentions.map((mention) => [mention.id, mention]))
  const words = (id: string): string =>
    (byId.get(id)?.spans ?? []).map((span) => sliceSpan(text, span)).join(pieceMark)
  return mentions
    .filter(({ type }) => isKindOf(schema, type, 'Figure'))
    .map(({ id, spans, status }) => {
      const joined = relations.filter(({ to }) => to === id)
      const natures = joined.flatMap(({ attributes }) => attributes?.['nature'] ?? [])
      return [
        words(id),
        sliceSpan(text, sentenceAround(text, spans[0]?.start ?? 0)),
        some(joined.map(({ from }) => words(from))),
        some(natures.map(String)),
        shownValue('status', status),
        ...[path, data.newspaper, data.date, id],
      ]
    })
}

export const articleColumns = columnsOf([
  ['页面', 22],
  ['序号', 8],
  ['标题', 40],
  ['各行标题', 50],
  ['作者', 20],
  ...issueColumns,
  ['版次', 8],
  ['字数', 8],
  ['已确认提及', 12],
  ['建议提及', 12],
])

export function articleRows(page: ExchangePage): readonly (readonly CellValue[])[] {
  const { text, articles, mentions, path, data } = page
  return articles.map(({ headline, titleLines, byline, spans }, i) => {
    const inside = mentions.filter((mention) =>
      spans.some(
        ({ start, end }) =>
          (mention.spans[0]?.start ?? -1) >= start && (mention.spans[0]?.start ?? end) < end,
      ),
    )
    const characters = spans.map((span) => [...sliceSpan(text, span).replace(/\s/g, '')].length)
    const count = (status: string): number => inside.filter((each) => each.status === status).length
    return [
      path,
      i + 1,
      headline ?? titleLines[0],
      some(titleLines, '\n'),
      some(byline),
      ...[data.newspaper, data.date, data.number],
      characters.reduce((sum, each) => sum + each, 0),
      count('accepted'),
      count('suggested'),
    ]
  })
}

export const noteColumns = columnsOf([
  ['项目', 16],
  ['说明', 40],
  ['Explanation', 60],
])

export function noteRows({
  title,
  created,
  versions,
  pages,
}: WriteContext): readonly (readonly CellValue[])[] {
  const version = Object.entries(versions).map(([key, value]) => `${key} ${value}`)
  return [
    ['文件', title, `${pages.length} pages`],
    ['导出时间', created, 'Time of the export'],
    ['版本', version.join('\n'), 'Versions of the program, recogniser, schema and guidelines'],
    [
      '导入',
      '按“编号”比对各行;只读列不会导入',
      'Rows are matched by id; columns for reading only are not imported',
    ],
    ...mentionFields.map(({ field, title, help }): readonly CellValue[] => [
      title,
      shownOnly.has(field) ? '只读' : '可改',
      `${help}${shownOnly.has(field) ? ' (for reading only)' : ''}`,
    ]),
  ]
}

function columnsOf(columns: readonly (readonly [string, number])[]): readonly SheetColumn[] {
  return columns.map(([title, width]) => ({ title, width }))
}

/** `undefined` for none. */
function some(texts: readonly string[], between = '、'): string | undefined {
  return texts.length === 0 ? undefined : texts.join(between)
}
