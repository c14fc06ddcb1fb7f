/** Marks sorted into the kinds that look alike, without the editor's own types. */
import type { Mark, Marks, Range } from '../../../server/src/protocol.ts'

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

/** Colours that a corpus gives to types: `#rrggbb` by type. */
export type Colours = NonNullable<Marks['colours']>

/** Kinds are `Initiative suggested`, `劳模 accepted #aa5500`: one look, one call to the editor. */
export function kindOf({ type, status }: Pick<Mark, 'type' | 'status'>, colour?: string): string {
  return [type, status, ...(colour === undefined ? [] : [colour])].join(' ')
}

/** The colour that the corpus gives to a type; `undefined` for one with the theme's. */
export function colourOf(type: string, colours: Colours): string | undefined {
  return Object.hasOwn(colours, type) ? colours[type] : undefined
}

/** The ranges of each kind. Rejected marks are not shown, suggested ones only when asked for. */
export function rangesByKind(
  marks: readonly Mark[],
  suggestions: boolean,
  colours: Colours = {},
): ReadonlyMap<string, readonly Range[]> {
  const kinds = new Map<string, Range[]>()
  for (const mark of marks) {
    if (mark.status === 'rejected' || (mark.status === 'suggested' && !suggestions)) continue
    const kind = kindOf(mark, colourOf(mark.type, colours))
    const ranges = kinds.get(kind) ?? []
    ranges.push(...mark.ranges)
    kinds.set(kind, ranges)
  }
  return kinds
}
