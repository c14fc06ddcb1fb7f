/** What a person should look at: annotations in doubt, against the schema, and faults of the sidecar. */
import { checkSidecar } from '../../annotation/check/check.ts'
import type { CheckProblem } from '../../annotation/check/check-problem.ts'
import { sidecarOf } from '../../annotation/placed/placed.ts'
import type { PlacedRecord } from '../../annotation/record/placed-record.ts'
import { type AnnotationRecord, isAnchored } from '../../annotation/record/record.ts'
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import { hull, type Span } from '../../text/span.ts'
import { t } from '../wording/messages.ts'

export interface PageDiagnostic {
  readonly span: Span
  /** `orphan`, `changed`, `moved`, `conflict`, `type`, `attribute`, `relation`, `overlap`. */
  readonly code: string
  readonly message: string
  /** Of the record. */
  readonly id: string
}

/** A fault in the file itself. */
export interface SidecarDiagnostic {
  /** Zero-based. */
  readonly line: number
  readonly code: string
  readonly message: string
}

export interface Diagnostics {
  readonly page: readonly PageDiagnostic[]
  readonly sidecar: readonly SidecarDiagnostic[]
}

export function diagnostics({ corpus, document }: PageOfCorpus): Diagnostics {
  const { annotations, saved, view } = document
  if (annotations.records.length === 0 && annotations.problems.length === 0) return none
  // While there are unsaved edits the stored places are those of another text: spans are looked at.
  const { header, records, broken } = saved
    ? sidecarOf(annotations, view, '')
    : { ...annotations, records: annotations.records.map(({ record }) => record) }
  const reading = { header, records, broken, lines: [], problems: [] }
  const problems = checkSidecar(reading, saved ? view : undefined, corpus.schema)
  const placed = placedWith(problems, annotations.records)
  return {
    page: problems.flatMap(({ kind, template, values, id }): PageDiagnostic[] => {
      const at = id === undefined ? undefined : placed.get(id)
      if (id === undefined || at === undefined) return []
      const span = hull(at.spans) ?? at.lost ?? hull(at.places?.[0] ?? []) ?? relatedSpan(at.record)
      return [{ span, code: kind, message: t(template, ...values), id }]
    }),
    sidecar: annotations.problems.map(({ kind, line, template, values }) => ({
      line: line - 1,
      code: kind,
      message: t(template, ...values),
    })),
  }

  /** A relation is shown where it begins. */
  function relatedSpan(record: AnnotationRecord): Span {
    const from = record.kind === 'relation' ? placed.get(record.from) : undefined
    const start = isAnchored(record) ? Math.min(record.at[0]?.[0] ?? 0, document.text.length) : 0
    return hull(from?.spans ?? []) ?? { start, end: start }
  }
}

/** The records that have a problem, and those at which relations with a problem begin, by id. */
function placedWith(
  problems: readonly CheckProblem[],
  records: readonly PlacedRecord[],
): ReadonlyMap<string, PlacedRecord> {
  const found = new Map<string, PlacedRecord>()
  if (problems.length === 0) return found
  const ids = new Set(problems.map(({ id }) => id))
  for (const { record } of records) {
    if (record.kind === 'relation' && ids.has(record.id)) ids.add(record.from)
  }
  for (const each of records) if (ids.has(each.record.id)) found.set(each.record.id, each)
  return found
}

const none: Diagnostics = { page: [], sidecar: [] }
