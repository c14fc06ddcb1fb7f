/** The annotations of a page, and what is remembered of its past, after its text has become another one. */

import { type Claim, granted } from '../../annotation/anchor/claims.ts'
import {
  asThen,
  type Dated,
  isDoubtful,
  moveAnnotations,
  withDoubt,
} from '../../annotation/placed/moved.ts'
import { afterEdit, type Past, pastOf, recordsThen } from '../../annotation/placed/past.ts'
import {
  type Annotations,
  inItsPlace,
  isSamePlace,
  placeSidecar,
  sidecarOf,
  type TextOf,
} from '../../annotation/placed/placed.ts'
import type { PlacedRecord } from '../../annotation/record/placed-record.ts'
import { type AnnotationRecord, isAnchored } from '../../annotation/record/record.ts'
import type { TextView } from '../../annotation/record/selectors.ts'
import { type Edit, enclosingEdit } from '../../text/edit.ts'
import { containsSpan, overlaps, type Span } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import { withKeys } from '../../values/with-keys.ts'
import type { Content } from './document.ts'

export interface FollowContext {
  /** File name of the page. */
  readonly page: string
  readonly textOf: TextOf
}

/**
 * Annotations of one text where they are in another one that is not edited from it. With the `past` of
 * the first, what stood in what may have changed remembers how it was there.
 */
export function carried(
  annotations: Annotations,
  from: Content,
  to: Content,
  { page, textOf, past }: FollowContext & { readonly past?: Past },
): Annotations {
  if (from.text === to.text || annotations.records.length === 0) return annotations
  const view = from.analysis.view
  const { problems } = annotations
  const sidecar = { ...sidecarOf(annotations, view, page), problems }
  const found = placeSidecar(sidecar, to.analysis.view, { page, textOf: withText(view, textOf) })
  const { span: changed } = enclosingEdit(from.text, to.text)
  const records = found.records.map((each, i): PlacedRecord => {
    const { record, spans, since, was } = annotations.records[i] ?? each
    const isDoubted = isDoubtful(each.record) && !isDoubtful(record)
    const isTouched = isDoubted || spans.some((span) => overlaps(span, changed))
    const before =
      past !== undefined && isTouched
        ? { in: past.now, record, spans, until: past.step }
        : undefined
    return withKeys(each, defined({ since, was: was ?? before }))
  })
  return { ...found, records }
}

/** After edits of the first text that made the second one; `undefined` where nobody knows which. */
export function edited(
  dated: Dated,
  from: Content,
  to: Content,
  edits: readonly Edit[] | undefined,
  context: FollowContext,
): Dated {
  const { annotations, past } = dated
  if (edits === undefined) {
    const compared = carried(annotations, from, to, { ...context, past })
    const now = pastCompared(past, from, to.text, annotations.records)
    return { annotations: { ...compared, records: asThen(compared.records, now) }, past: now }
  }
  const moved = moveAnnotations(dated, edits, to.text)
  if (!edits.some(isReplacement) || recordsThen(moved.past) !== undefined) return moved
  // Where a passage was replaced as a whole, arithmetic knows nothing of what is the same in it.
  const others = carried(annotations, from, to, context)
  const [{ span, text } = noEdit] = edits.length === 1 ? edits : []
  const replaced = { start: span.start, end: span.start + text.length }
  return { ...moved, annotations: withFound(moved.annotations, others, replaced) }
}

const noEdit: Edit = { span: { start: 0, end: 0 }, text: '' }

/** UTF-16 units from which on a replaced text is a passage. */
const passage = 40

function isReplacement({ span, text }: Edit): boolean {
  return span.end - span.start >= passage && text.length >= passage
}

/**
 * Orphans of `annotations` as they are in `others`, where those have a place that nothing else has. A
 * name alone may be another one's: but where a passage was `replaced`, it is in doubt which one it is.
 */
export function withFound(
  annotations: Annotations,
  others: Annotations,
  replaced?: Span,
): Annotations {
  if (!hasLost(annotations)) return annotations
  const found = byId(others)
  const records = [...annotations.records]
  const claims = records.flatMap((each, index): Claim[] => {
    const { record, spans = [] } = isLost(each) ? (found.get(each.record.id) ?? {}) : {}
    const isHere = replaced !== undefined && spans.every((span) => containsSpan(replaced, span))
    // Its text as a whole, elsewhere: of a part of it the edits know more than their result.
    const isPart = record !== undefined && 'anchor' in record && record.anchor === 'changed'
    if (spans.length === 0 || (isPart && !isHere)) return []
    return [{ index, spans, score: 1, ...(isHere ? {} : { doubt: 'moved' }) }]
  })
  for (const { index, doubt } of granted(records, claims)) {
    const { record, was } = records[index] ?? {}
    const placed = found.get(record?.id ?? '')
    if (placed === undefined) continue
    records[index] = { ...placed, record: withDoubt(placed.record, doubt), ...defined({ was }) }
  }
  return { ...annotations, records }
}

/** Whether one of them has no place. */
export function hasLost({ records }: Annotations): boolean {
  return records.some(isLost)
}

function isLost({ record }: PlacedRecord): boolean {
  return 'anchor' in record && record.anchor === 'orphan'
}

/**
 * The past after a text that was not edited from the one before, but compared with it. `records` are those of the one
 * before.
 */
export function pastCompared(
  past: Past,
  before: Content | undefined,
  text: string,
  records: readonly PlacedRecord[],
): Past {
  if (before === undefined) return pastOf(text)
  if (before.text === text) return past
  const edit = enclosingEdit(before.text, text)
  const then = records.some(({ record }) => isDoubtful(record)) ? { records } : {}
  return afterEdit({ ...past, isUsed: true }, edit, { isExact: false, ...then })
}

/**
 * The annotations `read` from a sidecar, of the page that has `ours`; ids of those that nobody put
 * elsewhere. `isOther`: the sidecar describes another text, of which our edits know more than a diff.
 */
export function tookOver(
  read: Annotations,
  ours: Annotations,
  { isOther, since }: { readonly isOther: boolean; readonly since: number },
): { readonly annotations: Annotations; readonly kept: ReadonlySet<string> } {
  const known = byId(ours)
  const kept = new Set<string>()
  const records = read.records.map((each): PlacedRecord => {
    const before = known.get(each.record.id)
    if (before === undefined) return withKeys(each, { since })
    const isSame = isSamePlace(before, each)
    const isDerived = isOnlyDerived(before.record, each.record)
    if (isSame || (isDerived && isOther)) {
      kept.add(each.record.id)
      return inItsPlace(each.record, before)
    }
    // Another program did not find it where it was, but nobody put it there.
    const isLost = isDerived && isDoubtful(each.record)
    return withKeys(each, isLost ? defined({ since: before.since, was: before.was }) : { since })
  })
  return { annotations: { ...read, records }, kept }
}

/** `annotations` with the places that those of `ids` have in `others`. */
export function withPlacesOf(
  annotations: Annotations,
  others: Annotations,
  ids: ReadonlySet<string>,
): Annotations {
  const known = byId(others)
  const records = annotations.records.map((each) => {
    const other = ids.has(each.record.id) ? known.get(each.record.id) : undefined
    return other === undefined ? each : inItsPlace(each.record, other)
  })
  return { ...annotations, records }
}

/** Whether `read` has another place than ours because the text has changed, not because of a person. */
function isOnlyDerived(ours: AnnotationRecord, read: AnnotationRecord): boolean {
  if (!isAnchored(ours) || !isAnchored(read)) return false
  const [marked, said] = [ours.marked ?? ours.quote, read.marked ?? read.quote]
  const isSameText = marked.length === said.length && marked.every((each, i) => each === said[i])
  return isSameText && (isDoubtful(read) || !isDoubtful(ours))
}

function byId({ records }: Annotations): ReadonlyMap<string, PlacedRecord> {
  return new Map(records.map((each) => [each.record.id, each]))
}

export function withText(view: TextView, textOf: TextOf): TextOf {
  return (sha256) => (sha256 === view.sha256 ? view.text : textOf(sha256))
}
