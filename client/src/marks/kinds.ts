/** Marks sorted into the kinds that look alike, without the editor's own types. */
import type { Mark, Range } from '../../../server/src/protocol.ts'

/** Types of the default schema; of two marks on one character the type named first is seen. */
export const knownTypes = [
  'Initiative',
  'Organization',
  'Person',
  'Place',
  'Date',
  'Figure',
  'Document',
  'Group',
  'Role',
  'Honor',
  'Contact',
] as const

/** The contributed theme colour of a type: `biaozhu.initiative`. */
export function colorId(type: string): string {
  return `biaozhu.${type.slice(0, 1).toLowerCase()}${type.slice(1)}`
}

/** Kinds are `Initiative suggested`: one look, one call to the editor. */
export function kindOf(mark: Pick<Mark, 'type' | 'status'>): string {
  return `${mark.type} ${mark.status}`
}

/** The ranges of each kind. Rejected marks are not shown, suggested ones only when asked for. */
export function rangesByKind(
  marks: readonly Mark[],
  suggestions: boolean,
): ReadonlyMap<string, readonly Range[]> {
  const kinds = new Map<string, Range[]>()
  for (const mark of marks) {
    if (mark.status === 'rejected' || (mark.status === 'suggested' && !suggestions)) continue
    const ranges = kinds.get(kindOf(mark)) ?? []
    ranges.push(...mark.ranges)
    kinds.set(kindOf(mark), ranges)
  }
  return kinds
}
