/** Records for tests, from marked texts. */
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { describeSpans, headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import type { Sidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import type { Span } from '../../server/src/text/span.ts'
import { parseMarked } from '../marked.ts'

/** An accepted mention of `text`, with nothing that it does not need. */
export function spanRecord(
  text: string,
  spans: readonly Span[],
  type = 'Place',
  id = 'A',
): SpanRecord {
  return { kind: 'span', id, ...describeSpans(textView(text), spans), type, status: 'accepted' }
}

/** One record for each mark, ids `A`, `B`, … in order, and the page's text. */
export function markedSidecar(marked: string): {
  readonly text: string
  readonly sidecar: Sidecar
} {
  const { text, spans } = parseMarked(marked)
  const records = spans.map((span, i) =>
    spanRecord(text, [span], span.type, String.fromCharCode(65 + i)),
  )
  return { text, sidecar: { header: headerOf(textView(text), 'page.txt'), records, broken: [] } }
}
