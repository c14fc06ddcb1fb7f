/** Rows of a table back to pages: columns by their names in the first row, pages by the column `page`. */
import { defined } from '../../values/defined.ts'
import { isObject, parseJson } from '../../values/json.ts'
import { type CsvRow, cellValue } from '../file/cells.ts'
import type { Reading, ReadProblem } from '../format/format.ts'
import type { ExchangeRelation, ExchangeStatement, ReadMention } from '../format/model.ts'
import { attributesOf, statusOf, tidySpans } from '../our-page/parts.ts'
import { codePoints, type Positions } from '../our-page/text-positions.ts'
import { type Column, pieceMark } from './rows.ts'

/** The value of a row in a column; `undefined` for an empty cell. */
type Row = (column: Column) => string | undefined

interface PageRows {
  readonly text: string
  readonly positions: Positions
  readonly mentions: ReadMention[]
  readonly relations: ExchangeRelation[]
}

/** `path` is the file's; `text` the text of a page by its name. Total. */
export function readRows(
  [heading, ...rows]: readonly CsvRow[],
  path: string,
  text: (page: string) => string | undefined,
): Reading {
  const problems: ReadProblem[] = []
  const pages = new Map<string, PageRows>()
  const missing = new Set<string>()
  const names = (heading?.cells ?? []).map((name) => name.trim())
  const index = new Map(names.map((name, i) => [name, i]))
  for (const column of ['page', 'type', 'place']) {
    if (heading !== undefined && !index.has(column)) {
      return { pages: [], problems: [{ path, message: `There is no column ${column}.` }] }
    }
  }
  /** One page may have many names. */
  const positions = new Map<string, Positions>()
  const positionsOf = (of: string): Positions => {
    const known = positions.get(of) ?? codePoints(of)
    positions.set(of, known)
    return known
  }
  for (const { line, cells } of rows) {
    const row: Row = (column) => cellValue(cells[index.get(column) ?? -1])
    const name = row('page') ?? ''
    const fault = (message: string): void => void problems.push({ path, line, message })
    const page = pages.get(name) ?? newPage(text(name), positionsOf)
    if (page === undefined) {
      if (!missing.has(name)) fault(`There is no page ${name}.`)
      missing.add(name)
      continue
    }
    pages.set(name, page)
    if (row('kind') === 'relation') {
      const [from, to] = [row('from'), row('to')]
      if (from === undefined || to === undefined) fault('A relation needs from and to.')
      else page.relations.push({ ...statementOf(row, line), from, to })
      continue
    }
    const mention = mentionOf(row, line, page)
    if (typeof mention === 'string') fault(mention)
    else page.mentions.push(mention)
  }
  const read = [...pages].map(([name, { text, mentions, relations }]) => {
    const ids = new Set(mentions.map(({ id }) => id))
    const joined = relations.filter(({ id, from, to }) => {
      if (ids.has(from) && ids.has(to)) return true
      problems.push({ path, message: `${id} has an end that is no mention.` })
      return false
    })
    return { name, text, mentions, relations: joined }
  })
  return { pages: read, problems }
}

function newPage(
  text: string | undefined,
  positionsOf: (text: string) => Positions,
): PageRows | undefined {
  if (text === undefined) return undefined
  return { text, positions: positionsOf(text), mentions: [], relations: [] }
}

/** The mention, or what is wrong with it. */
function mentionOf(row: Row, line: number, { positions }: PageRows): ReadMention | string {
  const statement = statementOf(row, line)
  if (statement.type === '') return 'The type is missing.'
  const ranges = (row('place') ?? '').split(';').map((part) => /^\s*(\d+)\.\.(\d+)\s*$/.exec(part))
  const spans = tidySpans(
    ranges.map((range) => ({
      start: positions.toOffset(Number(range?.[1] ?? 0)),
      end: positions.toOffset(Number(range?.[2] ?? 0)),
    })),
  )
  const isInside = ranges.every((range) => range && Number(range[2]) <= positions.length)
  if (!isInside || spans.length === 0) return 'The place is not one of this page.'
  const [entity, reading] = [row('entity'), row('reading')]
  const quote = row('text')?.split(pieceMark)
  return {
    ...statement,
    spans,
    ...defined({ entity, reading }),
    ...(quote?.length === spans.length ? { quote } : {}),
  }
}

function statementOf(row: Row, line: number): ExchangeStatement {
  const confidence = row('confidence')
  const attributes = attributesOf(parseJson(row('attributes') ?? ''))
  const extra = parseJson(row('extra') ?? '')
  const [source, note, who, when] = [row('source'), row('note'), row('who'), row('when')]
  return {
    id: row('id') ?? `row ${line}`,
    type: row('type') ?? '',
    status: statusOf(row('status')) ?? 'accepted',
    ...(confidence === undefined || !Number.isFinite(Number(confidence))
      ? {}
      : { confidence: Number(confidence) }),
    ...defined({ source, attributes, note }),
    // Spreadsheets write it in capitals.
    ...(row('unsure')?.toLowerCase() === 'true' ? { unsure: true } : {}),
    ...defined({ who, when }),
    ...(isObject(extra) ? { extra } : {}),
  }
}
