/** Indexing without other processes and without a disk, for tests. */
import assert from 'node:assert/strict'
import type { Analyser } from '../../../server/src/corpus/analysis/analysis.ts'
import { IndexedPageReader } from '../../../server/src/corpus/indexing/read-page.ts'
import type { IndexingMeans } from '../../../server/src/corpus/indexing/update-index.ts'
import type { Files } from '../../../server/src/disk/files.ts'
import { openSqlite, type Sqlite } from '../../../server/src/index/database/sqlite.ts'
import { makeTables } from '../../../server/src/index/database/tables.ts'
import { lexicon } from '../../lexicon.ts'

export async function emptyIndex(): Promise<Sqlite> {
  const sqlite = await openSqlite(':memory:')
  assert.ok(sqlite !== undefined)
  makeTables(sqlite)
  return sqlite
}

/** A file has the same stamp as long as it has the same bytes. */
export function meansOf(files: Files, analyser: Analyser): IndexingMeans {
  return {
    cwd: '/corpus',
    files,
    async stampOf(uri) {
      const answer = await files.read(uri)
      return answer.kind === 'file' ? Buffer.from(answer.bytes).toString('base64') : '-'
    },
    readPages: (orders, names) => new IndexedPageReader(files, analyser, names).read(orders),
    lexicon: () => lexicon,
    maker: '1',
    progress: () => undefined,
  }
}
