/** The types of annotation with their names in the interface language. */
import { defaultSchema } from '../annotation/schema.ts'
import type { Snapshot } from '../corpus/model.ts'
import { typeLabel } from './messages.ts'

export interface TypeEntry {
  readonly name: string
  readonly label: string
}

/** Those of the default schema first, then those that only some corpus has. */
export function types({ corpora }: Snapshot): readonly TypeEntry[] {
  const labels = new Map<string, string>()
  for (const schema of [defaultSchema, ...corpora.map((corpus) => corpus.schema)]) {
    for (const type of schema.types) {
      if (!labels.has(type.name)) labels.set(type.name, typeLabel(type))
    }
  }
  return [...labels].map(([name, label]) => ({ name, label }))
}
