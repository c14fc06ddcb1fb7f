/** What changed in long lists of strings from one time that they are handed in to the next. */

/** The strings are the keys: a set, or a map of which only the keys count. */
export interface List {
  readonly size: number
  has(entry: string): boolean
  keys(): Iterable<string>
}

/** One list through its changes; keeps its newest state only. */
export interface History {
  /** As it was handed in last. */
  readonly list: List
  /** Grows with each change. */
  readonly version: number
  /** Entries that came or went since then; `undefined` where they are too many or forgotten. */
  changedSince(version: number): readonly string[] | undefined
}

/** Lists kept: those of several open pages. */
const keptLists = 8
/** Lists that differ in more entries are taken for two lists: searching anew is cheaper then. */
const mostChanges = 16
const longestLog = 1000

/** A list that differs little from a recent one is taken for a change of it. */
export function listHistories(): (list: List) => History {
  const kept: Changing[] = []
  return (list) => {
    const nearest = kept
      .flatMap((history) => {
        const changes = changesBetween(history.list, list)
        return changes === undefined ? [] : [{ history, changes }]
      })
      .sort((a, b) => a.changes.length - b.changes.length)[0]
    const history = nearest?.history ?? new Changing(list)
    history.change(list, nearest?.changes ?? [])
    if (nearest !== undefined) kept.splice(kept.indexOf(history), 1)
    kept.unshift(history)
    kept.splice(keptLists)
    return history
  }
}

class Changing implements History {
  list: List
  /** The newest changes. */
  #log: readonly string[] = []
  version = 0

  constructor(list: List) {
    this.list = list
  }

  change(list: List, changes: readonly string[]): void {
    this.list = list
    if (changes.length === 0) return
    this.#log = [...this.#log, ...changes].slice(-longestLog)
    this.version += changes.length
  }

  changedSince(version: number): readonly string[] | undefined {
    const count = this.version - version
    if (count === 0) return none
    return count > Math.min(mostChanges, this.#log.length) ? undefined : this.#log.slice(-count)
  }
}

const none: readonly string[] = []

/** `undefined` for too many. */
function changesBetween(before: List, after: List): readonly string[] | undefined {
  if (before === after) return none
  if (Math.abs(before.size - after.size) > mostChanges) return undefined
  const changed: string[] = []
  for (const entry of after.keys()) {
    if (!before.has(entry) && changed.push(entry) > mostChanges) return undefined
  }
  const gone = before.size - (after.size - changed.length)
  if (changed.length + gone > mostChanges) return undefined
  if (gone > 0) for (const entry of before.keys()) if (!after.has(entry)) changed.push(entry)
  return changed
}
