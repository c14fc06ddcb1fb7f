/** Checks a sidecar against its page and schema: everything that a person should look at, by line. */
import type { Span } from '../text/span.ts'
import { type CheckProblem, type ReportRecord, shown } from './check-problem.ts'
import { checkAttributes, checkRelation } from './check-schema.ts'
import { type AnnotationRecord, isAnchored, type SpanRecord } from './record.ts'
import type { Schema } from './schema.ts'
import { quoteAt, type TextView } from './selectors.ts'
import type { SidecarReading } from './sidecar.ts'

/** By line. Without `view` (the page is not there) texts are not compared. */
export function checkSidecar(
  sidecar: SidecarReading,
  view: TextView | undefined,
  schema: Schema,
): readonly CheckProblem[] {
  const { records, lines, header } = sidecar
  const problems: CheckProblem[] = [...sidecar.problems]
  if (view !== undefined && header !== undefined && header.sha256 !== view.sha256) {
    const message = 'The page has changed since this file was written.'
    problems.push({ kind: 'text changed', line: 1, message })
  }
  const byId = new Map(records.map((record) => [record.id, record]))
  for (const [i, record] of records.entries()) {
    const report = (kind: CheckProblem['kind'], message: string): void => {
      problems.push({ kind, line: lines[i] ?? 1, message, id: record.id })
    }
    checkPlace(record, view, report)
    if (record.conflict !== undefined) {
      const keys = Object.keys(record.conflict).join(', ')
      report('conflict', `Two people changed ${keys}; "conflict" has the other value.`)
    }
    if (record.kind === 'span') checkType(record, schema, report)
    if (record.kind === 'relation') checkRelation(record, byId, schema, report)
  }
  if (schema.overlap !== true) problems.push(...overlapping(records, lines))
  return problems.sort((a, b) => a.line - b.line)
}

function checkPlace(
  record: AnnotationRecord,
  view: TextView | undefined,
  report: ReportRecord,
): void {
  if (!isAnchored(record)) return
  if (record.anchor === 'orphan') {
    report('orphan', `No place for ${shown(record.quote)}.`)
    return
  }
  if (record.anchor === 'moved') {
    report('moved', `${shown(record.quote)} was found elsewhere; is this the place?`)
  }
  if (record.anchor === 'changed') {
    report('changed', `${shown(record.marked ?? [])} has become ${shown(record.quote)}.`)
  }
  if (view === undefined || (record.of !== undefined && record.of !== view.sha256)) return
  const texts = record.at.map((range) => quoteAt(view, range))
  if (texts.every((text, i) => text === record.quote[i])) return
  report('quote', `The page has ${shown(texts)} where ${shown(record.quote)} was marked.`)
}

function checkType(record: SpanRecord, { types }: Schema, report: ReportRecord): void {
  const type = types.find(({ name }) => name === record.type)
  if (type === undefined) report('type', `The schema has no type ${shown([record.type])}.`)
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
      const other = `${shown(widest.record.quote)} in line ${widest.line}`
      const message = `${shown(span.record.quote)} overlaps ${other}.`
      problems.push({ kind: 'overlap', line: span.line, message, id: span.record.id })
    }
    if (widest === undefined || span.end > widest.end) widest = span
  }
  return problems
}
