/** The types of annotation of all corpora with their names in the interface language. */
import { defaultSchema } from '../../annotation/schema/schema.ts'
import { uniteSchemas } from '../../annotation/schema/union.ts'
import type { Snapshot } from '../../corpus/snapshot/model.ts'
import { labelOf } from '../wording/messages.ts'

export interface TypeEntry {
  readonly name: string
  readonly label: string
}

/** Corpus by corpus in the order of their schemas, then those of the default schema that none has. */
export function types({ corpora }: Snapshot): readonly TypeEntry[] {
  const schema = uniteSchemas([...corpora.map((corpus) => corpus.schema), defaultSchema])
  return (schema ?? defaultSchema).types.map((type) => ({ name: type.name, label: labelOf(type) }))
}
