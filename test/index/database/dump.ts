/** All that a database says, without the numbers that it gives to things. */
import { pageRows } from '../../../server/src/index/database/merge.ts'
import type { Sqlite } from '../../../server/src/index/database/sqlite.ts'

/** Equal of two databases that say the same. */
export function dump(sqlite: Sqlite): unknown {
  const pages = sqlite.rows('SELECT id, path, maker, stale, length FROM page ORDER BY path')
  return {
    pages: pages.map(([id, ...page]) => [page, pageRows(sqlite, Number(id))]),
    words: words(sqlite),
    entities: sqlite.rows(
      `SELECT name.name, entity.name, aliases, count, pages, entity.uri, kind, owner, page.path, owner_start, place, since
       FROM entity JOIN name ON name.id = entity.root LEFT JOIN page ON page.id = owner_page ORDER BY name.name`,
    ),
    names: sqlite.rows(
      `SELECT name.name, root.name, type.name FROM name JOIN name root ON root.id = name.root
       JOIN type ON type.id = name.type ORDER BY name.name`,
    ),
    forms: sqlite.rows(
      'SELECT name.name, text, pronoun FROM form JOIN name ON name.id = form.name ORDER BY name.name, text, pronoun',
    ),
    sidecars: sqlite.rows('SELECT path, names FROM sidecar ORDER BY path'),
    touched: sqlite.rows('SELECT name FROM touched'),
    meta: sqlite.rows('SELECT key, value FROM meta ORDER BY key'),
  }
}

/** Which pages have which words of the full text. */
function words(sqlite: Sqlite): unknown {
  sqlite.exec(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.seen USING fts5vocab('main', 'words', 'instance')",
  )
  const rows = sqlite.rows(
    'SELECT term, page.path FROM temp.seen JOIN page ON page.id = doc ORDER BY 1, 2',
  )
  return rows
}
