/** A sidecar brought to a page whose text changed: header, places, quotes and what is in doubt. */

import { defined } from '../../values/defined.ts'
import { type AnchoredRecord, type AnnotationRecord, isAnchored } from '../record/record.ts'
import { describeRanges, renewedHeader, type TextView } from '../record/selectors.ts'
import type { Sidecar } from '../sidecar/sidecar.ts'
import { type AnchorOptions, reanchor } from './anchor.ts'
import type { Anchoring } from './attempt.ts'

export interface Reanchored {
  /** Describes the new text. Broken lines and what is not anchored are as they were. */
  readonly sidecar: Sidecar
  /** By the record of the new sidecar. */
  readonly anchorings: ReadonlyMap<AnnotationRecord, Anchoring>
}

/** `page` is the file name, for a sidecar without header. */
export function reanchorSidecar(
  sidecar: Sidecar,
  view: TextView,
  page: string,
  textOf?: AnchorOptions['textOf'],
): Reanchored {
  const sha256 = sidecar.header?.sha256
  const found = reanchor(sidecar.records.filter(isAnchored), view, {
    sha256,
    ...defined({ textOf }),
  })
  const anchorings = new Map<AnnotationRecord, Anchoring>()
  let next = 0
  const records = sidecar.records.map((record) => {
    const anchoring = isAnchored(record) ? found[next++] : undefined
    if (anchoring === undefined || !isAnchored(record)) return record
    const moved = reanchored(record, anchoring, view)
    anchorings.set(moved, anchoring)
    return moved
  })
  const header = renewedHeader(sidecar.header, view, page)
  return { sidecar: { ...sidecar, header, records }, anchorings }
}

/**
 * The record as its answer says. One whose text changed keeps under `marked` what the person marked;
 * an orphan has that as its quote, and keeps its context, and with them the way back.
 */
export function reanchored(
  record: AnchoredRecord,
  { how, state, at }: Anchoring,
  view: TextView,
): AnchoredRecord {
  const { anchor, marked, of, ...rest } = record
  // Of ten thousand in the text they were made in, each is the object that it was.
  if (how === 'same' && state === 'kept' && marked === undefined && of === undefined) return record
  if (state === 'orphan') return { ...rest, quote: marked ?? rest.quote, anchor: 'orphan' }
  const place = describeRanges(view, at)
  if (state === 'kept') return { ...rest, ...place }
  const isMarked = marked === undefined || marked.every((each, i) => each === place.quote[i])
  if (state === 'moved' && isMarked) return { ...rest, ...place, anchor: 'moved' }
  return { ...rest, ...place, anchor: 'changed', marked: marked ?? record.quote }
}

/** The record as a person confirms it, in `ranges`: "put it here", "it is right as it is". */
export function confirmed(
  record: AnchoredRecord,
  ranges: AnchoredRecord['at'],
  view: TextView,
): AnchoredRecord {
  const { anchor, marked, of, ...rest } = record
  return { ...rest, ...describeRanges(view, ranges) }
}
