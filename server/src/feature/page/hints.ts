/** Inlay hints: where a text stops and perhaps goes on elsewhere, which no one has confirmed. */
import type { Document } from '../../corpus/snapshot/model.ts'
import { type Span, sliceSpan } from '../../text/span.ts'
import { oneLine } from '../wording/markdown.ts'
import { t } from '../wording/messages.ts'

export interface Hint {
  /** Where it is shown: behind the text that stops. */
  readonly offset: number
  readonly label: string
  /** Where the text perhaps goes on, to jump to. */
  readonly target: Span
}

/** As many characters of the continuation as tell it from others. */
const shown = 8

export function hints(document: Document, within: Span): readonly Hint[] {
  return document.page.unsureJoins
    .filter(({ from }) => within.start <= from.span.end && from.span.end <= within.end)
    .map(({ from, to }) => ({
      offset: from.span.end,
      label: t('⤷ continues: “{0}”?', oneLine(sliceSpan(document.text, to.span), shown)),
      target: to.span,
    }))
}
