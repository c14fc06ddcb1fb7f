/** Reads Parquet files with DuckDB. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** `files` are written into `folder`; `FROM 'name'` in a query means one of them. Rows have their columns as keys. */
export async function duckdbReader(
  folder: string,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<(query: string) => Promise<readonly unknown[]>> {
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  return async (query) => {
    const placed = query.replace(/'([\w-]+\.parquet)'/g, (_, name) => `'${join(folder, name)}'`)
    return (await connection.runAndReadAll(placed)).getRowObjectsJson()
  }
}
