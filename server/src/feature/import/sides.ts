/** A side file as import uses it: what a page lost in the format, and the logical text it was written in. */

import { fileName } from '../../corpus/snapshot/page-data.ts'
import { pageStem } from '../../disk/sidecar-names.ts'
import type { ReadPage } from '../../exchange/format/model.ts'
import { type LogicalSide, readLogicalSides } from '../../exchange/our-page/logical-side.ts'
import { restore } from '../../exchange/our-page/restore.ts'
import { readSideFile } from '../../exchange/our-page/side-file.ts'
import { nameKey } from './page-names.ts'

/** Pages are named by the path that they had, or by any end of it. */
export interface Sides {
  logical(page: string): LogicalSide | undefined
  /** The page with what it lost. */
  restore(read: ReadPage, page: string): ReadPage
  readonly isEmpty: boolean
}

export const emptySides: Sides = {
  logical: () => undefined,
  restore: (read) => read,
  isEmpty: true,
}

/** Total: lines that are none of ours are passed over. */
export function sidesOf(text: string): Sides {
  const logical = readLogicalSides(text)
  const losses = readSideFile(text)
  return {
    logical: (page) => entryOf(logical, page),
    restore(read, page) {
      const side = entryOf(losses, page)
      return side === undefined ? read : restore(read, side)
    },
    isEmpty: logical.size === 0 && losses.size === 0,
  }
}

/**
 * That of the path; else the only one of that file name, as it is or in another form; else the only one, of a page
 * that was renamed.
 */
function entryOf<T>(entries: ReadonlyMap<string, T>, page: string): T | undefined {
  const exact = entries.get(page)
  if (exact !== undefined) return exact
  const stemOf = (path: string): string => pageStem(fileName(path))
  const name = stemOf(page)
  const named = [...entries].filter(([path]) => stemOf(path) === name)
  const key = nameKey(name)
  const same =
    named.length > 0 ? named : [...entries].filter(([path]) => nameKey(stemOf(path)) === key)
  const [only] = same.length > 0 ? same : [...entries]
  return only !== undefined && (same.length === 1 || entries.size === 1) ? only[1] : undefined
}
