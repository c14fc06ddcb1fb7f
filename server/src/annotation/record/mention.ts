/** Mentions: spans with a type, suggested by a recogniser or decided by a person. */
import { hull, type Span } from '../../text/span.ts'
import type { SpanRecord, Status } from './record.ts'

export interface Mention {
  /**
   * Source spans in reading order, at least one. A name cut by a column break is one span, break
   * included; one that another block cuts has several.
   */
  readonly spans: readonly Span[]
  /** Name of a type in the schema. */
  readonly type: string
  readonly status: Status
  /** The name as it is read: pieces joined, line breaks left out. */
  readonly text: string
  /** Index in `page.articles`, `undefined` for a mention outside all articles. */
  readonly article: number | undefined
  /** Which recogniser found it, for "why": `date`, `quoted name`, … */
  readonly source: string
  /** Offset in the source of the same name, where that one is why this was found. */
  readonly sameAs?: number
  /** 0 to 1, as far as the recogniser knows. */
  readonly confidence: number
  /** What a person has decided of it; `undefined` for a suggestion. */
  readonly record?: SpanRecord
}

/** The source span from a mention's first to its last character. */
export function mentionSpan({ spans }: Mention): Span {
  const [first] = spans
  // Asked of each of ten thousands again and again: most have one span, and that is made already.
  if (first !== undefined && spans.length === 1) return first
  return hull(spans) ?? nowhere
}

const nowhere: Span = { start: 0, end: 0 }
