/** Everything an editor decorates on a page: mentions with type and status, and unsure joins. */
import { mentionSpan, type Status } from '../annotation/model.ts'
import type { Document } from '../corpus/model.ts'
import { byPosition, type Span } from '../text/span.ts'
import { isShown, type Shown } from './shown.ts'
import { splitLines } from './split-lines.ts'

export interface MarkedMention {
  /** One span per line and fragment, in source order within each fragment. */
  readonly spans: readonly Span[]
  readonly type: string
  readonly status: Status
  readonly unsure?: true
  readonly doubt?: true
}

export interface PageMarks {
  readonly marks: readonly MarkedMention[]
  readonly unsureJoins: readonly { readonly from: Span; readonly to: Span }[]
}

/** Rejected mentions are marks too: whether they are shown is the editor's choice. */
export function marks(document: Document, shown: Shown): PageMarks {
  return {
    marks: document.mentionsSoFar
      .filter((mention) => isShown(mention, shown))
      .toSorted((a, b) => byPosition(mentionSpan(a), mentionSpan(b)))
      .map(({ spans, type, status, record }) => ({
        spans: spans.flatMap((span) => splitLines(document, span)),
        type,
        status,
        ...(record?.unsure === true ? { unsure: true } : {}),
        ...(record?.anchor === undefined ? {} : { doubt: true }),
      })),
    unsureJoins: document.page.unsureJoins.map(({ from, to }) => ({
      from: from.span,
      to: to.span,
    })),
  }
}
