/** Putting an accepted mention on its page: what has to make room for it, and what becomes of relations. */

import type { Mention } from '../../annotation/record/mention.ts'
import type { RelationRecord, SpanRecord } from '../../annotation/record/record.ts'
import { nameOf } from '../../annotation/record/record-name.ts'
import { describeSpans } from '../../annotation/record/selectors.ts'
import { isKindOf, type Schema } from '../../annotation/schema/schema.ts'
import type { Document, PageEdit, PageOfCorpus } from '../../corpus/snapshot/model.ts'
import { overlaps, type Span, sameSpan } from '../../text/span.ts'
import { sameJson } from '../../values/json.ts'
import { t } from '../wording/messages.ts'

export interface Placed {
  readonly edit: PageEdit
  /** What the person should know: relations that did not fit any more. */
  readonly message?: string
}

/**
 * The edit that puts `record` at `spans`. In a flat schema accepted mentions that it overlaps are
 * dropped; so is a rejection of the same type at the same place. Relations of a dropped mention go to
 * the record where that has the same name or `replaces` it, else with it; so do those whose ends the
 * schema does not allow for the record's type.
 */
export function placed(
  { corpus, document }: PageOfCorpus,
  record: SpanRecord,
  spans: readonly Span[],
  replaces: readonly Mention[] = [],
): Placed {
  const rivals = [
    ...replaces,
    ...document.decided.filter(
      (each) =>
        each.status === 'rejected' && each.type === record.type && sameSpans(each.spans, spans),
    ),
    ...(corpus.schema.overlap === true ? [] : overlapped(document, spans)),
  ].flatMap((each) => each.record ?? [])
  const dropped = new Map(
    rivals.flatMap((each) => (each.id === record.id ? [] : [[each.id, each]])),
  )
  const replaced = new Set(replaces.map((each) => each.record?.id))
  const heirs = new Map<string, string | undefined>()
  for (const [id, each] of dropped) {
    const isSame = replaced.has(id) || nameOf(each) === nameOf(record)
    heirs.set(id, isSame ? record.id : undefined)
  }
  const relations = relationsAfter(document, record, heirs, corpus.schema)
  return {
    edit: {
      uri: document.uri,
      put: [record, ...relations.put],
      drop: [...dropped.keys(), ...relations.drop],
    },
    ...(relations.drop.length === 0
      ? {}
      : { message: t('Relations dropped: {0}', relations.drop.length) }),
  }
}

/** Mentions with a record, not rejected, a piece of which overlaps one of the spans. */
export function overlapped(document: Document, spans: readonly Span[]): readonly Mention[] {
  return document.decided.filter(
    (each) =>
      each.status !== 'rejected' &&
      each.spans.some((piece) => spans.some((span) => overlaps(piece, span))),
  )
}

export function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return (
    a.length === b.length && a.every((span, i) => sameSpan(span, b[i] ?? { start: -1, end: -1 }))
  )
}

/**
 * The record with another place, of which nothing is in doubt; a piece of which nothing is left is none. A reading of
 * other text says nothing.
 */
export function movedTo(
  record: SpanRecord,
  { view }: Document,
  spans: readonly Span[],
): SpanRecord {
  const { anchor: _doubt, marked: _old, of: _text, reading, ...rest } = record
  const place = describeSpans(
    view,
    spans.filter(({ start, end }) => start < end),
  )
  const isSame = reading !== undefined && nameOf(place) === nameOf(record)
  return { ...rest, ...place, ...(isSame ? { reading } : {}) }
}

/** Relations of a page in which a mention is. */
export function relationsOf({ annotations }: Document, id: string): readonly RelationRecord[] {
  return annotations.records.flatMap(({ record }) =>
    record.kind === 'relation' && (record.from === id || record.to === id) ? [record] : [],
  )
}

/** `heirs`: by the id of a dropped mention that of the one which takes its relations. */
function relationsAfter(
  document: Document,
  record: SpanRecord,
  heirs: ReadonlyMap<string, string | undefined>,
  schema: Schema,
): { readonly put: readonly RelationRecord[]; readonly drop: readonly string[] } {
  const put: RelationRecord[] = []
  const drop: string[] = []
  const heirOf = (id: string): string | undefined => (heirs.has(id) ? heirs.get(id) : id)
  for (const id of new Set([...heirs.keys(), record.id])) {
    for (const relation of relationsOf(document, id)) {
      if (put.some((each) => each.id === relation.id) || drop.includes(relation.id)) continue
      const [from, to] = [heirOf(relation.from), heirOf(relation.to)]
      const isLost = from === undefined || to === undefined || from === to
      if (isLost || !isAllowed({ ...relation, from, to }, record, schema)) drop.push(relation.id)
      else if (from !== relation.from || to !== relation.to) put.push({ ...relation, from, to })
    }
  }
  return { put, drop }
}

function isAllowed(relation: RelationRecord, record: SpanRecord, schema: Schema): boolean {
  const definition = schema.relations?.find(({ name }) => name === relation.type)
  return (['from', 'to'] as const).every((end) => {
    const allowed = definition?.[end]
    return (
      relation[end] !== record.id ||
      allowed === undefined ||
      allowed.some((type) => isKindOf(schema, record.type, type))
    )
  })
}

/** Whether an edit would leave the page as it is, authors and times aside. */
export function changesNothing(before: SpanRecord | undefined, after: SpanRecord): boolean {
  if (before === undefined) return false
  const { who: _who, when: _when, ...rest } = after
  return sameJson({ ...rest }, withoutAuthor(before))
}

function withoutAuthor({ who: _who, when: _when, ...rest }: SpanRecord) {
  return { ...rest }
}
