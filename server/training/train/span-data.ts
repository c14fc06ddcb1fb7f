/** Marked lines as numbers: features of their edges and insides, their spans, and which of those are names. */
import { Spans, spansIn } from '../../src/recognition/spans/candidates.ts'
import {
  edgeFeatures,
  innerFeatures,
  mostEdgeFeatures,
} from '../../src/recognition/spans/edge-features.ts'
import { FeatureIndex } from '../../src/recognition/spans/feature-index.ts'
import { knownWords } from '../../src/recognition/spans/known-words.ts'
import { type Line, LineReader } from '../../src/recognition/spans/line.ts'
import { Numbers } from '../../src/recognition/spans/numbers.ts'
import { mostSpanFeatures, spanFeatures } from '../../src/recognition/spans/span-features.ts'
import type { MarkedSpan } from '../../src/text/marked.ts'
import { defined } from '../../src/values/defined.ts'
import { lexicon } from './samples.ts'

export interface MarkedLine {
  readonly line: Line
  /** With offsets in the line. */
  readonly names: readonly MarkedSpan[]
  /** How much it counts. */
  readonly weight: number
  /** Types that were marked, where it is not all: what else stands there nobody knows. */
  readonly known?: ReadonlySet<string>
}

/** Spans of one line with the index of their type in `types`, -1 for no name. */
export interface LineSpans {
  readonly spans: Spans
  readonly types: Int8Array
}

/** One line; offsets of feature lists are by boundary or character, with one more entry for the end. */
export interface LineData extends LineSpans {
  readonly length: number
  readonly weight: number
  /** By type, 1 for one that was not marked; left out where all were. */
  readonly isOpen?: Uint8Array
  readonly places: Int32Array
  readonly inner: Int32Array
  /** Set once spans have been chosen: what remains of them, and the offsets of their features. */
  chosen?: LineSpans & { readonly features: Int32Array }
}

/** All lines, with the numbers of their features. Those of places have weights for beginnings and for ends. */
export class SpanData {
  readonly lines: LineData[] = []
  /** Hashes of features by their numbers: those of places, and those of characters and spans. */
  placeKeys: Uint32Array = new Uint32Array(0)
  spanKeys: Uint32Array = new Uint32Array(0)
  readonly placeFeatures: Int32Array
  readonly innerFeatures: Int32Array
  wholeFeatures: Int32Array = new Int32Array(0)
  readonly #marked: readonly MarkedLine[]
  readonly #reader = new LineReader(knownWords(lexicon))
  readonly #detect: (line: LineReader) => void

  /** `detect` leaves of a line's edges those where names may begin or end. */
  constructor(
    marked: readonly MarkedLine[],
    types: readonly string[],
    least: number,
    detect: (line: LineReader) => void,
  ) {
    this.#marked = marked
    this.#detect = detect
    const places = new Numbers()
    const inners = new Numbers()
    for (const line of marked) this.lines.push(this.#read(line, types, places, inners))
    this.placeFeatures = places.values()
    this.innerFeatures = inners.values()
    this.placeKeys = numbered(this.placeFeatures, least, 0)
    this.spanKeys = numbered(this.innerFeatures, least, 0)
  }

  #read(
    { line, names, weight, known }: MarkedLine,
    types: readonly string[],
    allPlaces: Numbers,
    allInner: Numbers,
  ): LineData {
    const out = new Int32Array(mostEdgeFeatures)
    const reader = this.#reader
    reader.read(line)
    this.#detect(reader)
    const candidates = new Spans()
    spansIn(reader, candidates)
    const own = withNames(candidates, names, types)
    const { length } = reader
    const isPlace = new Uint8Array(length + 1)
    for (let i = 0; i < own.spans.count; i++) {
      isPlace[own.spans.starts[i] ?? 0] = 1
      isPlace[own.spans.ends[i] ?? 0] = 1
    }
    const places = new Int32Array(length + 2)
    const inner = new Int32Array(length + 1)
    for (let at = 0; at <= length; at++) {
      places[at] = allPlaces.length
      if (isPlace[at] === 1) allPlaces.pushAll(out, edgeFeatures(reader, at, out))
      places[at + 1] = allPlaces.length
      if (at === length) break
      inner[at] = allInner.length
      allInner.pushAll(out, innerFeatures(reader, at, out))
      inner[at + 1] = allInner.length
    }
    const isOpen =
      known === undefined ? undefined : Uint8Array.from(types, (type) => (known.has(type) ? 0 : 1))
    return { ...own, length, weight, places, inner, ...defined({ isOpen }) }
  }

  /** Keeps the spans of each line that `choose` marks and those that are names, with their own features. */
  choose(choose: (line: LineData) => Uint8Array, least: number): void {
    const all = new Numbers()
    const out = new Int32Array(mostSpanFeatures)
    for (const [index, line] of this.lines.entries()) {
      const marked = this.#marked[index]
      if (marked === undefined) continue
      this.#reader.read(marked.line)
      const isChosen = choose(line)
      const spans = new Spans()
      const types: number[] = []
      const offsets: number[] = []
      for (let i = 0; i < line.spans.count; i++) {
        const type = line.types[i] ?? -1
        if (isChosen[i] !== 1 && type < 0) continue
        const [start, end] = [line.spans.starts[i] ?? 0, line.spans.ends[i] ?? 0]
        spans.add(start, end)
        types.push(type)
        offsets.push(all.length)
        all.pushAll(out, spanFeatures(this.#reader, start, end, out))
      }
      offsets.push(all.length)
      line.chosen = {
        spans,
        types: Int8Array.from(types),
        features: Int32Array.from(offsets),
      }
    }
    this.wholeFeatures = all.values()
    const more = numbered(this.wholeFeatures, least, this.spanKeys.length)
    const keys = new Uint32Array(this.spanKeys.length + more.length)
    keys.set(this.spanKeys)
    keys.set(more, this.spanKeys.length)
    this.spanKeys = keys
  }
}

/** Puts numbers in the place of hashes, -1 for rare ones; gives the hashes by number. */
function numbered(features: Int32Array, least: number, from: number): Uint32Array {
  const index = new FeatureIndex()
  for (const feature of features) index.count(feature)
  const keys = index.number(least, from)
  for (let i = 0; i < features.length; i++) features[i] = index.of(features[i] ?? 0)
  return keys
}

/** Names that are no candidates are learned from all the same. */
function withNames(
  { count, starts, ends }: Spans,
  names: readonly MarkedSpan[],
  types: readonly string[],
): LineSpans {
  const wanted = new Map(
    names.map(({ start, end, type }) => [start * 65536 + end, types.indexOf(type)]),
  )
  const all = Array.from({ length: count }, (_, i) => (starts[i] ?? 0) * 65536 + (ends[i] ?? 0))
  const known = new Set(all)
  for (const key of wanted.keys()) if (!known.has(key)) all.push(key)
  all.sort((a, b) => a - b)
  const spans = new Spans()
  for (const key of all) spans.add(Math.floor(key / 65536), key % 65536)
  return { spans, types: Int8Array.from(all, (key) => wanted.get(key) ?? -1) }
}
