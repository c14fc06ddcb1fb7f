/** CSV and TSV: one table for all pages, a mention or a relation in each row. */

import { csvRow, csvRows } from '../file/cells.ts'
import { decodeTable } from '../file/files.ts'
import { safeName } from '../file/safe-path.ts'
import type { Format } from '../format/format.ts'
import { mentionParts, relationParts } from '../format/holds.ts'
import { lossesOf } from '../format/losses.ts'
import { readRows } from '../table/read-rows.ts'
import { columns, rowsOf } from '../table/rows.ts'

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

export const csv: Format = {
  name: 'csv',
  title: 'CSV',
  purpose: 'tables for R, Python and spreadsheets such as Excel',
  extension: '.csv',
  files: 'all',
  unit: 'code point',
  newlines:
    'Positions count the text with LF newlines; the text of a mention keeps them in its cell.',
  text: 'source',
  holds,
  links: true,
  options: [
    { name: 'delimiter', values: ['comma', 'tab'], help: 'what stands between two cells' },
    {
      name: 'bom',
      values: ['yes', 'no'],
      help: 'whether the file begins with a byte order mark, for Excel',
    },
  ],
  write({ title, options }) {
    const tab = options['delimiter'] === 'tab'
    const delimiter = tab ? '\t' : ','
    const path = `${safeName(title)}.${tab ? 'tsv' : 'csv'}`
    const mark = options['bom'] === 'no' ? '' : '\uFEFF'
    return {
      begin: () => [{ path, content: mark + csvRow(columns, delimiter) }],
      page: (page) => ({
        chunks: [
          {
            path,
            content: rowsOf(page)
              .map((row) => csvRow(row, delimiter))
              .join(''),
          },
        ],
        losses: lossesOf(page, holds),
      }),
      end: () => [],
    }
  },
  read: {
    accepts: (path) => /\.[ct]sv$/i.test(path),
    companions: () => [],
    read: ({ path, content }, { text }) => readRows(csvRows(decodeTable(content)), path, text),
  },
}
