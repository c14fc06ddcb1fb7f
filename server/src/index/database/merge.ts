/** Joins the indexes of parts of a corpus. */

import { unpackContent } from './content.ts'
import type { FactRow, MentionRow, NameRow, PageRows } from './page-rows.ts'
import { putPage, statuses, takePage } from './pages.ts'
import { bytesOf, numberOf, numberOrNone, type Sqlite, textOf, textOrNone } from './sqlite.ts'

/** Pages that are written together. */
const together = 64

/** Puts into `to` the pages that it does not have as `from` has them. Their paths, all of them. */
export function* addPages(to: Sqlite, from: Sqlite): Generator<readonly string[], void> {
  const pages = from.each(
    'SELECT id, path, hash, terms, digest, maker, stale, stamp FROM page ORDER BY id',
  )
  let paths: string[] = []
  let waiting: (() => void)[] = []
  const write = (): void => {
    if (waiting.length === 0) return
    to.transaction(() => {
      for (const one of waiting) one()
    })
    waiting = []
  }
  for (const [id, path, ...made] of pages) {
    paths.push(textOf(path))
    const known = to.row(
      'SELECT hash, terms, digest, maker, stale, stamp FROM page WHERE path = ?',
      textOf(path),
    )
    if (JSON.stringify(known) === JSON.stringify(made)) continue
    const [, , , maker, stale, stamp] = made
    waiting.push(() => {
      putPage(to, pageRows(from, numberOf(id)), { stamp: textOf(stamp), maker: textOf(maker) })
      to.run(
        'UPDATE page SET stale = ?, stamp = ? WHERE path = ?',
        numberOf(stale),
        textOf(stamp),
        textOf(path),
      )
    })
    if (waiting.length < together) continue
    write()
    yield paths
    paths = []
  }
  write()
  yield paths
}

/** Takes away the pages that no part has, and all sidecars, which are added again. */
export function keepOnly(sqlite: Sqlite, paths: ReadonlySet<string>): void {
  sqlite.transaction(() => {
    for (const [path] of sqlite.rows('SELECT path FROM page')) {
      if (!paths.has(textOf(path))) takePage(sqlite, textOf(path))
    }
    sqlite.run('DELETE FROM sidecar')
  })
}

/** Sidecars as the part knows them that has their page. */
export function addSidecars(to: Sqlite, from: Sqlite): void {
  to.transaction(() => {
    for (const [path, stamp, names] of from.each(
      'SELECT path, stamp, names FROM sidecar WHERE path IN (SELECT path FROM page)',
    )) {
      to.run(
        'INSERT OR REPLACE INTO sidecar (path, stamp, names) VALUES (?, ?, ?)',
        textOf(path),
        textOf(stamp),
        textOf(names),
      )
    }
  })
}

/** All that the database has of a page, as it was put there. */
export function pageRows(sqlite: Sqlite, id: number): PageRows {
  const [path, uri, hash, terms, digest, stale, state, newspaper, date, number, done, content] =
    sqlite.row(
      'SELECT path, uri, hash, terms, digest, stale, state, newspaper, date, number, done, content FROM page WHERE id = ?',
      id,
    ) ?? []
  return {
    path: textOf(path),
    uri: textOf(uri),
    hash: textOf(hash),
    terms: textOf(terms),
    digest: textOf(digest),
    isSettled: stale === 0,
    state: textOf(state),
    newspaper: textOrNone(newspaper),
    date: textOrNone(date),
    number: numberOrNone(number),
    isDone: done === 1,
    content: unpackContent(bytesOf(content)),
    articles: sqlite
      .rows('SELECT kind, start, end, headline FROM article WHERE page = ? ORDER BY n', id)
      .map(([kind, start, end, headline]) => {
        const span = { start: numberOf(start), end: numberOf(end) }
        return { ...span, kind: textOf(kind), headline: textOrNone(headline) }
      }),
    mentions: mentionRows(sqlite, id),
    names: nameRows(sqlite, id),
    facts: factRows(sqlite, id),
  }
}

function mentionRows(sqlite: Sqlite, page: number): readonly MentionRow[] {
  return sqlite
    .rows(
      `SELECT mention.start, mention.length, mention.spans, type.name, mention.status, mention.article, name.name,
       form.text, form.pronoun FROM mention JOIN type ON type.id = mention.type LEFT JOIN form ON form.id = mention.form
       LEFT JOIN name ON name.id = form.name WHERE mention.page = ? ORDER BY mention.n`,
      page,
    )
    .map(([start, length, spans, type, status, article, name, text, pronoun]) => ({
      spans: spansOf(numberOf(start), numberOf(length), textOrNone(spans)),
      type: textOf(type),
      status: statuses[numberOf(status)] ?? 'suggested',
      article: numberOrNone(article),
      name: textOrNone(name),
      text: textOf(text),
      isPronoun: pronoun === 1,
    }))
}

/** Of a mention in pieces, `packed` has them. */
export function spansOf(
  start: number,
  length: number,
  packed: string | undefined,
): MentionRow['spans'] {
  if (packed === undefined) return [{ start, end: start + length }]
  const pairs: readonly (readonly [number, number])[] = JSON.parse(packed)
  return pairs.map(([from, to]) => ({ start: from, end: to }))
}

function nameRows(sqlite: Sqlite, page: number): readonly NameRow[] {
  const names = sqlite.rows(
    `SELECT DISTINCT name.id, name.name, type.name FROM name JOIN type ON type.id = name.type WHERE name.id IN
     (SELECT form.name FROM mention JOIN form ON form.id = mention.form WHERE mention.page = ?) ORDER BY name.name`,
    page,
  )
  return names.map(([id = null, name, type]) => ({
    id: textOf(name),
    type: textOf(type),
    shorter: sqlite
      .rows(
        `SELECT name.name FROM shorter JOIN name ON name.id = shorter.name WHERE page = ? AND fuller = ? ORDER BY name.name`,
        page,
        id,
      )
      .map(([shorter]) => textOf(shorter)),
  }))
}

function factRows(sqlite: Sqlite, page: number): readonly FactRow[] {
  return sqlite
    .rows(
      'SELECT n, said, key, part, type, start, end, text, confidence FROM fact WHERE page = ? ORDER BY n, i',
      page,
    )
    .map(([mention, said, key, part, type, start, end, text, confidence]) => ({
      mention: numberOf(mention),
      isSaid: said === 1,
      key: textOf(key),
      part: textOrNone(part),
      type: textOf(type),
      start: numberOf(start),
      end: numberOf(end),
      text: textOf(text),
      confidence: numberOrNone(confidence),
    }))
}
