/** Faults of sidecars by file and line, for people and for continuous integration. */

import { checkSidecar } from '../../annotation/check/check.ts'
import { readEntities } from '../../annotation/entities/entities-text.ts'
import { textView } from '../../annotation/record/selectors.ts'
import { readSidecar } from '../../annotation/sidecar/sidecar.ts'
import type { SidecarOfPath, SidecarsOfPaths } from '../../corpus/paths/sidecars-of-paths.ts'
import { sentence } from '../../values/sentence.ts'

/** The order of the keys is part of the output. */
export interface FaultRecord {
  readonly file: string
  /** One-based. */
  readonly line: number
  /** `duplicate id`, `broken line`, `quote`, `orphan`, `type`, `page`, `corpus.json`, … */
  readonly kind: string
  /** English, one sentence. */
  readonly message: string
  /** Of the record, where it is one. */
  readonly id: string | null
}

/** Mistakes in corpus.json first, then what is said of entities, then sidecars in their order, by line. */
export function checkSidecars({
  sidecars,
  entities,
  faults,
}: SidecarsOfPaths): readonly FaultRecord[] {
  const inConfig = faults.map(
    ({ shown: file, line, message }): FaultRecord => ({
      file,
      line,
      kind: 'corpus.json',
      message,
      id: null,
    }),
  )
  return [...inConfig, ...entities.flatMap(checkEntities), ...sidecars.flatMap(check)]
}

function checkEntities({ shown: file, text }: Pick<SidecarOfPath, 'shown' | 'text'>) {
  const { problems, records } = readEntities(text)
  const conflicts = records.filter(({ conflict }) => conflict !== undefined)
  return [
    ...problems.map(({ line, kind, message }) => ({ file, line, kind, message, id: null })),
    ...conflicts.map(({ id, conflict }) => {
      const line = text.split('\n').findIndex((each) => each.includes(JSON.stringify(id))) + 1
      const { message } = sentence(twoSides, Object.keys(conflict ?? {}).join(', '))
      return { file, line, kind: 'conflict', message, id }
    }),
  ].toSorted((a, b) => a.line - b.line)
}

const twoSides = 'Two people changed {0}; "conflict" has the other value.'

function check({
  shown: file,
  text,
  page,
  renamed,
  config,
}: SidecarOfPath): readonly FaultRecord[] {
  const view = page === undefined ? undefined : textView(page)
  const none = 'There is no text file that this file describes.'
  const message =
    renamed.length === 0
      ? none
      : `${none} Its text is that of ${renamed.join(', ')}: rename this file as that one is named.`
  const problems = checkSidecar(readSidecar(text), view, config.schema)
  return [
    ...(page === undefined ? [{ file, line: 1, kind: 'page', message, id: null }] : []),
    ...problems.map(({ kind, line, message, id }) => ({
      file,
      line,
      kind,
      message,
      id: id ?? null,
    })),
  ]
}
