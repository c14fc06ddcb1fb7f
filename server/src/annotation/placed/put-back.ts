/** Records put back where they were in an earlier text, as undo does: at their old place, carried through the edits since. */
import { noChanges, replacedIn, spanThrough } from '../../text/changes.ts'
import { overlaps } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import type { Moment, PlacedRecord, Was } from '../record/placed-record.ts'
import { isAnchored } from '../record/record.ts'
import { describeSpans, headerOf } from '../record/selectors.ts'
import { asItWas, isDoubtful, takesText, withDoubt } from './moved.ts'
import { type Past, sinceMoment } from './past.ts'
import { type Annotations, type PutContext, placeSidecar, withPlaced } from './placed.ts'

export interface PutBack {
  /** With spans in the text of the moment. */
  readonly placed: PlacedRecord
  readonly in: Moment
  /** Hash of that text. */
  readonly sha256: string
  /** The last step of the page's past at which it was there. */
  readonly until: number
}

/** By id, in the place of the record that the page has. */
export function withPutBack(
  annotations: Annotations,
  back: readonly PutBack[],
  context: PutContext & { readonly past: Past },
): Annotations {
  const ids = new Set(back.map(({ placed }) => placed.record.id))
  const others = annotations.records.filter(
    ({ record }) => !ids.has(record.id) && takesText(record) && !isDoubtful(record),
  )
  const placed = back.map((each): PlacedRecord => {
    const exact = atItsPlace(each, context)
    const found = exact ?? reanchored(each, context)
    // Nobody may have come to its own characters but later; what was found may be another's place.
    const isTaken = others.some(
      ({ since = 0, spans }) =>
        (exact === undefined || since > each.until) &&
        spans.some((a) => found.spans.some((b) => overlaps(a, b))),
    )
    if (!isTaken || !takesText(found.record)) return found
    const was = found.was ?? wasOf(each)
    return { ...found, record: withDoubt(found.record, 'moved'), was }
  })
  return withPlaced(annotations, placed)
}

/** Where all of its characters are still there. */
function atItsPlace(
  { placed, in: moment, sha256 }: PutBack,
  { past, view }: PutContext & { readonly past: Past },
): PlacedRecord | undefined {
  const changes = moment === past.now ? noChanges : sinceMoment(past, moment)?.changes
  const whole = asItWas(placed, past)
  const { record, spans } = whole ?? placed
  if (whole === undefined) {
    if (changes === undefined) return undefined
    if (spans.some((span) => replacedIn(changes, span).length > 0)) return undefined
    if (changes.length === 0) return placed
  }
  if (!isAnchored(record)) return placed
  if (spans.length === 0) {
    const lost = placed.lost && changes && spanThrough(changes, placed.lost)
    return { ...placed, of: placed.of ?? sha256, ...defined({ lost }) }
  }
  const now = whole?.spans ?? spans.map((span) => spanThrough(changes ?? noChanges, span))
  const { of: _text, ...rest } = record
  const { since, was } = whole ?? placed
  return {
    record: { ...rest, ...describeSpans(view, now) },
    spans: now,
    ...defined({ since, was }),
  }
}

/** By a diff of the old text. */
function reanchored(
  back: PutBack,
  { view, page, textOf = () => undefined }: PutContext,
): PlacedRecord {
  const { placed, in: moment, sha256 } = back
  const { record, since } = placed
  if (!isAnchored(record)) return placed
  const sidecar = {
    header: headerOf(view, page),
    records: [{ ...record, of: record.of ?? sha256 }],
    broken: [],
  }
  const known = (hash: string) => (hash === sha256 ? moment.text : textOf(hash))
  const [found = placed] = placeSidecar(sidecar, view, { page, textOf: known }).records
  return { ...found, was: placed.was ?? wasOf(back), ...defined({ since }) }
}

function wasOf({ placed: { record, spans }, in: moment, until }: PutBack): Was {
  return { in: moment, record, spans, until }
}
