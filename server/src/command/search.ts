/** `biaozhu search`. */
import { cellOf, csvRow } from '../exchange/file/cells.ts'
import { characters, collocatesIn } from '../feature/search/collocates.ts'
import { databaseSource } from '../feature/search/database-source.ts'
import { TooSlow } from '../feature/search/expressions.ts'
import { parseQuery, type SearchQuery } from '../feature/search/query.ts'
import type { QueryFault } from '../feature/search/query-parts.ts'
import type { RecordsOfPage, SearchRecord } from '../feature/search/records.ts'
import { search } from '../feature/search/search.ts'
import { recordColumns, recordTable } from '../feature/search/tables.ts'
import type { IndexReader } from '../index/database/reader.ts'
import { displayWidth, printable } from '../text/columns.ts'
import { fold } from '../text/fold.ts'
import type { Call, Command, ExitStatus, Outside } from './command.ts'
import { indexOption } from './index-pages.ts'
import { say } from './listing.ts'
import { collocateOutput } from './search-collocates.ts'
import { countOutput } from './search-counts.ts'
import words from './search-words.json' with { type: 'json' }
import { putTable, tableMisuse, tableOptions } from './table-output.ts'

export const searchCommand: Command = {
  name: 'search',
  summary: 'words, phrases, expressions and mentions in an index',
  description:
    'Searches what biaozhu index has made, and prints each place with what stands around it, as it is read: a column break cuts no word. With PATH only pages there. ' +
    'What has changed since it was indexed is not known here; that is said.',
  operands: {
    shown: 'QUERY [PATH…]',
    needed: 'a query',
    least: 1,
    most: Number.POSITIVE_INFINITY,
  },
  options: [
    indexOption,
    ...tableOptions.filter(({ name }) => name === 'out'),
    {
      name: 'format',
      values: ['table', 'jsonl', 'csv', 'markdown', 'xlsx'],
      default: 'table',
      summary: 'Lines for people, one JSON object a line, or a table.',
    },
    {
      name: 'sort',
      values: ['page', 'left', 'right'],
      default: 'page',
      summary: 'By page and place, or by the characters before or behind what was found.',
    },
    {
      name: 'count',
      values: ['type', 'entity', 'owner', 'page', 'year', 'text'],
      summary:
        'How often, instead of where: by type, entity or owner of the mention, by page, year or what was found.',
    },
    {
      name: 'collocates',
      values: ['characters', 'words'],
      summary:
        'What stands beside it more often than by chance, with PMI (bits) and log-likelihood, the surest first.',
    },
    {
      name: 'window',
      value: 'N',
      default: '5',
      summary: 'Characters or words on each side that stand beside it.',
    },
    { name: 'limit', value: 'N', summary: 'At most so many places.' },
    {
      name: 'context',
      value: 'N',
      default: '20',
      summary: 'Characters that are shown on each side.',
    },
  ],
  topic: words.query,
  examples: words.examples,
  async run(call, outside) {
    const [text = '', ...paths] = call.operands
    const query = parseQuery(text)
    const numbers = numbersOf(call)
    const misuse = tableMisuse(call, 'search')
    if (misuse !== undefined || 'fault' in query || typeof numbers === 'string') {
      const fault = 'fault' in query ? shownFault(text, query) : `biaozhu: ${numbers}`
      outside.error(misuse ?? `${fault}\nTry: biaozhu search --help\n`)
      return 2
    }
    const reader = await outside.openIndex(call.options.get('index') ?? '')
    if (typeof reader === 'string') {
      say([reader], outside)
      return 2
    }
    try {
      return await new Search(call, { reader, query, paths, ...numbers }, outside).run()
    } catch (error) {
      if (!(error instanceof TooSlow)) throw error
      say([error.message], outside)
      return 2
    } finally {
      reader.close()
    }
  },
}

interface Asked {
  readonly reader: IndexReader
  readonly query: SearchQuery
  readonly paths: readonly string[]
  readonly limit: number
  readonly context: number
  readonly window: number
}

/** What stands beside it once may do so by chance. */
const leastCount = 2

/** UTF-16 units that are printed together. */
const atOnce = 10_000

/** Above so many pages only those on which something was found are compared with the disk. */
const fewPages = 5000

class Search {
  readonly #call: Call
  readonly #asked: Asked
  readonly #outside: Outside
  readonly #roots: readonly string[]
  readonly #includes = (uri: string): boolean => {
    const roots = this.#roots
    return roots.length === 0 || roots.some((root) => uri === root || uri.startsWith(`${root}/`))
  }

  constructor(call: Call, asked: Asked, outside: Outside) {
    this.#call = call
    this.#asked = asked
    this.#outside = outside
    this.#roots = asked.paths.map((path) => outside.uriOf(path))
  }

  async run(): Promise<ExitStatus> {
    const { options } = this.#call
    const { reader, query } = this.#asked
    const unknown = query.types.filter(
      (type) => !reader.types().some((known) => known.toLowerCase() === type.toLowerCase()),
    )
    if (unknown.length > 0) {
      say(
        [`no mention has the type ${unknown.join(', ')}; there are ${reader.types().join(', ')}`],
        this.#outside,
      )
    }
    if (!this.#hasPages()) {
      say([`no page of ${this.#asked.paths.join(', ')} is in the index`], this.#outside)
      return 2
    }
    const found: RecordsOfPage['page'][] = []
    if (options.get('collocates') !== undefined) return this.#collocates()
    const status = await this.#put(this.#records(found), options.get('count'))
    await this.#tell(found)
    return status
  }

  async #put(records: Iterable<SearchRecord>, count: string | undefined): Promise<ExitStatus> {
    const { options } = this.#call
    const format = options.get('format')
    const outside = this.#outside
    if (count !== undefined) return putTable(countOutput(records, count), this.#call, outside, [])
    const ordered = this.#sorted(records)
    if (
      options.get('out') === undefined &&
      (format === 'table' || format === 'jsonl' || format === 'csv')
    ) {
      await this.#stream(ordered, format)
      return 0
    }
    const all = [...ordered]
    const shown = all.map((record) => [placeOf(record), record.left, record.text, record.right])
    return putTable({ records: all, shown, table: recordTable(all) }, this.#call, outside, [])
  }

  async #collocates(): Promise<ExitStatus> {
    const { reader, query, window, limit } = this.#asked
    const outside = this.#outside
    const isOfWords = this.#call.options.get('collocates') === 'words'
    const { words } = isOfWords ? await outside.analyser() : { words: undefined }
    const tokens = words ?? characters
    const includes = this.#includes
    const found = collocatesIn(databaseSource(reader), query, { tokens, window, includes })
    const shown = found.found(leastCount).slice(0, limit)
    const status = await putTable(collocateOutput(shown), this.#call, outside, [])
    await this.#tell([...this.#all()])
    return status
  }

  *#records(found: RecordsOfPage['page'][]): Generator<SearchRecord, void> {
    const { reader, query, limit, context } = this.#asked
    const isSorted = this.#call.options.get('sort') !== 'page'
    let left = isSorted ? Number.POSITIVE_INFINITY : limit
    const source = databaseSource(reader)
    for (const { page, records } of search(source, query, { context, includes: this.#includes })) {
      found.push(page)
      for (const record of records) {
        if (left-- <= 0) return
        yield record
      }
    }
  }

  *#all(): Generator<RecordsOfPage['page'], void> {
    for (const page of this.#asked.reader.pages({ texts: [] })) {
      if (this.#includes(page.uri)) yield page
    }
  }

  #hasPages(): boolean {
    return this.#roots.length === 0 || this.#all().next().done !== true
  }

  #sorted(records: Iterable<SearchRecord>): Iterable<SearchRecord> {
    const side = this.#call.options.get('sort')
    if (side !== 'left' && side !== 'right') return records
    const key = ({ left, right }: SearchRecord): string =>
      fold(side === 'right' ? right : [...left].reverse().join('')).text
    return [...records]
      .map((record) => ({ key: key(record), record }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ record }) => record)
      .slice(0, this.#asked.limit)
  }

  async #stream(records: Iterable<SearchRecord>, format: 'table' | 'jsonl' | 'csv'): Promise<void> {
    const { print } = this.#outside
    const line = { table: concordance(this.#asked.context), jsonl: jsonLine, csv: csvLine }[format]
    const heading = format === 'csv' ? csvHeading() : ''
    let waiting = ''
    let isFirst = true
    for (const record of records) {
      waiting += isFirst ? heading + line(record) : line(record)
      isFirst = false
      if (waiting.length < atOnce) continue
      await print(waiting)
      waiting = ''
    }
    if (waiting !== '') await print(waiting)
  }

  /** What a person has to know of the answer. */
  async #tell(found: readonly RecordsOfPage['page'][]): Promise<void> {
    const { reader } = this.#asked
    const notes: string[] = []
    if (found.length === 0) notes.push('nothing found')
    if (!reader.isComplete) notes.push('the index is not complete: run biaozhu index again')
    const pages = reader.pageCount() > fewPages ? found : this.#all()
    const changed = await this.#outside.changedPages(pages)
    if (changed > 0) {
      const subject = changed === 1 ? '1 page has' : `${changed} pages have`
      notes.push(`${subject} changed since: run biaozhu index again`)
    }
    say(notes, this.#outside)
  }
}

function numbersOf({ options }: Call): Pick<Asked, 'limit' | 'context' | 'window'> | string {
  const limit = Number(options.get('limit') ?? Number.POSITIVE_INFINITY)
  const context = Number(options.get('context'))
  const window = Number(options.get('window'))
  const isCount = (value: number) => value === Number.POSITIVE_INFINITY || Number.isInteger(value)
  if (!isCount(limit) || limit < 1) return 'search needs --limit N, a number from 1 on'
  if (!Number.isInteger(window) || window < 1) return 'search needs --window N, a number from 1 on'
  return Number.isInteger(context) && context >= 0 && context <= 1000
    ? { limit, context, window }
    : 'search needs --context N, a number from 0 to 1000'
}

/** With a line below the query that says where it is wrong. */
function shownFault(query: string, { fault, at: { start, end } }: QueryFault): string {
  const reason = `biaozhu: ${fault}`
  if (query.trim() === '') return reason
  const before = displayWidth(printable(query.slice(0, start)))
  const wrong = displayWidth(printable(query.slice(start, end)))
  return `${reason}\n  ${printable(query)}\n  ${' '.repeat(before)}${'^'.repeat(Math.max(1, wrong))}`
}

function placeOf({ page, line, column }: SearchRecord): string {
  return `${page}:${line}:${column}`
}

/** A line for people: what was found stands in one column, whatever is around it. */
function concordance(context: number): (record: SearchRecord) => string {
  let widest = 0
  return (record) => {
    const place = placeOf(record)
    widest = Math.max(widest, displayWidth(place))
    const left = printable(record.left)
    const blank = ' '.repeat(Math.max(0, 2 * context - displayWidth(left)))
    const head = place + ' '.repeat(widest - displayWidth(place))
    return (
      `${head}  ${blank}${left}  ${printable(record.text)}  ${printable(record.right)}`.trimEnd() +
      '\n'
    )
  }
}

function jsonLine(record: SearchRecord): string {
  return `${JSON.stringify(record)}\n`
}

function csvHeading(): string {
  return csvRow(
    recordColumns.map(({ key }) => key),
    ',',
  )
}

function csvLine(record: SearchRecord): string {
  const cells = recordColumns.map(({ key }) => {
    const value = record[key]
    return typeof value === 'number' ? String(value) : cellOf(value ?? undefined)
  })
  return csvRow(cells, ',')
}
