/** Puts pages into the database and takes them out: whole or not at all. */
import type { Status } from '../../annotation/record/record.ts'
import { bigramsOf } from './bigrams.ts'
import { packContent } from './content.ts'
import type { MentionRow, NameRow, PageRows } from './page-rows.ts'
import { numberOf, type Sqlite } from './sqlite.ts'

/** In the order of their numbers in the database. */
export const statuses: readonly Status[] = ['suggested', 'accepted', 'rejected']

/** By what a page was made. */
export interface Making {
  /** Of the files, as `page.stamp` has it. */
  readonly stamp: string
  /** Version of what read it. */
  readonly maker: string
}

/** Replaces what was known of the page. To be called in a transaction. */
export function putPage(sqlite: Sqlite, page: PageRows, { stamp, maker }: Making): void {
  takePage(sqlite, page.path)
  const { path, uri, hash, terms, state, content } = page
  const id = sqlite.insert(
    `INSERT INTO page (path, uri, stamp, hash, terms, digest, maker, stale, state, length, newspaper, date, number, done, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    path,
    uri,
    page.isSettled ? stamp : '',
    hash,
    terms,
    page.digest,
    maker,
    page.isSettled ? 0 : 1,
    state,
    content.text.length,
    page.newspaper ?? null,
    page.date ?? null,
    page.number ?? null,
    page.isDone ? 1 : 0,
    packContent(content),
  )
  const words = content.units.map(({ text }) => bigramsOf(text)).join(' ')
  sqlite.run('INSERT INTO words (rowid, text) VALUES (?, ?)', id, words)
  for (const [n, { kind, start, end, headline }] of page.articles.entries()) {
    const values = [id, n, kind, start, end, headline ?? null] as const
    sqlite.run(
      'INSERT INTO article (page, n, kind, start, end, headline) VALUES (?, ?, ?, ?, ?, ?)',
      ...values,
    )
  }
  const names = new Map(page.names.map((name) => [name.id, putName(sqlite, id, name)]))
  for (const [n, mention] of page.mentions.entries()) putMention(sqlite, { id, n, names }, mention)
  putFacts(sqlite, id, page)
}

/** Takes away all that is known of a page. To be called in a transaction. */
export function takePage(sqlite: Sqlite, path: string): void {
  const [id] = sqlite.row('SELECT id FROM page WHERE path = ?', path) ?? []
  if (id === undefined) return
  sqlite.run(
    `INSERT OR IGNORE INTO touched SELECT form.name FROM mention JOIN form ON form.id = mention.form WHERE mention.page = ?1
     UNION SELECT name FROM shorter WHERE page = ?1 UNION SELECT fuller FROM shorter WHERE page = ?1`,
    id,
  )
  for (const table of ['article', 'mention', 'shorter', 'fact']) {
    sqlite.run(`DELETE FROM ${table} WHERE page = ?`, id)
  }
  sqlite.run('DELETE FROM words WHERE rowid = ?', id)
  sqlite.run('DELETE FROM page WHERE id = ?', id)
}

/** The number of a type, which is given one where it is new. */
function typeNumber(sqlite: Sqlite, type: string): number {
  sqlite.run('INSERT OR IGNORE INTO type (name) VALUES (?)', type)
  return numberOf(sqlite.row('SELECT id FROM type WHERE name = ?', type)?.[0])
}

/** The number of a name, which is an entity of its own where it is new; and it is touched. */
export function nameNumber(sqlite: Sqlite, name: string, type: string): number {
  const [known] = sqlite.row('SELECT id FROM name WHERE name = ?', name) ?? []
  const id =
    known === undefined
      ? sqlite.insert(
          'INSERT INTO name (name, type, root) VALUES (?, ?, 0)',
          name,
          typeNumber(sqlite, type),
        )
      : numberOf(known)
  if (known === undefined) sqlite.run('UPDATE name SET root = id WHERE id = ?', id)
  sqlite.run('INSERT OR IGNORE INTO touched VALUES (?)', id)
  return id
}

function putName(sqlite: Sqlite, page: number, { id, type, shorter }: NameRow): number {
  const number = nameNumber(sqlite, id, type)
  for (const name of shorter) {
    const other = nameNumber(sqlite, name, type)
    sqlite.run(
      'INSERT OR IGNORE INTO shorter (page, fuller, name) VALUES (?, ?, ?)',
      page,
      number,
      other,
    )
  }
  return number
}

function putMention(
  sqlite: Sqlite,
  {
    id,
    n,
    names,
  }: { readonly id: number; readonly n: number; readonly names: ReadonlyMap<string, number> },
  { spans, type, status, article, name, text, isPronoun }: MentionRow,
): void {
  const start = spans[0]?.start ?? 0
  const starts = spans.map((span) => span.start)
  const ends = spans.map((span) => span.end)
  const from = starts.reduce((a, b) => Math.min(a, b), start)
  const to = ends.reduce((a, b) => Math.max(a, b), start)
  const number = name === undefined ? undefined : names.get(name)
  sqlite.run(
    `INSERT INTO mention (page, n, start, length, spans, type, status, article, form) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    n,
    from,
    to - from,
    spans.length > 1 ? JSON.stringify(spans.map((span) => [span.start, span.end])) : null,
    typeNumber(sqlite, type),
    statuses.indexOf(status),
    article ?? null,
    number === undefined ? null : formNumber(sqlite, number, text, isPronoun),
  )
}

function formNumber(sqlite: Sqlite, name: number, text: string, isPronoun: boolean): number {
  const pronoun = isPronoun ? 1 : 0
  const values = [name, text, pronoun] as const
  const [known] =
    sqlite.row('SELECT id FROM form WHERE name = ? AND text = ? AND pronoun = ?', ...values) ?? []
  if (known !== undefined) return numberOf(known)
  return sqlite.insert('INSERT INTO form (name, text, pronoun) VALUES (?, ?, ?)', ...values)
}

function putFacts(sqlite: Sqlite, id: number, { facts }: PageRows): void {
  const counts = new Map<number, number>()
  for (const { mention, isSaid, key, part, type, start, end, text, confidence } of facts) {
    const i = counts.get(mention) ?? 0
    counts.set(mention, i + 1)
    sqlite.run(
      `INSERT INTO fact (page, n, i, said, key, part, type, start, end, text, confidence)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      mention,
      i,
      isSaid ? 1 : 0,
      key,
      part ?? null,
      type,
      start,
      end,
      text,
      confidence ?? null,
    )
  }
}
