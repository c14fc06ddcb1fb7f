/** Questions to an index that is only read: pages in order, one by one, with what they hold. */
import { bigramQuery } from './bigrams.ts'
import { unpackContent } from './content.ts'
import type { MentionRow, PageContent } from './page-rows.ts'
import { statuses } from './pages.ts'
import { bytesOf, numberOf, type Sqlite, textOf, textOrNone, type Value } from './sqlite.ts'
import { TableRows } from './table-rows.ts'

export interface IndexedPage {
  readonly id: number
  readonly path: string
  readonly uri: string
  /** As the system said of its files when they were read; empty where that does not settle it. */
  readonly stamp: string
  readonly hash: string
  readonly newspaper: string | undefined
  /** `2021-11-22`, or a part of it. */
  readonly date: string | undefined
}

/** Which pages are wanted: all that fulfil everything that is said. */
export interface PageQuestion {
  /** Texts that stand on the page, perhaps: they are to be looked up in it. */
  readonly texts: readonly string[]
  /** Of each one is mentioned. */
  readonly mentioned?: readonly Mentioned[]
  readonly isDone?: boolean | undefined
}

export interface Mentioned {
  /** Numbers of entities. */
  readonly entities: readonly number[]
  /** Or something whose only name, on its page alone, has these characters. */
  readonly text: string | undefined
}

/** UTF-16 offsets in the page's text, from first to last character. */
export interface IndexedMention {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly status: MentionRow['status']
  readonly article: number | undefined
  /** Number of its entity; none has a rejected one, and one whose name is what stands there, on its page alone. */
  readonly entity: number | undefined
}

export class IndexReader {
  readonly #sqlite: Sqlite
  readonly close: () => void

  constructor(sqlite: Sqlite, close = () => sqlite.close()) {
    this.#sqlite = sqlite
    this.close = close
  }

  /** False while pages are still to be read. */
  get isComplete(): boolean {
    const [value] = this.#sqlite.row("SELECT value FROM meta WHERE key = 'complete'") ?? []
    return textOf(value) !== ''
  }

  /** By path. What is not taken is not looked for. */
  *pages({ texts, mentioned = [], isDone }: PageQuestion): Generator<IndexedPage, void> {
    const conditions = ["state = 'ready'"]
    const values: (string | number)[] = []
    const words = texts.flatMap((text) => bigramQuery(text) ?? [])
    if (words.length > 0) {
      // The list of pages is made once, and looked up in the order of the paths.
      conditions.push('id IN (SELECT rowid FROM words WHERE words MATCH ?)')
      values.push(words.join(' AND '))
    }
    for (const { entities, text } of mentioned) {
      const words = bigramQuery(text ?? '')
      const other =
        words === undefined ? '' : ' OR id IN (SELECT rowid FROM words WHERE words MATCH ?)'
      conditions.push(`(id IN (SELECT mention.page FROM json_each(?) wanted JOIN name ON name.root = wanted.value
        JOIN form ON form.name = name.id JOIN mention ON mention.form = form.id)${other})`)
      values.push(JSON.stringify(entities))
      if (words !== undefined) values.push(words)
    }
    if (isDone !== undefined) {
      conditions.push('done = ?')
      values.push(isDone ? 1 : 0)
    }
    const sql = `SELECT id, path, uri, stamp, hash, newspaper, date FROM page WHERE ${conditions.join(' AND ')} ORDER BY path`
    for (const row of this.#sqlite.each(sql, ...values)) yield pageOf(row)
  }

  content(id: number): PageContent {
    const [content] = this.#sqlite.row('SELECT content FROM page WHERE id = ?', id) ?? []
    return unpackContent(bytesOf(content))
  }

  /** By position. */
  mentions(id: number): readonly IndexedMention[] {
    return this.#sqlite
      .rows(
        `SELECT start, length, type.name, status, article, root FROM mention JOIN type ON type.id = mention.type
         LEFT JOIN form ON form.id = mention.form LEFT JOIN name ON name.id = form.name
         WHERE page = ? ORDER BY start, length DESC, n`,
        id,
      )
      .map(([start, length, type, status, article, root]) => ({
        start: numberOf(start),
        end: numberOf(start) + numberOf(length),
        type: textOf(type),
        status: statuses[numberOf(status)] ?? 'suggested',
        article: typeof article === 'number' ? article : undefined,
        entity: typeof root === 'number' ? root : undefined,
      }))
  }

  /** Headlines by number of the article; photos have none. */
  headlines(id: number): ReadonlyMap<number, string> {
    const rows = this.#sqlite.rows(
      "SELECT n, headline FROM article WHERE page = ? AND kind = 'article' AND headline IS NOT NULL",
      id,
    )
    return new Map(rows.map(([n, headline]) => [numberOf(n), textOf(headline)]))
  }

  entityName(entity: number): string | undefined {
    return textOrNone(this.#sqlite.row('SELECT name FROM entity WHERE root = ?', entity)?.[0])
  }

  /** Entities of which a name or an alias passes. */
  entitiesNamed(passes: (name: string) => boolean): readonly number[] {
    const found: number[] = []
    for (const [root, name, aliases] of this.#sqlite.each(
      'SELECT root, name, aliases FROM entity',
    )) {
      const names: readonly string[] = [textOf(name), ...JSON.parse(textOf(aliases))]
      if (names.some(passes)) found.push(numberOf(root))
    }
    return found
  }

  /** Initiatives of which the owner passes: as the page says it, or by a name that its entity has on any page. */
  entitiesOwned(passes: (name: string) => boolean): readonly number[] {
    const found: number[] = []
    const rows = this.#sqlite.each(
      `SELECT entity.root, entity.owner, owner.name, owner.aliases FROM entity
       LEFT JOIN mention ON mention.page = entity.owner_page AND mention.start = entity.owner_start
       LEFT JOIN form ON form.id = mention.form LEFT JOIN name ON name.id = form.name
       LEFT JOIN entity owner ON owner.root = name.root WHERE entity.owner IS NOT NULL`,
    )
    for (const [root, text, name, aliases] of rows) {
      const others: readonly string[] = JSON.parse(textOrNone(aliases) ?? '[]')
      if ([textOf(text), textOf(name), ...others].some(passes)) found.push(numberOf(root))
    }
    return [...new Set(found)]
  }

  /** Of an initiative: the name of the entity that runs it, else as the page says it. */
  ownerOf(entity: number): string | undefined {
    const [text, name] =
      this.#sqlite.row(
        `SELECT entity.owner, owner.name FROM entity
         LEFT JOIN mention ON mention.page = entity.owner_page AND mention.start = entity.owner_start
         LEFT JOIN form ON form.id = mention.form LEFT JOIN name ON name.id = form.name
         LEFT JOIN entity owner ON owner.root = name.root WHERE entity.root = ?`,
        entity,
      ) ?? []
    return textOrNone(name) ?? textOrNone(text)
  }

  /** Names of types that mentions have. */
  types(): readonly string[] {
    return this.#sqlite.rows('SELECT name FROM type ORDER BY name').map(([name]) => textOf(name))
  }

  /** For tables of everything. */
  tableRows(): TableRows {
    return new TableRows(this.#sqlite)
  }

  pageCount(): number {
    return numberOf(this.#sqlite.row("SELECT count(*) FROM page WHERE state = 'ready'")?.[0])
  }
}

function pageOf([id, path, uri, stamp, hash, newspaper, date]: readonly Value[]): IndexedPage {
  return {
    id: numberOf(id),
    path: textOf(path),
    uri: textOf(uri),
    stamp: textOf(stamp),
    hash: textOf(hash),
    newspaper: textOrNone(newspaper),
    date: textOrNone(date),
  }
}
