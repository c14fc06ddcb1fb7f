/** Alignment of two strings: common ends, then what is unique in both, then Myers' shortest edit. */
import { firstIndex } from '../../values/sorted.ts'

/** `length` UTF-16 units that stand at `old` in the old text and at `new` in the new one. */
export interface Match {
  readonly old: number
  readonly new: number
  readonly length: number
}

/** Steps that may still be taken: counted, not timed, so that the same texts give the same answer. */
export interface Work {
  left: number
}

/**
 * Common runs, ascending. `gram` is the number of units that must be unique in both strings to
 * stand for each other before anything shorter is compared.
 */
export function alignStrings(a: string, b: string, gram: number, work: Work): readonly Match[] {
  const matches: Match[] = []
  align(a, b, 0, 0, { gram, work, matches, depth: 0 })
  return matches
}

interface Run {
  readonly gram: number
  readonly work: Work
  readonly matches: Match[]
  readonly depth: number
}

function align(a: string, b: string, old: number, fresh: number, run: Run): void {
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head++
  let tail = 0
  while (
    tail < shorter - head &&
    a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)
  ) {
    tail++
  }
  run.work.left -= head + tail + 1
  if (head > 0) run.matches.push({ old, new: fresh, length: head })
  if (head + tail < shorter) {
    const middleA = a.slice(head, a.length - tail)
    const middleB = b.slice(head, b.length - tail)
    alignMiddle(middleA, middleB, old + head, fresh + head, run)
  }
  if (tail > 0) {
    const [oldTail, newTail] = [old + a.length - tail, fresh + b.length - tail]
    run.matches.push({ old: oldTail, new: newTail, length: tail })
  }
}

function alignMiddle(a: string, b: string, old: number, fresh: number, run: Run): void {
  const anchors = run.depth < 6 ? uniqueInBoth(a, b, run) : []
  if (anchors.length === 0) {
    for (const one of shortestEdit(a, b, run.work)) {
      run.matches.push({ old: one.old + old, new: one.new + fresh, length: one.length })
    }
    return
  }
  let [fromA, fromB] = [0, 0]
  const inner = { ...run, depth: run.depth + 1 }
  for (const [i, j] of [...anchors, [a.length, b.length] as const]) {
    align(a.slice(fromA, i), b.slice(fromB, j), old + fromA, fresh + fromB, inner)
    const length = Math.min(run.gram, a.length - i)
    if (length > 0) run.matches.push({ old: old + i, new: fresh + j, length })
    fromA = i + length
    fromB = j + length
  }
}

/** Pairs of offsets of grams that occur once in both: the longest ascending chain, not overlapping. */
function uniqueInBoth(a: string, b: string, run: Run): readonly (readonly [number, number])[] {
  const { gram, work } = run
  if (Math.min(a.length, b.length) < gram) return []
  work.left -= 4 * (a.length + b.length)
  if (work.left < 0) return []
  const inB = uniqueGrams(b, gram)
  const pairs: (readonly [number, number])[] = []
  for (const [key, i] of uniqueGrams(a, gram)) {
    const j = inB.get(key) ?? -1
    if (i >= 0 && j >= 0) pairs.push([i, j])
  }
  const chain: (readonly [number, number])[] = []
  for (const pair of longestAscending(pairs.sort((x, y) => x[0] - y[0]))) {
    const last = chain.at(-1)
    if (last === undefined || (pair[0] >= last[0] + gram && pair[1] >= last[1] + gram)) {
      chain.push(pair)
    }
  }
  return chain
}

/** Offset by gram; -1 for one that occurs several times. */
function uniqueGrams(text: string, gram: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (let i = 0; i + gram <= text.length; i++) {
    const key = text.slice(i, i + gram)
    found.set(key, found.has(key) ? -1 : i)
  }
  return found
}

/** The longest chain that ascends in the second number too (patience sorting). */
function longestAscending(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const tops: number[] = []
  const before: number[] = []
  for (const [index, [, j]] of pairs.entries()) {
    const low = firstIndex(tops.length, (middle) => (pairs[tops[middle] ?? 0]?.[1] ?? 0) >= j)
    before[index] = tops[low - 1] ?? -1
    tops[low] = index
  }
  const chain: (readonly [number, number])[] = []
  for (let i = tops.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const pair = pairs[i]
    if (pair !== undefined) chain.push(pair)
  }
  return chain.reverse()
}

/** Edits that Myers' algorithm looks for at most: memory and time grow with the square. */
const mostEdits = 1000

/** Nothing where the two differ by more than `mostEdits` or the work is used up. */
function shortestEdit(a: string, b: string, work: Work): readonly Match[] {
  const most = Math.min(mostEdits, a.length + b.length)
  const reached = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  for (let d = 0; d <= most; d++) {
    work.left -= 2 * d + 1
    if (work.left < 0) return []
    trace.push(reached.slice(most - d, most + d + 3))
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(reached, most + k) < at(reached, most + k + 2))
      let x = down ? at(reached, most + k + 2) : at(reached, most + k) + 1
      const begin = x
      while (x < a.length && x - k < b.length && a.charCodeAt(x) === b.charCodeAt(x - k)) x++
      work.left -= x - begin
      reached[most + k + 1] = x
      if (x >= a.length && x - k >= b.length) return wayBack(trace, a.length, b.length)
    }
  }
  return []
}

/** The common runs on the way that `trace` tells; entry `k` of step `d` stands at `k + d + 1`. */
function wayBack(trace: readonly Int32Array[], aLength: number, bLength: number): readonly Match[] {
  const runs: Match[] = []
  let x = aLength
  let y = bLength
  for (let d = trace.length - 1; d >= 0; d--) {
    const row = trace[d]
    if (row === undefined) break
    const k = x - y
    const down = k === -d || (k !== d && at(row, k + d) < at(row, k + d + 2))
    const from = down ? at(row, k + d + 2) : at(row, k + d) + 1
    const begin = d === 0 ? 0 : from
    if (x > begin) runs.push({ old: begin, new: begin - k, length: x - begin })
    x = down ? from : from - 1
    y = x - (down ? k + 1 : k - 1)
  }
  return runs.reverse()
}

function at(values: Int32Array, index: number): number {
  return values[index] ?? 0
}
