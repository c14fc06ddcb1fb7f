/** A name of the linker, the names below it, and what pages say of them. */
import type { NameRecord } from '../annotation/entities/entity-record.ts'
import { oncePer } from '../values/once-per.ts'
import { firstIndex } from '../values/sorted.ts'
import { type EntityRow, inOrder } from './entity-rows.ts'
import { type Form, withForms } from './forms.ts'
import type { Entity } from './model.ts'

/** What is said of a thing on one page. */
export type RowOfPage = Pick<EntityRow, 'page' | 'mentions' | 'forms'>

/** How a mention has come to its entity. */
export interface WayUp {
  readonly row: EntityRow
  readonly steps: readonly {
    /** Ids. */
    readonly name: string
    readonly full: string
    /** A person says so. */
    readonly link?: NameRecord
    /** A page has both names for the same thing. */
    readonly page?: string
  }[]
}

/**
 * A name that means one thing where it holds: in the corpus, in a newspaper, on a page. There are some 70 for each page:
 * what most of them do not have is not made.
 */
export interface Name {
  readonly id: string
  readonly type: string
  /** Of the pages that have it as the fullest, in order of page. */
  rows: EntityRow[]
  /** Of these rows. */
  forms: readonly Form[]
  /** Fuller names for the same thing, and how many pages say so. */
  fuller: Map<Name, number> | undefined
  /** The name to which people linked it, else the fuller name where there is one only. */
  wanted: Name | undefined
  /** The same, except where that would go in a circle. */
  full: Name | undefined
  /** The names of which this is `full`. */
  below: Set<Name> | undefined
  /** As it stands in the list of its type. */
  listed: Listed | undefined
  /** Of a name without a fuller one, made when it is asked for. */
  entity: Entity | undefined
  rowsBelow: readonly RowOfPage[] | undefined
}

export interface Listed {
  /** The entity's name as names are compared. */
  readonly key: string
  readonly name: Name
}

export const rowsByMention = oncePer(
  (rows: readonly EntityRow[]) =>
    new Map(rows.flatMap((row) => row.mentions.map((mention) => [mention, row]))),
)

export function placeRow(
  name: Name,
  page: string,
  before: 0 | 1,
  after: EntityRow | undefined,
): void {
  const { rows } = name
  const one = after === undefined ? [] : [after]
  // A list that was lengthened has room for more, which most never need.
  if (rows.length === before) name.rows = one
  else rows.splice(placeOf(rows, page), before, ...one)
}

export function rootOf(name: Name): Name {
  let root = name
  while (root.full !== undefined) root = root.full
  return root
}

export function* allNames(name: Name): Generator<Name, void> {
  yield name
  for (const each of name.below ?? []) yield* allNames(each)
}

export function formsBelow({ forms, below }: Name): readonly Form[] {
  let all = forms
  for (const name of below ?? []) all = withForms(all, formsBelow(name))
  return all
}

/** One for each page, in order. */
export function rowsBelow(name: Name): readonly RowOfPage[] {
  if ((name.below?.size ?? 0) === 0) return name.rows
  name.rowsBelow ??= onePerPage([...allRows(name)].sort((a, b) => compare(a.page, b.page)))
  return name.rowsBelow
}

function* allRows({ rows, below }: Name): Generator<EntityRow, void> {
  yield* rows
  for (const name of below ?? []) yield* allRows(name)
}

function onePerPage(rows: readonly EntityRow[]): readonly RowOfPage[] {
  const found: RowOfPage[] = []
  for (const row of rows) {
    const last = found.at(-1)
    if (last?.page !== row.page) found.push(row)
    else {
      const mentions = inOrder([...last.mentions, ...row.mentions])
      found[found.length - 1] = {
        page: row.page,
        mentions,
        forms: withForms(last.forms, row.forms),
      }
    }
  }
  return found
}

/** Index of the row of `page`, or where it would stand. */
export function placeOf(rows: readonly RowOfPage[], page: string): number {
  return firstIndex(rows.length, (i) => compare(rows[i]?.page ?? '', page) >= 0)
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
