/** How far people are with a page: untouched, in progress, done, or done with what is stale by now. */

import { createHash } from 'node:crypto'
import type { Annotations } from '../../annotation/placed/placed.ts'
import { type Done, doneOf } from '../../annotation/record/page-corrections.ts'
import { isAnchored } from '../../annotation/record/record.ts'
import type { AttributeDefinition, Schema } from '../../annotation/schema/schema.ts'
import type { PageOfCorpus, Snapshot } from '../../corpus/snapshot/model.ts'
import { findPage } from '../../corpus/snapshot/model.ts'
import type { PageProgress, PageState } from '../../protocol.ts'
import { oncePer } from '../../values/once-per.ts'

/** With which pages are done now. */
export interface Versions {
  readonly recogniser: string
}

/** Of the pages with these uris, of all pages without any. */
export function pageStates(
  snapshot: Snapshot,
  uris: readonly string[] | undefined,
  versions: Versions,
): readonly PageState[] {
  const places =
    uris?.flatMap((uri) => findPage(snapshot, uri) ?? []) ??
    snapshot.corpora.flatMap((corpus) => corpus.documents.map((document) => ({ corpus, document })))
  return places.map((place) => ({
    uri: place.document.uri,
    progress: pageProgress(place, versions),
    orphans: factsOf(place.document.annotations.records).orphans,
  }))
}

/** How many pages are done since a time in ISO 8601, whoever said so. */
export function doneSince({ corpora }: Snapshot, since: string): number {
  const from = Date.parse(since)
  const all = corpora.flatMap(({ documents }) => documents)
  return all.filter(({ annotations: { records } }) => {
    const when = Date.parse(factsOf(records).done?.when ?? '')
    return when >= from
  }).length
}

export function pageProgress({ corpus, document }: PageOfCorpus, versions: Versions): PageProgress {
  const { done } = factsOf(document.annotations.records)
  if (done === undefined)
    return document.annotations.records.length > 0 ? 'inProgress' : 'untouched'
  const isStale =
    (done.schema !== undefined && done.schema !== schemaVersion(corpus.schema)) ||
    (done.recogniser !== undefined && done.recogniser !== versions.recogniser)
  return isStale ? 'stale' : 'done'
}

/** Twelve hexadecimal digits that change with what can be annotated: not with labels, keys and colours. */
export const schemaVersion = oncePer((schema: Schema): string => {
  const { types, relations = [], overlap = false } = schema
  const parts = [
    types
      .map(({ name, parent, attributes }) => [name, parent ?? '', attributesOf(attributes)])
      .sort(),
    relations
      .map(({ name, from, to, attributes }) => [name, from, to, attributesOf(attributes)])
      .sort(),
    overlap,
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)
})

function attributesOf(attributes: readonly AttributeDefinition[] = []) {
  return attributes.map(({ name, kind, choices = [] }) => [
    name,
    kind,
    choices.map((each) => each.name),
  ])
}

interface Facts {
  readonly done: Done | undefined
  readonly orphans: number
}

const factsOf = oncePer(
  (records: Annotations['records']): Facts => ({
    done: doneOf(records.map(({ record }) => record)),
    orphans: records.filter(({ record }) => isAnchored(record) && record.anchor === 'orphan')
      .length,
  }),
)
