/** Where two long lists differ, most of whose values are the same objects at the same distance from an end. */

/** What stands before `from` is the same in both lists, and what stands behind the ends. */
export interface DifferingPart {
  readonly from: number
  /** Index behind the last value that differs, in the list before and in that of now. */
  readonly toBefore: number
  readonly toNow: number
}

/** Empty in both where the lists have the same values. */
export function differingPart<T>(
  before: readonly T[],
  now: readonly T[],
  isSame: (a: T | undefined, b: T | undefined) => boolean = isIdentical,
): DifferingPart {
  const shorter = Math.min(before.length, now.length)
  let from = 0
  while (from < shorter && isSame(before[from], now[from])) from++
  let [toBefore, toNow] = [before.length, now.length]
  while (toBefore > from && toNow > from && isSame(before[toBefore - 1], now[toNow - 1])) {
    toBefore--
    toNow--
  }
  return { from, toBefore, toNow }
}

function isIdentical(a: unknown, b: unknown): boolean {
  return a === b
}
