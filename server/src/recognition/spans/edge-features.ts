/** Features of the places where names begin and end, and of what stands inside: each is looked at once for all names. */
import { finish, hashSeed, mix } from './hash.ts'
import { type LineReader, margin } from './line.ts'

/** No place has more. */
export const mostEdgeFeatures = 128

/** Writes the features of the boundary `at`, of names that begin there as of those that end; gives their number. */
export function edgeFeatures(line: LineReader, at: number, out: Int32Array): number {
  let count = characterFeatures(line, at, out)
  count = wordFeatures(line, at, out, count)
  for (const { start, end, rule } of line.proposals) {
    if (count > mostEdgeFeatures - 70) break
    if (start === at) out[count++] = of1(42, rule)
    if (end === at) out[count++] = of1(43, rule)
  }
  count = bitFeatures(line.begins[at] ?? 0, 40, out, count)
  return bitFeatures(line.ends[at] ?? 0, 41, out, count)
}

function characterFeatures(
  { units, kinds, enclosed, block, length }: LineReader,
  at: number,
  out: Int32Array,
): number {
  const k = at + margin
  const b3 = units[k - 3] ?? 0
  const b2 = units[k - 2] ?? 0
  const b1 = units[k - 1] ?? 0
  const a1 = units[k] ?? 0
  const a2 = units[k + 1] ?? 0
  const a3 = units[k + 2] ?? 0
  const before = mix(b2, b1)
  const after = mix(a1, a2)
  let count = 0
  out[count++] = of1(2, before)
  out[count++] = of1(3, mix(b3, before))
  out[count++] = of1(5, after)
  out[count++] = of1(6, mix(after, a3))
  out[count++] = of2(7, b1, a1)
  const shape =
    ((kinds[k - 2] ?? 0) << 12) |
    ((kinds[k - 1] ?? 0) << 8) |
    ((kinds[k] ?? 0) << 4) |
    (kinds[k + 1] ?? 0)
  out[count++] = of1(10, shape)
  out[count++] = of2(11, enclosed[k - 1] ?? 0, enclosed[k] ?? 0)
  const place = at === 0 ? 1 : at >= length - 1 ? 2 : 3
  out[count++] = of2(12, block, place)
  return count
}

function wordFeatures(
  { wordAt, wordHash, wordTag, wordStart, verbBefore, verbAfter }: LineReader,
  at: number,
  out: Int32Array,
  from: number,
): number {
  const after = wordAt[at + margin] ?? 0
  // Inside a word both are parts of one.
  const isInside = (wordStart[after] ?? 0) < at ? 1 : 0
  const before = after - 1 + isInside
  const b1 = (wordHash[before] ?? 0) + isInside
  const b2 = wordHash[before - 1] ?? 0
  const a1 = (wordHash[after] ?? 0) + 2 * isInside
  const a2 = wordHash[after + 1] ?? 0
  const tb1 = ((wordTag[before] ?? 0) << 1) | isInside
  const tb2 = wordTag[before - 1] ?? 0
  const ta1 = ((wordTag[after] ?? 0) << 1) | isInside
  const ta2 = wordTag[after + 1] ?? 0
  let count = from
  out[count++] = of1(20, b1)
  out[count++] = of1(21, a1)
  out[count++] = of2(22, b1, a1)
  out[count++] = of2(23, b2, b1)
  out[count++] = of2(24, a1, a2)
  out[count++] = of2(30, b1, ta1)
  out[count++] = of2(31, tb1, a1)
  out[count++] = of1(33, wordHash[Math.max(0, before - 2)] ?? 0)
  out[count++] = of1(35, wordHash[after + 2] ?? 0)
  out[count++] = of1(37, verbAfter[after] ?? 0)
  out[count++] = of2(27, tb1, ta1)
  out[count++] = of2(28, tb2, tb1)
  out[count++] = of2(29, ta1, ta2)
  out[count++] = of1(32, b2)
  out[count++] = of1(34, a2)
  out[count++] = of1(36, verbBefore[before] ?? 0)
  return count
}

/** Writes what one more character adds to the names that hold it, and the word that begins with it. */
export function innerFeatures(
  { units, kinds, wordAt, wordHash, wordTag, wordStart, begins, closing }: LineReader,
  at: number,
  out: Int32Array,
): number {
  const k = at + margin
  let count = 0
  out[count++] = of1(128, units[k] ?? 0)
  out[count++] = of2(129, kinds[k] ?? 0, (closing[k + 1] ?? -1) > (closing[k] ?? -1) ? 1 : 0)
  const word = wordAt[k] ?? 0
  if ((wordStart[word] ?? 0) === at) {
    out[count++] = of1(130, wordHash[word] ?? 0)
    out[count++] = of1(131, wordTag[word] ?? 0)
  }
  return bitFeatures(begins[at] ?? 0, 132, out, count)
}

/** One feature for each bit. */
export function bitFeatures(bits: number, template: number, out: Int32Array, from: number): number {
  let count = from
  for (let left = bits; left !== 0; left &= left - 1) {
    out[count++] = of1(template, 31 - Math.clz32(left & -left))
  }
  return count
}

export function of1(template: number, a: number): number {
  return finish(mix(hashSeed ^ Math.imul(template, 0x9e3779b1), a))
}

export function of2(template: number, a: number, b: number): number {
  return finish(mix(mix(hashSeed ^ Math.imul(template, 0x9e3779b1), a), b))
}
