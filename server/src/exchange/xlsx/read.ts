/** Reading workbooks: every sheet whose first row names pages, types and places. */

import { t } from '../../text/wording.ts'
import { append } from '../../values/append.ts'
import { type CsvRow, cellOf } from '../file/cells.ts'
import { unzipTexts } from '../file/unzip.ts'
import type { FormatReader, ReadProblem } from '../format/format.ts'
import { readRows } from '../table/read-rows.ts'
import { fieldsByName, mentionFields, readValue } from './columns.ts'
import { readSharedStrings, readSheet, type SheetRow } from './read-sheet.ts'

export const xlsxReader: FormatReader = {
  accepts: (path) => /\.xlsx$/i.test(path) && !/(?:^|\/)~\$/.test(path),
  companions: () => [],
  read({ path, content }, { text }) {
    const unzipped = unzipTexts(content, (part) => sheetPart.test(part) || part === sharedPart)
    if (unzipped.kind === 'problem') {
      return { pages: [], problems: [{ path, message: unzipped.message }] }
    }
    const shared = readSharedStrings(unzipped.parts.get(sharedPart) ?? '<sst/>')
    const sheets = [...unzipped.parts]
      .filter(([part]) => sheetPart.test(part))
      .sort(([a], [b]) => numberIn(a) - numberIn(b))
    const problems: ReadProblem[] = []
    const rows: CsvRow[] = []
    for (const [part, xml] of sheets) {
      const sheet = readSheet(xml, shared)
      if ('fault' in sheet)
        problems.push({ path, message: t('{0}: {1}', part, sheet.fault.message) })
      else {
        const own = tableRows(sheet.rows, rows.length === 0)
        const unknown = own.length === 0 ? [] : unknownTitles(sheet.rows[0])
        if (unknown.length > 0) {
          const message = t('{0}: no such columns are read: {1}.', part, unknown.join(', '))
          problems.push({ path, message })
        }
        append(rows, own)
      }
    }
    if (rows.length === 0) {
      problems.push({
        path,
        message: t('No sheet has the columns 页面 (page), 类型 (type) and 位置 (place).'),
      })
      return { pages: [], problems }
    }
    const reading = readRows(rows, path, text)
    return { pages: reading.pages, problems: [...problems, ...reading.problems] }
  },
}

const sheetPart = /^xl\/worksheets\/[^/]+\.xml$/
const sharedPart = 'xl/sharedStrings.xml'

function numberIn(part: string): number {
  return Number(/\d+/.exec(part)?.[0] ?? 0)
}

/** Of a table of mentions: what is in no column of ours, read back or not. */
function unknownTitles(heading: SheetRow | undefined): readonly string[] {
  const shown = new Set(mentionFields.map(({ title }) => title))
  return (heading?.cells ?? [])
    .map((title) => title?.trim() ?? '')
    .filter((title) => title !== '' && !fieldsByName.has(title) && !shown.has(title))
}

/** In the order of `fieldsByName`, so that rows of several sheets go together; none where it is another table. */
function tableRows(
  [heading, ...rows]: readonly SheetRow[],
  withHeading: boolean,
): readonly CsvRow[] {
  const columns = (heading?.cells ?? []).map((name) => fieldsByName.get(name?.trim() ?? ''))
  if (!(['page', 'type', 'place'] as const).every((column) => columns.includes(column))) return []
  const order = [...new Set(fieldsByName.values())]
  const places = order.map((column) => columns.indexOf(column))
  const body = rows.map(
    ({ line, cells }): CsvRow => ({
      line,
      cells: order.map((column, i) => {
        const value = cells[places[i] ?? -1]
        return value === undefined ? '' : cellOf(readValue(column, value))
      }),
    }),
  )
  const filled = body.filter(({ cells }) => cells.some((cell) => cell !== ''))
  return withHeading ? [{ line: heading?.line ?? 1, cells: order }, ...filled] : filled
}
