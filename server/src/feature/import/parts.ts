/** The parts of two records that are about the same: whether one says something else, and both together. */

import type { AnnotationRecord } from '../../annotation/record/record.ts'
import { isRecord } from '../../annotation/record/record-fields.ts'
import { type Json, own, sameJson } from '../../values/json.ts'

/** What a person decides; who, when, confidence and the like are no reason for a conflict. */
const comparedParts = ['status', 'entity', 'reading', 'attributes', 'note', 'unsure'] as const

/**
 * Whether `own` says all that `record` does, and the other way round for the parts that the file can
 * say (`says`). Place and type, which every file says, are compared too.
 */
export function isSaidBy(
  record: AnnotationRecord,
  own: AnnotationRecord,
  says: ReadonlySet<string>,
): boolean {
  const [theirs, ours] = [{ ...record }, { ...own }]
  if (!same(theirs, ours, 'type') || !same(theirs, ours, 'at')) return false
  return comparedParts.every(
    (part) => same(theirs, ours, part) || (!Object.hasOwn(theirs, part) && !says.has(part)),
  )
}

/** The parts in which two records differ, as lines for people: `note: "首届" → none`. */
export function differences(ours: AnnotationRecord, theirs: AnnotationRecord): readonly string[] {
  return comparedParts
    .filter((part) => !same({ ...ours }, { ...theirs }, part))
    .map((part) => `${part}: ${shown(own({ ...ours }, part))} → ${shown(own({ ...theirs }, part))}`)
}

/** In one short line, which ends with no half of a character. */
function shown(value: Json | undefined): string {
  if (value === undefined) return 'none'
  const text = JSON.stringify(value)
  return text.length <= 60 ? text : `${[...text.slice(0, 60)].slice(0, -1).join('')}…`
}

/** `theirs` over `ours`: keys that only ours has stay, unless the file could have said them (`says`). */
export function withParts<R extends AnnotationRecord>(
  ours: R,
  theirs: R,
  says: ReadonlySet<string>,
): R {
  const isGone = (key: string): boolean =>
    doubtKeys.has(key) || (says.has(key) && comparedParts.some((part) => part === key))
  const kept: Partial<R> = { ...ours }
  for (const key of Object.keys(kept)) if (isGone(key)) Reflect.deleteProperty(kept, key)
  return { ...kept, ...theirs }
}

/** Doubts about the place that ours had. */
const doubtKeys: ReadonlySet<string> = new Set(['anchor', 'marked', 'of'])

/** `ours` over `theirs`: what only theirs says is added. */
export function filledUp(ours: AnnotationRecord, theirs: AnnotationRecord): AnnotationRecord {
  const added: Record<string, Json> = {}
  for (const part of comparedParts) {
    const value = own({ ...theirs }, part)
    if (value !== undefined && own({ ...ours }, part) === undefined) added[part] = value
  }
  const record: unknown = { ...ours, ...added }
  return isRecord(record) ? record : ours
}

function same(
  a: { readonly [key: string]: Json },
  b: { readonly [key: string]: Json },
  key: string,
): boolean {
  return sameJson(own(a, key), own(b, key))
}
