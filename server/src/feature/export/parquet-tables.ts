/** Mentions, entities and facts of an index as tables for DuckDB, Spark and their like: row by row, whatever their number. */
import type { ExportFolder } from '../../disk/export-folder.ts'
import { idOnPage } from '../../entity/entity-rows.ts'
import { type ParquetColumn, ParquetTable } from '../../exchange/parquet/parquet.ts'
import type { IndexedPage, IndexReader } from '../../index/database/reader.ts'
import type { TableEntity, TableFact, TableMention } from '../../index/database/table-rows.ts'
import { joinedName } from '../../recognition/decided/decisions.ts'
import { codePointMap, lfView } from '../../text/code-points.ts'
import { hull, type Span } from '../../text/span.ts'
import { groupBy } from '../../values/group-by.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import type { WantedStatus } from './choices.ts'

export interface TableExport {
  readonly reader: IndexReader
  readonly status: WantedStatus
  readonly folder: ExportFolder
  readonly lexicon: Lexicon
  /** Of Biaozhu. */
  readonly version: string
  /** Hears of each page. */
  progress(done: number, path: string): void
}

/** Numbers of rows by name of the file. Rejects where a file cannot be written. */
export async function exportTables(export_: TableExport): Promise<ReadonlyMap<string, number>> {
  const { reader, status, progress } = export_
  const rows = reader.tableRows()
  const mentions = new TableFile('mentions.parquet', mentionColumns, export_)
  const entities = new TableFile('entities.parquet', entityColumns, export_)
  const facts = new TableFile('facts.parquet', factColumns, export_)
  let done = 0
  for (const page of reader.pages({ texts: [] })) {
    const onPage = new PageOfTables(page, export_)
    for (const row of onPage.mentions()) await mentions.add(row)
    for (const row of onPage.facts()) await facts.add(row)
    for (const row of onPage.entities()) await entities.add(row)
    progress(++done, page.path)
  }
  for (const row of rows.entities(status)) await entities.add(row)
  for (const file of [mentions, entities, facts]) await file.end()
  return new Map([mentions, entities, facts].map(({ name, count }) => [name, count]))
}

class TableFile<Row> {
  readonly name: string
  count = 0
  readonly #folder: ExportFolder
  readonly #table: ParquetTable<Row>

  constructor(
    name: string,
    columns: readonly ParquetColumn<Row>[],
    { folder, version }: Pick<TableExport, 'folder' | 'version'>,
  ) {
    this.name = name
    this.#folder = folder
    this.#table = new ParquetTable(columns, `biaozhu version ${version}`)
  }

  async add(row: Row): Promise<void> {
    this.count++
    const bytes = this.#table.add(row)
    if (bytes !== undefined) await this.#folder.write(this.name, bytes)
  }

  end(): Promise<void> {
    return this.#folder.write(this.name, this.#table.end())
  }
}

interface MentionRow {
  readonly page: IndexedPage
  readonly mention: TableMention
  /** Code points, each piece; and from first to last. */
  readonly pieces: readonly Span[]
  readonly place: Span
  readonly text: string
  readonly entity: string
  readonly headline: string | undefined
}

interface FactRow {
  readonly page: IndexedPage
  readonly fact: TableFact
  readonly initiative: string
  /** Of what the fact names. */
  readonly entity: string | undefined
  readonly place: Span
}

class PageOfTables {
  readonly #page: IndexedPage
  readonly #export: TableExport
  readonly #text: string
  readonly #mentions: readonly TableMention[]
  readonly #toCodePoint: (offset: number) => number

  constructor(page: IndexedPage, export_: TableExport) {
    this.#page = page
    this.#export = export_
    this.#text = export_.reader.content(page.id).text
    this.#mentions = export_.reader.tableRows().mentions(page.id)
    this.#toCodePoint = codePointMap(this.#text).toCodePoint
  }

  mentions(): readonly MentionRow[] {
    const headlines = this.#export.reader.headlines(this.#page.id)
    return this.#wanted().map((mention) => {
      const { spans, article } = mention
      const around = aroundOf(mention)
      return {
        page: this.#page,
        mention,
        pieces: spans.map((span) => this.#placeOf(span)),
        place: this.#placeOf(around),
        text: lfView(this.#text.slice(around.start, around.end)),
        entity: this.#entityOf(mention),
        headline: article === undefined ? undefined : headlines.get(article),
      }
    })
  }

  /** Of mentions of initiatives that are wanted. */
  facts(): readonly FactRow[] {
    const wanted = new Set(this.#wanted())
    const named = new Map(
      this.#mentions
        .filter(({ status }) => status !== 'rejected')
        .map((each) => [keyOf(aroundOf(each), each.type), this.#entityOf(each)]),
    )
    return this.#export.reader
      .tableRows()
      .facts(this.#page.id)
      .flatMap((fact) => {
        const mention = this.#mentions[fact.mention]
        if (mention === undefined || !wanted.has(mention)) return []
        return {
          page: this.#page,
          fact,
          initiative: this.#entityOf(mention),
          entity: named.get(keyOf(fact, fact.type)),
          place: this.#placeOf(fact),
        }
      })
  }

  /** What is something on this page alone; the index has rows of all others. */
  entities(): readonly TableEntity[] {
    const alone = this.#wanted().filter(({ entity }) => entity === undefined)
    return [...groupBy(alone, (mention) => this.#entityOf(mention))].map(([id, mentions]) => {
      const accepted = mentions.filter(({ status }) => status === 'accepted').length
      const [first] = mentions
      return {
        id,
        type: first?.type ?? '',
        name: first === undefined ? '' : this.#nameOf(first),
        aliases: [],
        uri: undefined,
        kind: undefined,
        owner: undefined,
        place: undefined,
        since: undefined,
        counts: { accepted, suggested: mentions.length - accepted, pages: 1 },
      }
    })
  }

  #wanted(): readonly TableMention[] {
    const { status, reader } = this.#export
    const onlyAccepted =
      status === 'accepted' || (status === 'finished' && reader.tableRows().isDone(this.#page.id))
    return this.#mentions.filter((mention) =>
      onlyAccepted ? mention.status === 'accepted' : mention.status !== 'rejected',
    )
  }

  #entityOf(mention: TableMention): string {
    const { entity, type } = mention
    return entity ?? idOnPage(this.#page.path, type, this.#nameOf(mention), this.#export.lexicon)
  }

  #nameOf(mention: TableMention): string {
    const { start, end } = aroundOf(mention)
    return joinedName(this.#text.slice(start, end))
  }

  #placeOf({ start, end }: Span): Span {
    return { start: this.#toCodePoint(start), end: this.#toCodePoint(end) }
  }
}

function aroundOf({ spans }: TableMention): Span {
  return hull(spans) ?? { start: 0, end: 0 }
}

function keyOf({ start, end }: Span, type: string): string {
  return `${start} ${end} ${type}`
}

const mentionColumns: readonly ParquetColumn<MentionRow>[] = [
  { name: 'page', kind: 'text', value: ({ page }) => page.path },
  { name: 'newspaper', kind: 'text', value: ({ page }) => page.newspaper },
  { name: 'date', kind: 'text', value: ({ page }) => page.date },
  { name: 'start', kind: 'whole', value: ({ place }) => place.start },
  { name: 'end', kind: 'whole', value: ({ place }) => place.end },
  { name: 'spans', kind: 'spans', value: ({ pieces }) => pieces },
  { name: 'type', kind: 'text', value: ({ mention }) => mention.type },
  { name: 'text', kind: 'text', value: ({ text }) => text },
  { name: 'status', kind: 'text', value: ({ mention }) => mention.status },
  { name: 'entity', kind: 'text', value: ({ entity }) => entity },
  { name: 'article', kind: 'text', value: ({ headline }) => headline },
]

const entityColumns: readonly ParquetColumn<TableEntity>[] = [
  { name: 'id', kind: 'text', value: ({ id }) => id },
  { name: 'type', kind: 'text', value: ({ type }) => type },
  { name: 'name', kind: 'text', value: ({ name }) => name },
  { name: 'aliases', kind: 'texts', value: ({ aliases }) => aliases },
  { name: 'accepted', kind: 'whole', value: ({ counts }) => counts.accepted },
  { name: 'suggested', kind: 'whole', value: ({ counts }) => counts.suggested },
  { name: 'pages', kind: 'whole', value: ({ counts }) => counts.pages },
  { name: 'uri', kind: 'text', value: ({ uri }) => uri },
  { name: 'kind', kind: 'text', value: ({ kind }) => kind },
  { name: 'owner', kind: 'text', value: ({ owner }) => owner },
  { name: 'place', kind: 'text', value: ({ place }) => place },
  { name: 'since', kind: 'text', value: ({ since }) => since },
]

const factColumns: readonly ParquetColumn<FactRow>[] = [
  { name: 'initiative', kind: 'text', value: ({ initiative }) => initiative },
  { name: 'key', kind: 'text', value: ({ fact }) => fact.key },
  { name: 'part', kind: 'text', value: ({ fact }) => fact.part },
  { name: 'type', kind: 'text', value: ({ fact }) => fact.type },
  { name: 'text', kind: 'text', value: ({ fact }) => fact.text },
  { name: 'entity', kind: 'text', value: ({ entity }) => entity },
  {
    name: 'status',
    kind: 'text',
    value: ({ fact }) => (fact.isSaid ? 'accepted' : 'suggested'),
  },
  { name: 'confidence', kind: 'decimal', value: ({ fact }) => fact.confidence },
  { name: 'page', kind: 'text', value: ({ page }) => page.path },
  { name: 'newspaper', kind: 'text', value: ({ page }) => page.newspaper },
  { name: 'date', kind: 'text', value: ({ page }) => page.date },
  { name: 'start', kind: 'whole', value: ({ place }) => place.start },
  { name: 'end', kind: 'whole', value: ({ place }) => place.end },
]
