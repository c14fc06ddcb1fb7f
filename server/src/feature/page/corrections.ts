/** The corrections of a page's text: what the source said and what the page says now. */
import type { CorrectionRecord } from '../../annotation/record/record.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import { hull, type Span } from '../../text/span.ts'

export interface CorrectionEntry {
  readonly record: CorrectionRecord
  /** In the page; empty where its place is lost. */
  readonly span: Span
  /** What stands there. */
  readonly now: string
}

/** In the order of the page; those without a place first. */
export function corrections({ annotations, text }: Document): readonly CorrectionEntry[] {
  return annotations.records
    .flatMap(({ record, spans, lost }): readonly CorrectionEntry[] => {
      if (record.kind !== 'correction') return []
      const start = lost?.start ?? 0
      const span = hull(spans) ?? { start, end: start }
      return [{ record, span, now: text.slice(span.start, span.end) }]
    })
    .sort((a, b) => a.span.start - b.span.start)
}
