/** The door to SQLite: the only file that knows `node:sqlite`, which it loads when somebody opens a database. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

/** What a column may hold. */
export type Value = string | number | Uint8Array | null

/** What a Node that is too old is told, as one sentence. */
export const neededNode = `an index needs Node 22.16 or newer with SQLite in it, and this is Node ${process.versions.node}`

/** Opens the file, or makes it; `:memory:` is none. Rejects with SQLite's error. `undefined` where Node has no SQLite. */
export async function openSqlite(
  path: string,
  { readOnly = false } = {},
): Promise<Sqlite | undefined> {
  const module = await load()
  if (module === undefined) return undefined
  return new Sqlite(new module.DatabaseSync(path, { readOnly, timeout: 5000 }))
}

/** Statements are prepared once. Rows are lists of values, in the order in which the statement names them. */
export class Sqlite {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  /** Several statements without values. */
  exec(sql: string): void {
    this.#database.exec(sql)
  }

  /** The number of rows that changed. */
  run(sql: string, ...values: readonly SQLInputValue[]): number {
    return Number(this.#prepared(sql).run(...values).changes)
  }

  /** Inserts a row, and gives its number. */
  insert(sql: string, ...values: readonly SQLInputValue[]): number {
    return Number(this.#prepared(sql).run(...values).lastInsertRowid)
  }

  /** The first row. */
  row(sql: string, ...values: readonly SQLInputValue[]): readonly Value[] | undefined {
    const [row] = this.rows(sql, ...values)
    return row
  }

  rows(sql: string, ...values: readonly SQLInputValue[]): readonly (readonly Value[])[] {
    return asRows(this.#prepared(sql).all(...values))
  }

  /** Rows one by one: what nobody takes is not looked for. A statement of its own, so that two may be read at once. */
  *each(sql: string, ...values: readonly SQLInputValue[]): Generator<readonly Value[], void> {
    const statement = this.#database.prepare(sql)
    statement.setReturnArrays(true)
    for (const row of statement.iterate(...values)) yield asRow(row)
  }

  /** All or nothing. */
  transaction<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.exec('COMMIT')
      return result
    } catch (error) {
      // SQLite has rolled back by itself where the disk is full.
      if (this.#database.isTransaction) this.exec('ROLLBACK')
      throw error
    }
  }

  close(): void {
    this.#statements.clear()
    if (this.#database.isOpen) this.#database.close()
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    statement.setReturnArrays(true)
    this.#statements.set(sql, statement)
    return statement
  }
}

export function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : ''
}

export function numberOf(value: Value | undefined): number {
  return typeof value === 'number' ? value : 0
}

/** `undefined` for NULL. */
export function textOrNone(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** `undefined` for NULL. */
export function numberOrNone(value: Value | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined
}

export function bytesOf(value: Value | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array()
}

/** SQLite says so of a file that is damaged, or is no database. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  return code === corrupt || code === notADatabase
}

const corrupt = 11
const notADatabase = 26

function asRows(rows: readonly unknown[]): readonly (readonly Value[])[] {
  return rows.map(asRow)
}

/** With `setReturnArrays` each row is a list, which the types do not know. */
function asRow(row: unknown): readonly Value[] {
  return Array.isArray(row) ? row : []
}

async function load(): Promise<typeof import('node:sqlite') | undefined> {
  const { emitWarning } = process
  // Node 22 warns that the module is new: nobody who searches can do anything about it.
  process.emitWarning = () => undefined
  try {
    const module = await import('node:sqlite')
    return 'setReturnArrays' in module.StatementSync.prototype ? module : undefined
  } catch {
    return undefined
  } finally {
    process.emitWarning = emitWarning
  }
}
