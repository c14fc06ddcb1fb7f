/** The features of each character: the one list of them, for training and for decoding. */
import type { Span } from '../../text/span.ts'
import { finish, hashSeed, mix } from '../spans/hash.ts'
import { divisionRow, flagRows } from './gazetteer.ts'
import type { Signals } from './signals.ts'

/** No character has more features. */
export const mostFeatures = 160

/** Writes the features of the unit at `at` to `out`; gives their number. Nothing outside `within` is seen. */
export function featuresAt(signals: Signals, at: number, within: Span, out: Uint32Array): number {
  const writer: Writer = { out, count: 0 }
  characters(writer, signals, at, within)
  words(writer, signals, at, within)
  flags(writer, signals, at, within)
  return writer.count
}

interface Writer {
  readonly out: Uint32Array
  count: number
}

/** One feature: the number of its template and what stands there. */
function put1(writer: Writer, template: number, a: number): void {
  writer.out[writer.count++] = finish(mix(hashSeed ^ template, a))
}

function put2(writer: Writer, template: number, a: number, b: number): void {
  writer.out[writer.count++] = finish(mix(mix(hashSeed ^ template, a), b))
}

function put3(writer: Writer, template: number, a: number, b: number, c: number): void {
  writer.out[writer.count++] = finish(mix(mix(mix(hashSeed ^ template, a), b), c))
}

/** Characters and their kinds in a window of two to each side. */
function characters(
  writer: Writer,
  { units, kinds, enclosed }: Signals,
  at: number,
  s: Span,
): void {
  const c2 = look(units, at - 2, s)
  const c1 = look(units, at - 1, s)
  const c = look(units, at, s)
  const d1 = look(units, at + 1, s)
  const d2 = look(units, at + 2, s)
  put1(writer, 1, c2)
  put1(writer, 2, c1)
  put1(writer, 3, c)
  put1(writer, 4, d1)
  put1(writer, 5, d2)
  put2(writer, 6, c2, c1)
  put2(writer, 7, c1, c)
  put2(writer, 8, c, d1)
  put2(writer, 9, d1, d2)
  put3(writer, 10, c1, c, d1)
  const k1 = look(kinds, at - 1, s)
  const k = look(kinds, at, s)
  const l1 = look(kinds, at + 1, s)
  put3(writer, 11, k1, k, l1)
  put3(writer, 12, (look(kinds, at - 2, s) << 4) | k1, k, (l1 << 4) | look(kinds, at + 2, s))
  const inside = enclosed[at] ?? 0
  if (inside > 0) {
    put1(writer, 13, inside)
    put2(writer, 14, inside, (k1 << 4) | l1)
  }
}

/** The word that holds the character, its neighbours, and their parts of speech. */
function words(writer: Writer, signals: Signals, at: number, s: Span): void {
  const { tokens, inToken } = signals
  const token = tokens[at] ?? -1
  const place = inToken[at] ?? 0
  const w = wordAt(signals, token, s)
  const before = wordAt(signals, token - 1, s)
  const after = wordAt(signals, token + 1, s)
  put2(writer, 20, w, place)
  put2(writer, 21, before, place)
  put2(writer, 22, after, place)
  put3(writer, 23, before, w, place)
  put3(writer, 24, w, after, place)
  put3(writer, 25, before, after, place)
  const p = tagAt(signals, token, s)
  const q1 = tagAt(signals, token - 1, s)
  const r1 = tagAt(signals, token + 1, s)
  put2(writer, 30, p, place)
  put3(writer, 31, q1, p, place)
  put3(writer, 32, p, r1, place)
  put3(writer, 33, q1, r1, mix(p, place))
}

/** What the lexicon says of the characters around, and how far the next head is. */
function flags(writer: Writer, signals: Signals, at: number, s: Span): void {
  for (let row = 0; row < flagRows; row++) {
    const marks = signals.flags[row]
    if (marks === undefined) continue
    for (let offset = -2; offset <= 2; offset++) {
      const mark = look(marks, at + offset, s)
      if (mark > 0) put2(writer, 40 + row, offset + 2, mark)
    }
  }
  const f1 = look(signals.flagged, at - 1, s)
  const f = look(signals.flagged, at, s)
  const g1 = look(signals.flagged, at + 1, s)
  put2(writer, 60, f1, f)
  put2(writer, 61, f, g1)
  const place = signals.inToken[at] ?? 0
  const division = look(signals.flags[divisionRow] ?? signals.kinds, at, s)
  const organization = signals.toOrganization[at] ?? 0
  const site = signals.toPlace[at] ?? 0
  if (organization > 0) {
    put2(writer, 62, organization, division)
    put3(writer, 63, organization, place, tagAt(signals, signals.tokens[at] ?? -1, s))
    put3(writer, 64, organization, f1, f)
    const within = signals.withinOrganization[at] ?? 0
    put3(writer, 67, within, division, place)
    put3(writer, 68, within, f1, f)
  }
  if (site > 0) {
    put2(writer, 65, site, division)
    put3(writer, 66, site, place, tagAt(signals, signals.tokens[at] ?? -1, s))
  }
}

/** Value at `at`; 0 outside of what may be seen. */
function look(values: Uint8Array | Uint16Array | Int32Array, at: number, s: Span): number {
  return at < s.start || at >= s.end ? 0 : (values[at] ?? 0)
}

function wordAt({ words: hashes, tokens }: Signals, token: number, s: Span): number {
  return isSeen(tokens, token, s) ? (hashes[token] ?? 1) : 1
}

function tagAt({ tags, tokens }: Signals, token: number, s: Span): number {
  return isSeen(tokens, token, s) ? (tags[token] ?? 1) : 1
}

function isSeen(tokens: Int32Array, token: number, { start, end }: Span): boolean {
  return token >= (tokens[start] ?? 0) && token <= (tokens[end - 1] ?? -1)
}
