/** What people decided about passages that go on elsewhere: which belong together, which do not. */

import type { Lexicon } from '../../values/lexicon.ts'
import type { Part } from '../lines/parts.ts'
import type { Joint } from '../model.ts'
import { jointBetween } from './joins.ts'

export interface DecidedJoins {
  /** By a part, the one that it goes on from. */
  readonly before: ReadonlyMap<Part, Part>
  /** By a part, the one at which it goes on. */
  readonly behind: ReadonlyMap<Part, Part>
  /** By a part, those that it does not go on from. */
  readonly apart: ReadonlyMap<Part, ReadonlySet<Part>>
}

export const undecided: DecidedJoins = { before: new Map(), behind: new Map(), apart: new Map() }

export function isJoined(joins: DecidedJoins, from: Part, to: Part): boolean {
  return joins.before.get(to) === from
}

/** Whether a person decided that `to` does not go on from `from`, or that one of them belongs to another part. */
export function isApart({ before, behind, apart }: DecidedJoins, from: Part, to: Part): boolean {
  if (apart.get(to)?.has(from) === true) return true
  return (before.get(to) ?? from) !== from || (behind.get(from) ?? to) !== to
}

/** How `to` goes on from `from`, which is read right before it: as decided, else as it looks. */
export function jointOf(joins: DecidedJoins, from: Part, to: Part, lexicon: Lexicon): Joint {
  if (isJoined(joins, from, to)) return 'join'
  return isApart(joins, from, to) ? 'break' : jointBetween(from, to, lexicon)
}
