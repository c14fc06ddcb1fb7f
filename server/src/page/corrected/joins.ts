/** The decisions about joins while they are collected: a later one takes the place of an earlier. */
import type { DecidedJoins } from '../articles/decided-joins.ts'
import type { Part } from '../lines/parts.ts'

export interface JoinDecisions extends DecidedJoins {
  join(from: Part, to: Part): void
  separate(from: Part, to: Part): void
}

export function joinDecisions(): JoinDecisions {
  const before = new Map<Part, Part>()
  const behind = new Map<Part, Part>()
  const apart = new Map<Part, Set<Part>>()
  const forget = (from: Part | undefined, to: Part | undefined): void => {
    if (from === undefined || to === undefined) return
    before.delete(to)
    behind.delete(from)
  }
  return {
    before,
    behind,
    apart,
    join(from, to) {
      forget(from, behind.get(from))
      forget(before.get(to), to)
      before.set(to, from)
      behind.set(from, to)
      apart.get(to)?.delete(from)
    },
    separate(from, to) {
      if (before.get(to) === from) forget(from, to)
      apart.set(to, (apart.get(to) ?? new Set()).add(from))
    },
  }
}
