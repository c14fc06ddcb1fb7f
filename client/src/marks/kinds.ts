/** Marks sorted into the kinds that look alike, without the editor's own types. */
import type { Mark, Marks, Range } from '../../../server/src/protocol.ts'
import { overlapping } from './overlaps.ts'

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

/** Looks that come on top of a mark's own, each with a line or sign besides its colour. */
export const overlays = ['overlap', 'unsure', 'doubt', 'related', 'current'] as const
export type Overlay = (typeof overlays)[number]

/** What a person wants to see besides annotations. */
export interface Wanted {
  readonly suggestions: boolean
  readonly rejected: boolean
}

/** Marks that are to be seen: suggested and rejected ones only when asked for. */
export function visibleMarks(marks: readonly Mark[], wanted: Wanted): readonly Mark[] {
  return marks.filter(({ status }) => {
    if (status === 'accepted') return true
    return status === 'suggested' ? wanted.suggestions : wanted.rejected
  })
}

/** The ranges of each kind and overlay; `marks` are those that are to be seen. */
export function rangesByKind(
  marks: readonly Mark[],
  colours: Colours = {},
): ReadonlyMap<string, readonly Range[]> {
  const kinds = new Map<string, Range[]>()
  const add = (kind: string, ranges: readonly Range[]): void => {
    const known = kinds.get(kind)
    if (known !== undefined) for (const range of ranges) known.push(range)
    else if (ranges.length > 0) kinds.set(kind, [...ranges])
  }
  for (const mark of marks) {
    add(kindOf(mark, colourOf(mark.type, colours)), mark.ranges)
    // The sign stands behind the name, once.
    if (mark.unsure) add('unsure', mark.ranges.slice(-1))
    if (mark.doubt) add('doubt', mark.ranges)
  }
  add('overlap', overlapping(marks))
  return kinds
}
