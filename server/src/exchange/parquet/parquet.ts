/** A table as a Parquet file, written in groups of rows: the only file that knows `hyparquet-writer`. */
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import type { Span } from '../../text/span.ts'

/** A value that may be missing is `null` there. */
export type ParquetColumn<Row> = { readonly name: string } & (
  | { readonly kind: 'text'; value(row: Row): string | undefined }
  | { readonly kind: 'whole' | 'decimal'; value(row: Row): number | undefined }
  | { readonly kind: 'texts'; value(row: Row): readonly string[] }
  | { readonly kind: 'spans'; value(row: Row): readonly Span[] }
)

/** Rows that are compressed together: that many are in memory at once. */
const inGroup = 20_000

/** `add` and `end` give the next bytes of the file, in its order. */
export class ParquetTable<Row> {
  readonly #columns: readonly ParquetColumn<Row>[]
  readonly #inGroup: number
  readonly #bytes = new ByteWriter()
  readonly #writer: ParquetWriter
  #rows: Row[] = []

  constructor(columns: readonly ParquetColumn<Row>[], createdBy: string, rows = inGroup) {
    this.#columns = columns
    this.#inGroup = rows
    const root = { name: 'root', num_children: columns.length }
    const schema = [root, ...columns.flatMap(elementsOf)]
    this.#writer = new ParquetWriter({ writer: this.#bytes, schema, createdBy })
  }

  /** Nothing until a group is full. */
  add(row: Row): Uint8Array | undefined {
    this.#rows.push(row)
    if (this.#rows.length < this.#inGroup) return undefined
    this.#writeGroup()
    return this.#taken()
  }

  /** The last rows and the directory of the file. */
  end(): Uint8Array {
    if (this.#rows.length > 0) this.#writeGroup()
    this.#writer.finish()
    return this.#taken()
  }

  #writeGroup(): void {
    const rows = this.#rows
    this.#rows = []
    this.#writer.write({
      columnData: this.#columns.map((column) => ({
        name: column.name,
        data: rows.map((row) => column.value(row) ?? null),
      })),
      rowGroupSize: rows.length,
    })
  }

  /** What was written since the last time; places in the file go on. */
  #taken(): Uint8Array {
    const bytes = this.#bytes.getBytes().slice()
    this.#bytes.index = 0
    return bytes
  }
}

function elementsOf<Row>({ name, kind }: ParquetColumn<Row>): readonly SchemaElement[] {
  switch (kind) {
    case 'text':
      return [{ name, repetition_type: 'OPTIONAL', ...text }]
    case 'whole':
      return [{ name, repetition_type: 'OPTIONAL', type: 'INT32' }]
    case 'decimal':
      return [{ name, repetition_type: 'OPTIONAL', type: 'DOUBLE' }]
    case 'texts':
      return [...listOf(name), { name: 'element', repetition_type: 'REQUIRED', ...text }]
    case 'spans':
      return [
        ...listOf(name),
        { name: 'element', repetition_type: 'REQUIRED', num_children: 2 },
        { name: 'start', repetition_type: 'REQUIRED', type: 'INT32' },
        { name: 'end', repetition_type: 'REQUIRED', type: 'INT32' },
      ]
  }
}

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const

/** The three levels of a list that every reader knows, without the innermost. */
function listOf(name: string): readonly SchemaElement[] {
  return [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  ]
}
