/** Entities of a corpus as records for other programs. */
import type { Corpus } from '../../corpus/snapshot/model.ts'
import type { LinkedEntity as Entity } from '../../entity/model.ts'

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
  return corpus.entities.map((entity) => record(entity))
}

function record({ id, type, name, aliases, mentions }: Entity): EntityRecord {
  return { id, type, name, aliases, count: mentions.length }
}
