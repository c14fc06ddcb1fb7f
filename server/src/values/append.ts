/** Puts long lists together. */

/** Puts `more` behind `list`. A call with each of them as an argument fails from some 100,000 on. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each)
}
