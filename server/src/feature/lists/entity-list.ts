/** Entities of a corpus as records for other programs. */
import type { Corpus } from '../../corpus/snapshot/model.ts'
import type { Entity } from '../../entity/model.ts'
import { entityTypes } from './entities.ts'

/** The order of the keys is part of the output. */
export interface EntityRecord {
  readonly id: string
  readonly type: string
  readonly name: string
  /** Other forms of the name, longest first. */
  readonly aliases: readonly string[]
  readonly count: number
}

/** By type in schema order, then by name. */
export function entityList(corpus: Corpus): readonly EntityRecord[] {
  return corpus.index.entities({ types: entityTypes(corpus) }).map((entity) => record(entity))
}

function record({ id, type, name, aliases, count }: Entity): EntityRecord {
  return { id, type, name, aliases, count }
}
