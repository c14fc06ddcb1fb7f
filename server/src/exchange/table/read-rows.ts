/** Rows of a table back to pages: columns by their names in the first row, pages by the column `page`. */

import { hull, sliceSpan } from '../../text/span.ts'
import { t, type Wording } from '../../text/wording.ts'
import { defined } from '../../values/defined.ts'
import { isObject, parseJson } from '../../values/json.ts'
import { type CsvRow, cellValue } from '../file/cells.ts'
import type { Reading, ReadProblem } from '../format/format.ts'
import type { ExchangeRelation, ExchangeStatement, ReadMention } from '../format/model.ts'
import { attributesOf, statusOf } from '../our-page/parts.ts'
import { type Piece, quotedPlace, sameWords } from '../our-page/quotes.ts'
import { type Quoted, type SpanReader, spanReader } from '../our-page/span-reader.ts'
import { type Column, columns, pieceMark } from './rows.ts'

/** The value of a row in a column; `undefined` for an empty cell. */
type Row = (column: Column) => string | undefined

interface PageRows {
  readonly places: SpanReader
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
      return { pages: [], problems: [{ path, message: t('There is no column {0}.', column) }] }
    }
  }
  const unknown = names.filter((name) => name !== '' && !isColumn(name))
  if (unknown.length > 0) {
    const message = t('No such columns are read: {0}.', unknown.join(', '))
    problems.push({ path, line: heading?.line ?? 1, message })
  }
  const rowOf = ({ cells }: CsvRow): Row => {
    return (column) => cellValue(cells[index.get(column) ?? -1])
  }
  const quotes = quotesByPage(rows.map(rowOf))
  /** One page may have many names: the rows of one tell what those of all count. */
  const readers = new Map<string, SpanReader>()
  const newPage = (name: string): PageRows | undefined => {
    const of = text(name)
    if (of === undefined) return undefined
    const places = readers.get(of) ?? spanReader(of, quotes.get(name) ?? [])
    readers.set(of, places)
    return { places, mentions: [], relations: [] }
  }
  for (const each of rows) {
    const { line } = each
    const row = rowOf(each)
    const name = row('page') ?? ''
    const fault = (message: Wording): void => void problems.push({ path, line, message })
    const page = pages.get(name) ?? newPage(name)
    if (page === undefined) {
      if (!missing.has(name)) fault(t('There is no page {0}.', name))
      missing.add(name)
      continue
    }
    pages.set(name, page)
    for (const message of oddCells(row)) fault(message)
    if (row('kind') === 'relation') {
      const [from, to] = [row('from'), row('to')]
      if (from === undefined || to === undefined) fault(t('A relation needs from and to.'))
      else page.relations.push({ ...statementOf(row, line), from, to })
      continue
    }
    const mention = mentionOf(row, line, page)
    if (typeof mention === 'string') fault(mention)
    else page.mentions.push(mention)
  }
  const read = [...pages].map(([name, { places, mentions, relations }]) => {
    const ids = new Set(mentions.map(({ id }) => id))
    const joined = relations.filter(({ id, from, to }) => {
      if (ids.has(from) && ids.has(to)) return true
      problems.push({ path, message: t('{0} has an end that is no mention.', id) })
      return false
    })
    return { name, text: places.text, mentions, relations: joined }
  })
  return { pages: read, problems }
}

function isColumn(name: string): name is Column {
  return columns.some((column) => column === name)
}

/** By the name of the page: what rows say of their places tells what these count. */
function quotesByPage(rows: readonly Row[]): ReadonlyMap<string, readonly Quoted[]> {
  const pages = new Map<string, Quoted[]>()
  for (const row of rows) {
    const ranges = rangesOf(row)
    const quotes = quotesOf(row, ranges?.length ?? 0)
    const name = row('page') ?? ''
    const own = pages.get(name) ?? []
    pages.set(name, own)
    for (const [i, [start, end]] of (ranges ?? []).entries()) {
      const quote = quotes?.[i]
      if (quote !== undefined) own.push([start, end, quote])
    }
  }
  return pages
}

/** `undefined` where the place is something else than ranges. */
function rangesOf(row: Row): readonly (readonly [start: number, end: number])[] | undefined {
  const parts = (row('place') ?? '').split(';').map((part) => /^\s*(\d+)\.\.(\d+)\s*$/.exec(part))
  const ranges = parts.flatMap((part): [number, number][] =>
    part === null ? [] : [[Number(part[1]), Number(part[2])]],
  )
  return ranges.length === parts.length ? ranges : undefined
}

/** The words of each of `count` pieces; `undefined` where the text is not divided so. */
function quotesOf(row: Row, count: number): readonly string[] | undefined {
  const text = row('text')
  const pieces = count === 1 && text !== undefined ? [text] : text?.split(pieceMark)
  return pieces?.length === count ? pieces : undefined
}

/** The mention, or what is wrong with it. */
function mentionOf(row: Row, line: number, { places }: PageRows): ReadMention | Wording {
  const statement = statementOf(row, line)
  if (statement.type === '') return t('The type is missing.')
  const ranges = (rangesOf(row) ?? []).filter(([start, end]) => start < end)
  const spans = ranges.flatMap(([start, end]) => places.spanOf(start, end) ?? [])
  const [first] = spans
  if (first === undefined || spans.length < ranges.length) {
    return t('The place is not one of this page.')
  }
  const [entity, reading, text] = [row('entity'), row('reading'), row('text')]
  // The words may have a mark of their own that looks like one between pieces.
  const here = spans.map((span) => sliceSpan(places.text, span))
  const isHere = text !== undefined && sameWords(here.join(pieceMark), text)
  const quotes = isHere ? here : quotesOf(row, rangesOf(row)?.length ?? 0)
  const pieces = spans.map((span, i): Piece => ({ span, quote: quotes?.[i] }))
  // Words that fit no pieces are looked for as one.
  const isWhole = text !== undefined && quotes === undefined
  const whole = { spans: [hull(spans) ?? first], quote: [text ?? ''] }
  return {
    ...statement,
    ...(isWhole ? whole : quotedPlace(pieces)),
    ...defined({ entity, reading }),
  }
}

/** What is written in cells and is none of the values that they may have. */
function oddCells(row: Row): readonly Wording[] {
  const odd = (column: Column, isOdd: (value: string) => boolean): readonly Wording[] => {
    const value = row(column)
    return value !== undefined && isOdd(value)
      ? [t('In the column {0} this is not understood: {1}.', column, value.slice(0, 60))]
      : []
  }
  return [
    ...odd('kind', (value) => value !== 'mention' && value !== 'relation'),
    ...odd('status', (value) => statusOf(value) === undefined),
    ...odd('confidence', (value) => !Number.isFinite(Number(value))),
    ...odd('attributes', (value) => !isObject(parseJson(value))),
    ...odd('unsure', (value) => !/^(?:true|false)$/i.test(value)),
    ...odd('extra', (value) => !isObject(parseJson(value))),
  ]
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
