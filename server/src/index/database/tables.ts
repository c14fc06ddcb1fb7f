/** The tables of an index, and whether a file has them. */
import type { Sqlite } from './sqlite.ts'

/** Grows with each change of the tables: an index with another one is made anew. */
export const tablesVersion = 2

/** In the header of the file, by which an index is known: `BZix`. */
export const applicationId = 0x425a6978

/**
 * `page.stamp` is what the system says of page and sidecar, empty where that does not settle that they are the same;
 * `hash` is of their bytes, `terms` of what corpus and entities.jsonl say of the page, `maker` the version of what read
 * it, `digest` of what it has read. `stale` pages are read again. Offsets are UTF-16 units of the page's text.
 *
 * A page's names hang below the fuller names of other pages: `name.root` is the name of the entity. `touched` has the
 * names whose entities are not up to date.
 */
export const tables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE page (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, uri TEXT NOT NULL, stamp TEXT NOT NULL, hash TEXT NOT NULL,
  terms TEXT NOT NULL, digest TEXT NOT NULL, maker TEXT NOT NULL, stale INTEGER NOT NULL, state TEXT NOT NULL, length INTEGER NOT NULL,
  newspaper TEXT, date TEXT, number INTEGER, done INTEGER NOT NULL, content BLOB NOT NULL
);
CREATE TABLE article (
  page INTEGER NOT NULL, n INTEGER NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  headline TEXT, PRIMARY KEY (page, n)
) WITHOUT ROWID;
CREATE TABLE type (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE name (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, type INTEGER NOT NULL, root INTEGER NOT NULL);
CREATE INDEX name_root ON name (root);
CREATE TABLE form (
  id INTEGER PRIMARY KEY, name INTEGER NOT NULL, text TEXT NOT NULL, pronoun INTEGER NOT NULL
);
CREATE INDEX form_name ON form (name);
CREATE TABLE mention (
  page INTEGER NOT NULL, n INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, spans TEXT,
  type INTEGER NOT NULL, status INTEGER NOT NULL, article INTEGER, form INTEGER, PRIMARY KEY (page, n)
) WITHOUT ROWID;
CREATE INDEX mention_form ON mention (form) WHERE form IS NOT NULL;
CREATE TABLE shorter (
  page INTEGER NOT NULL, fuller INTEGER NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (page, fuller, name)
) WITHOUT ROWID;
CREATE INDEX shorter_name ON shorter (name);
CREATE TABLE fact (
  page INTEGER NOT NULL, n INTEGER NOT NULL, i INTEGER NOT NULL, said INTEGER NOT NULL, key TEXT NOT NULL,
  part TEXT, type TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL, confidence REAL,
  PRIMARY KEY (page, n, i)
) WITHOUT ROWID;
CREATE TABLE entity (
  root INTEGER PRIMARY KEY, name TEXT NOT NULL, aliases TEXT NOT NULL, count INTEGER NOT NULL, pages INTEGER NOT NULL,
  uri TEXT, kind TEXT, owner TEXT, owner_page INTEGER, owner_start INTEGER, place TEXT, since TEXT
);
CREATE TABLE sidecar (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, names TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE touched (name INTEGER PRIMARY KEY);
CREATE VIRTUAL TABLE words USING fts5 (text, content='', contentless_delete=1, detail=none, tokenize='ascii');
PRAGMA application_id = ${applicationId};
PRAGMA user_version = ${tablesVersion};
`

export function makeTables(sqlite: Sqlite): void {
  sqlite.transaction(() => sqlite.exec(tables))
}

/** What keeps a database from being used; `undefined` where nothing does. Throws where SQLite cannot read it. */
export function faultOf(sqlite: Sqlite): 'empty' | 'older' | 'newer' | undefined {
  const [version = 0] = sqlite.row('PRAGMA user_version') ?? []
  const [tableCount = 0] = sqlite.row('SELECT count(*) FROM sqlite_schema') ?? []
  if (tableCount === 0) return 'empty'
  if (version === tablesVersion) return undefined
  return Number(version) < tablesVersion ? 'older' : 'newer'
}
