/** Everything an editor decorates on a page: mentions with type and status, and unsure joins. */
import type { Document } from '../../corpus/snapshot/model.ts'
import type { Span } from '../../text/span.ts'
import { isShown, type Shown } from '../looking/shown.ts'
import { type MarkedMention, markedMention } from './marked.ts'

export interface PageMarks {
  readonly marks: readonly MarkedMention[]
  readonly unsureJoins: readonly { readonly from: Span; readonly to: Span }[]
}

/** Rejected mentions are marks too: whether they are shown is the editor's choice. */
export function marks(document: Document, shown: Shown): PageMarks {
  return {
    marks: document.mentionsSoFar
      .filter((mention) => isShown(mention, shown))
      .map((mention) => markedMention(document, mention)),
    unsureJoins: document.page.unsureJoins.map(({ from, to }) => ({
      from: from.span,
      to: to.span,
    })),
  }
}
