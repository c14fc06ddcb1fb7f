/** Checks a sidecar against its page and schema: everything that a person should look at, by line. */

import type { Span } from '../../text/span.ts'
import { append } from '../../values/append.ts'
import { carried } from '../../values/carried.ts'
import { oncePer } from '../../values/once-per.ts'
import { sentence } from '../../values/sentence.ts'
import { type AnnotationRecord, isAnchored, type SpanRecord } from '../record/record.ts'
import { quoteAt, type TextView } from '../record/selectors.ts'
import type { Schema } from '../schema/schema.ts'
import type { SidecarReading } from '../sidecar/sidecar.ts'
import { type CheckProblem, type ReportRecord, shown } from './check-problem.ts'
import { checkAttributes, checkRelation } from './check-schema.ts'

/** By line. Without `view` (the page is not there) texts are not compared. */
export function checkSidecar(
  sidecar: SidecarReading,
  view: TextView | undefined,
  schema: Schema,
): readonly CheckProblem[] {
  const { records, lines, header } = sidecar
  const problems: CheckProblem[] = [...sidecar.problems]
  if (view !== undefined && header !== undefined && header.sha256 !== view.sha256) {
    const template = 'The page has changed since this file was written.'
    problems.push({ kind: 'text changed', line: 1, ...sentence(template) })
  }
  const found = checkedAlone(records, view, schema)
  const mentions = relatedMentions(records)
  for (const [i, record] of records.entries()) {
    const line = lines[i] ?? 1
    const report: ReportRecord = (kind, template, ...values) => {
      problems.push({ kind, line, ...sentence(template, ...values), id: record.id })
    }
    for (const problem of found[i] ?? []) problems.push({ ...problem, line })
    if (record.kind === 'relation') checkRelation(record, mentions, schema, report)
  }
  if (schema.overlap !== true) append(problems, overlapping(records, lines))
  return problems.sort((a, b) => a.line - b.line)
}

type ProblemOfRecord = Omit<CheckProblem, 'line'>

/** What is wrong with each record whatever the others are: of ten thousand one action changes one. */
function checkedAlone(
  records: readonly AnnotationRecord[],
  view: TextView | undefined,
  schema: Schema,
): readonly (readonly ProblemOfRecord[])[] {
  return knownProblems(schema)(view ?? noView, records, (record) => {
    let problems: ProblemOfRecord[] | undefined
    checkRecord(record, view, schema, (kind, template, ...values) => {
      problems ??= []
      problems.push({ kind, ...sentence(template, ...values), id: record.id })
    })
    return problems ?? none
  })
}

const knownProblems = oncePer((_: Schema) =>
  carried<object, AnnotationRecord, readonly ProblemOfRecord[]>(),
)
const noView = {}
const none: readonly ProblemOfRecord[] = []

function checkRecord(
  record: AnnotationRecord,
  view: TextView | undefined,
  schema: Schema,
  report: ReportRecord,
): void {
  checkPlace(record, view, report)
  if (record.conflict !== undefined) {
    const keys = Object.keys(record.conflict).join(', ')
    report('conflict', 'Two people changed {0}; "conflict" has the other value.', keys)
  }
  if (record.kind === 'span') checkType(record, schema, report)
}

/** The records to which relations lead, by id. */
function relatedMentions(
  records: readonly AnnotationRecord[],
): ReadonlyMap<string, AnnotationRecord> {
  const ends = new Set<string>()
  for (const record of records) {
    if (record.kind === 'relation') ends.add(record.from).add(record.to)
  }
  const found = new Map<string, AnnotationRecord>()
  if (ends.size === 0) return found
  for (const record of records) if (ends.has(record.id)) found.set(record.id, record)
  return found
}

function checkPlace(
  record: AnnotationRecord,
  view: TextView | undefined,
  report: ReportRecord,
): void {
  if (!isAnchored(record)) return
  if (record.anchor === 'orphan') {
    report('orphan', 'No place for {0}.', shown(record.quote))
    return
  }
  if (record.anchor === 'moved') {
    report('moved', '{0} was found elsewhere; is this the place?', shown(record.quote))
  }
  if (record.anchor === 'changed') {
    report('changed', '{0} has become {1}.', shown(record.marked ?? []), shown(record.quote))
  }
  if (view === undefined || (record.of !== undefined && record.of !== view.sha256)) return
  const texts = record.at.map((range) => quoteAt(view, range))
  if (texts.every((text, i) => text === record.quote[i])) return
  report('quote', 'The page has {0} where {1} was marked.', shown(texts), shown(record.quote))
}

function checkType(record: SpanRecord, { types }: Schema, report: ReportRecord): void {
  const type = types.find(({ name }) => name === record.type)
  if (type === undefined) report('type', 'The schema has no type {0}.', shown([record.type]))
  else checkAttributes(record.attributes, type.attributes, report)
}

/** Mentions that overlap one before them; what is rejected or has no place overlaps nothing. */
function overlapping(
  records: readonly AnnotationRecord[],
  lines: readonly number[],
): readonly CheckProblem[] {
  const spans: (Span & { readonly record: SpanRecord; readonly line: number })[] = []
  for (const [i, record] of records.entries()) {
    if (record.kind !== 'span' || record.status === 'rejected') continue
    if (record.anchor === 'orphan') continue
    for (const [start, end] of record.at) spans.push({ start, end, record, line: lines[i] ?? 1 })
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const problems: CheckProblem[] = []
  let widest = spans[0]
  for (const span of spans.slice(1)) {
    if (widest !== undefined && span.start < widest.end && span.record !== widest.record) {
      const [one, other] = [shown(span.record.quote), shown(widest.record.quote)]
      const text = sentence('{0} overlaps {1} in line {2}.', one, other, String(widest.line))
      problems.push({ kind: 'overlap', line: span.line, ...text, id: span.record.id })
    }
    if (widest === undefined || span.end > widest.end) widest = span
  }
  return problems
}
