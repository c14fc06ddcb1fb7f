import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParquetColumn, ParquetTable } from '../../../server/src/exchange/parquet/parquet.ts'
import { duckdbReader } from './duckdb.ts'

interface Row {
  readonly name: string | undefined
  readonly count: number | undefined
  readonly share: number | undefined
  readonly aliases: readonly string[]
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

const columns: readonly ParquetColumn<Row>[] = [
  { name: 'name', kind: 'text', value: ({ name }) => name },
  { name: 'count', kind: 'whole', value: ({ count }) => count },
  { name: 'share', kind: 'decimal', value: ({ share }) => share },
  { name: 'aliases', kind: 'texts', value: ({ aliases }) => aliases },
  { name: 'spans', kind: 'spans', value: ({ spans }) => spans },
]

const full: Row = {
  name: '“暖心驿站”\n𠮷',
  count: 2_000_000_000,
  share: 0.125,
  aliases: ['驿站', '', '职工之家'],
  spans: [
    { start: 0, end: 3 },
    { start: 7, end: 9 },
  ],
}
const empty: Row = {
  name: undefined,
  count: undefined,
  share: undefined,
  aliases: [],
  spans: [],
}
const shown = ({ name, count, share, aliases, spans }: Row) => {
  return { name: name ?? null, count: count ?? null, share: share ?? null, aliases, spans }
}

describe('a Parquet table', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'biaozhu-parquet-'))
  })

  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  const read = async (rows: readonly Row[], inGroup: number) => {
    const table = new ParquetTable(columns, 'biaozhu version 1.2.3', inGroup)
    const pieces = rows.flatMap((row) => table.add(row) ?? [])
    const bytes = Buffer.concat([...pieces, table.end()])
    return { pieces, query: await duckdbReader(folder, { 'table.parquet': bytes }) }
  }

  it('is read by DuckDB as it was written: Chinese, lists, numbers and what is missing', async () => {
    const { query } = await read([full, empty, full], 100)
    assert.deepEqual(await query("SELECT * FROM 'table.parquet'"), [full, empty, full].map(shown))
  })

  it('gives away each group of rows when it is full', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => ({
      ...(i % 3 === 0 ? empty : full),
      count: i,
      name: `第${i}届`,
    }))
    const { pieces, query } = await read(rows, 300)
    assert.deepEqual([pieces.length, pieces.every(({ length }) => length > 0)], [3, true])
    assert.deepEqual(
      await query(
        "SELECT DISTINCT row_group_id AS id, row_group_num_rows::INT AS n FROM parquet_metadata('table.parquet') ORDER BY 1",
      ),
      [300, 300, 300, 100].map((n, id) => ({ id: String(id), n })),
    )
    assert.deepEqual(await query("SELECT * FROM 'table.parquet'"), rows.map(shown))
  })

  it('may have no rows', async () => {
    const { query } = await read([], 100)
    assert.deepEqual(await query("SELECT * FROM 'table.parquet'"), [])
    const types = await query("SELECT column_type FROM (DESCRIBE FROM 'table.parquet')")
    assert.deepEqual(
      types.map((row) => Object.values(Object(row))[0]),
      ['VARCHAR', 'INTEGER', 'DOUBLE', 'VARCHAR[]', 'STRUCT("start" INTEGER, "end" INTEGER)[]'],
    )
  })
}).timeout(120_000)
