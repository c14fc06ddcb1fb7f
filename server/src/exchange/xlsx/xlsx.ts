/**
 * XLSX (ECMA-376): the table of CSV in the sheet 提及, beside it 举措, 数据 and 文章 for people, and 说明. Only 提及 is
 * read. There are no macros and no formulas: every text is a typed text.
 */

import { safeName } from '../file/safe-path.ts'
import type { Format } from '../format/format.ts'
import { mentionParts, relationParts } from '../format/holds.ts'
import { lossesOf } from '../format/losses.ts'
import { withLongCells } from './long-cells.ts'
import { xlsxReader } from './read.ts'
import {
  articleColumns,
  articleRows,
  figureColumns,
  figureRows,
  initiativeColumns,
  initiativeRow,
  mentionColumns,
  mentionRows,
  noteColumns,
  noteRows,
} from './sheets.ts'
import { Workbook } from './workbook.ts'

const holds = {
  mentions: mentionParts,
  relations: relationParts,
  page: [],
  // Each row has the article, the newspaper, the date and the number of its page.
  shows: ['articles', 'data'],
  discontinuous: true,
  acrossLines: true,
  nested: true,
  crossing: true,
} as const

export const xlsx: Format = {
  name: 'xlsx',
  title: 'XLSX',
  purpose: 'spreadsheets: Excel, WPS, LibreOffice',
  extension: '.xlsx',
  files: 'all',
  unit: 'code point',
  newlines:
    'Positions count the text with LF newlines; the text of a mention keeps them in its cell.',
  text: 'source',
  holds,
  links: true,
  options: [],
  write(context) {
    const { title, schema, versions, created } = context
    const path = `${safeName(title)}.xlsx`
    const application = `Biaozhu ${versions.biaozhu}`
    const book = new Workbook({ title, application, created })
    const addMention = book.sheet('提及', mentionColumns)
    const addInitiative = book.sheet('举措', initiativeColumns)
    const addFigure = book.sheet('数据', figureColumns)
    const addArticle = book.sheet('文章', articleColumns)
    const addNote = book.sheet('说明', noteColumns)
    return {
      begin() {
        for (const initiative of context.initiatives) addInitiative(initiativeRow(initiative))
        for (const row of noteRows(context)) addNote(row)
        return [{ path, content: book.take() }]
      },
      page(page) {
        for (const row of mentionRows(page, schema)) addMention(row)
        for (const row of figureRows(page, schema)) addFigure(row)
        for (const row of articleRows(page)) addArticle(row)
        return {
          chunks: [{ path, content: book.take() }],
          losses: withLongCells(page, lossesOf(page, holds)),
        }
      },
      end: () => [{ path, content: book.end() }],
    }
  },
  read: xlsxReader,
}
