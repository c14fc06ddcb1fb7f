/** Features of a whole name: its length, its words, its marks, its lists, and what stands on both sides. */
import { kinds } from './characters.ts'
import { bitFeatures, of1, of2 } from './edge-features.ts'
import { hashSeed, mix } from './hash.ts'
import { type LineReader, margin } from './line.ts'

/** No span has more. */
export const mostSpanFeatures = 256

/** What features of a span are made of; one object for all spans, filled anew for each. */
class SpanView {
  start = 0
  end = 0
  /** Words that it begins and ends with, and those before and behind it. */
  first = 0
  last = 0
  before = 0
  after = 0
  /** Whether it begins (1) or ends (2) inside of a word. */
  cut = 0
  words = 0
  wide = 0
  quotes = 0
  /** Hashes of its last two characters and of the verb before it. */
  tail = 0
  verb = 0
  tags = 0

  fill(line: LineReader, start: number, end: number): void {
    const { units, wordAt, wordStart, wordEnd, verbBefore } = line
    const s = start + margin
    const e = end + margin
    this.start = start
    this.end = end
    this.first = wordAt[s] ?? 0
    this.last = wordAt[e - 1] ?? 0
    const begun = (wordStart[this.first] ?? 0) < start ? 1 : 0
    const open = (wordEnd[this.last] ?? 0) > end ? 1 : 0
    this.cut = begun | (open << 1)
    this.before = this.first - 1 + begun
    this.after = this.last + 1 - open
    this.words = Math.min(this.last - this.first + 1, 9)
    this.wide = lengthClass(end - start)
    this.quotes = quoteForm(line, start, end)
    const one = end - start === 1
    this.tail = one ? (units[e - 1] ?? 0) : mix(units[e - 2] ?? 0, units[e - 1] ?? 0)
    this.verb = verbBefore[this.before] ?? 0
    this.tags = tagsOf(line, this.first, this.last)
  }
}

const view = new SpanView()

/** Writes the features of the span to `out`; gives their number. */
export function spanFeatures(
  line: LineReader,
  start: number,
  end: number,
  out: Int32Array,
): number {
  view.fill(line, start, end)
  let count = formFeatures(line, view, out)
  count = wordFeatures(line, view, out, count)
  count = listFeatures(line, view, out, count)
  return proposalFeatures(line, start, end, out, count)
}

/** Length, characters, marks, place in the line. */
function formFeatures(line: LineReader, span: SpanView, out: Int32Array): number {
  const { start, end, cut, words, wide, quotes, tail } = span
  const { units, begins } = line
  const b1 = units[start + margin - 1] ?? 0
  const a1 = units[end + margin] ?? 0
  const z1 = units[end + margin - 1] ?? 0
  const length = Math.min(end - start, 24)
  let whole = hashSeed
  for (let at = start + margin; at < end + margin; at++) whole = mix(whole, units[at] ?? 0)
  let count = 0
  out[count++] = of2(200, length, cut)
  out[count++] = of2(201, words, quotes)
  out[count++] = of1(202, whole)
  out[count++] = of2(206, tail, wide)
  out[count++] = of2(209, b1, a1)
  out[count++] = of2(212, quotes, tail)
  out[count++] = of1(224, shapeOf(line, start, end))
  out[count++] = of2(225, kindsOf(line, start, end), cut)
  out[count++] = of2(226, line.block, lineForm(line, start, end))
  out[count++] = of2(229, (begins[start] ?? 0) & 1, mix(z1, length))
  return count
}

function wordFeatures(
  { wordHash }: LineReader,
  span: SpanView,
  out: Int32Array,
  from: number,
): number {
  const { last, before, after, cut, words, wide, quotes, tail, verb, tags } = span
  const wz = wordHash[last] ?? 0
  const wb = wordHash[before] ?? 0
  const wa = wordHash[after] ?? 0
  let count = from
  out[count++] = of2(207, wz, words)
  out[count++] = of2(214, quotes, verb)
  out[count++] = of2(215, quotes, wa)
  out[count++] = of2(216, quotes, wb)
  out[count++] = of2(208, wb, wa)
  out[count++] = of2(217, verb, wz)
  out[count++] = of2(219, wb, wz)
  out[count++] = of2(220, wz, wa)
  out[count++] = of2(218, verb, tail)
  out[count++] = of2(221, wb, wide)
  out[count++] = of2(223, tags, cut)
  return count
}

/** Lists that it is a word of, and those of the words that it ends with. */
function listFeatures(line: LineReader, span: SpanView, out: Int32Array, from: number): number {
  const { start, end, first, last, before, after, wide, quotes, verb } = span
  const { begins, ends, wordHash } = line
  const lists = line.listsOf(start, end)
  let count = bitFeatures(lists, 230, out, from)
  count = bitFeatures(lists, 231 + quotes, out, count)
  const ending = ends[end] ?? 0
  count = bitFeatures(ending, 240 + Math.min(wide, 6), out, count)
  count = bitFeatures(ending, 248 + Math.min(quotes, 7), out, count)
  const leading = tagsOf(line, first, Math.min(first + 1, last))
  for (let left = ending; left !== 0; left &= left - 1) {
    const bit = 31 - Math.clz32(left & -left)
    count = bitFeatures((begins[start] ?? 0) & ~1, 256 + bit, out, count)
    out[count++] = of2(290, bit, verb)
    out[count++] = of2(291, bit, wordHash[before] ?? 0)
    out[count++] = of2(292, bit, wordHash[after] ?? 0)
    out[count++] = of2(293, bit, leading)
    if (count > mostSpanFeatures - 60) break
  }
  return count
}

/** What rules say of the span, and of others that overlap it. */
function proposalFeatures(
  { proposals }: LineReader,
  start: number,
  end: number,
  out: Int32Array,
  from: number,
): number {
  let count = from
  let isAlone = true
  for (const proposal of proposals) {
    if (proposal.start >= end || proposal.end <= start) continue
    if (count > mostSpanFeatures - 4) break
    isAlone = false
    if (proposal.start === start && proposal.end === end) {
      out[count++] = of1(300, proposal.rule)
      out[count++] = of1(301, proposal.sure)
      if (proposal.wins) out[count++] = of1(302, proposal.type)
    } else if (proposal.wins) {
      const relation =
        (proposal.start < start ? 1 : proposal.start === start ? 0 : 2) * 3 +
        (proposal.end > end ? 1 : proposal.end === end ? 0 : 2)
      out[count++] = of2(303, relation, proposal.type)
    }
  }
  if (isAlone) out[count++] = of1(304, 0)
  return count
}

/** Some of the lengths together. */
function lengthClass(length: number): number {
  if (length < 5) return length
  return length < 7 ? 5 : length < 10 ? 6 : length < 15 ? 7 : 8
}

/**
 * How the span stands to quotes: 0 none, 1 between them, 2 begins with them, 3 ends with them, 4 holds some, 5 is in
 * longer ones; 6 title marks around, 7 other marks around.
 */
function quoteForm(line: LineReader, start: number, end: number): number {
  const { kinds: kindsAt, closing, enclosed } = line
  const s = start + margin
  const own = closing[s] ?? -1
  if (own >= 0) {
    if (own === end && (closing[s - 1] ?? -1) !== own) return (enclosed[s] ?? 0) === 3 ? 7 : 1
    return (enclosed[s] ?? 0) === 3 ? 0 : 5
  }
  if ((kindsAt[s] ?? 0) === kinds.opening) {
    return (closing[s + 1] ?? -1) === end - 1 && (enclosed[s + 1] ?? 0) === 2 ? 6 : 2
  }
  if ((kindsAt[end - 1 + margin] ?? 0) === kinds.closing) return 3
  for (let at = s + 1; at < end + margin - 1; at++) if ((enclosed[at] ?? 0) > 0) return 4
  return 0
}

/** Whether the span is all of its line, begins it, ends it. */
function lineForm({ length, raw }: LineReader, start: number, end: number): number {
  const last = raw[length - 1 + margin] === newline ? length - 1 : length
  return (start === 0 ? 1 : 0) | (end === last ? 2 : 0)
}

const newline = 10

/** The parts of speech of the words; of many words those at both ends. */
function tagsOf({ wordTag }: LineReader, first: number, last: number): number {
  let hash = last - first
  for (let at = first; at <= last; at++) {
    if (at > first + 2 && at < last - 2) continue
    hash = mix(hash, wordTag[at] ?? 0)
  }
  return hash
}

/** Characters with runs of digits and of numerals as one sign each: 2018年, 三百多家. */
function shapeOf({ units, kinds: kindsAt }: LineReader, start: number, end: number): number {
  let hash = hashSeed
  let last = 0
  for (let at = start + margin; at < end + margin; at++) {
    const kind = kindsAt[at] ?? 0
    if (kind === kinds.digit || kind === kinds.numeral || kind === kinds.latin) {
      if (kind !== last) hash = mix(hash, kind)
    } else hash = mix(hash, units[at] ?? 0)
    last = kind
  }
  return hash
}

/** Kinds of characters without repetitions. */
function kindsOf({ kinds: kindsAt }: LineReader, start: number, end: number): number {
  let hash = hashSeed
  let last = 0
  for (let at = start + margin; at < end + margin; at++) {
    const kind = kindsAt[at] ?? 0
    if (kind !== last) hash = mix(hash, kind)
    last = kind
  }
  return hash
}
