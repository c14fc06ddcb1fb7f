/** Scores of the spans of a line that may be names: places and characters first, and of what is left the whole. */
import type { Lexicon } from '../../values/lexicon.ts'
import { Spans, spansIn } from './candidates.ts'
import { detector } from './detector.ts'
import { edgeFeatures, innerFeatures, mostEdgeFeatures } from './edge-features.ts'
import { addRows, sumOf } from './feature-table.ts'
import { knownWords } from './known-words.ts'
import { type Line, LineReader } from './line.ts'
import type { WeighedLine } from './line-decider.ts'
import { mostSpanFeatures, spanFeatures } from './span-features.ts'
import type { TaggerModel } from './tagger-model.ts'

/** What it gives holds until the next line is scored. */
export type LineScorer = (line: Line) => WeighedLine

export function lineScorer(model: TaggerModel, lexicon: Lexicon): LineScorer {
  const reader = new LineReader(knownWords(lexicon))
  const detect = detector(model)
  const spans = new Spans()
  const edges = new EdgeScores(model)
  const width = model.types.length
  const features = new Int32Array(mostSpanFeatures)
  const sums = new Int32Array(model.spans.lanes)
  let scores = new Float32Array(256 * width)
  return (line) => {
    reader.read(line)
    detect(reader)
    spansIn(reader, spans)
    if (spans.count > 0) edges.read(reader, spans)
    let kept = 0
    for (let i = 0; i < spans.count; i++) {
      const start = spans.starts[i] ?? 0
      const end = spans.ends[i] ?? 0
      if (!edges.isLikely(start, end)) continue
      if ((kept + 1) * width > scores.length) {
        const more = new Float32Array(scores.length * 2)
        more.set(scores)
        scores = more
      }
      sums.fill(0)
      addRows(model.spans, features, spanFeatures(reader, start, end, features), sums, 0)
      for (let t = 0; t < width; t++) {
        scores[kept * width + t] =
          (edges.scores[t] ?? 0) + sumOf(sums[t >> 1] ?? 0, t) * model.scale
      }
      spans.starts[kept] = start
      spans.ends[kept++] = end
    }
    return {
      length: reader.length,
      starts: spans.starts.subarray(0, kept),
      ends: spans.ends.subarray(0, kept),
      scores: scores.subarray(0, kept * width),
    }
  }
}

/** What a boundary is to the spans of a line: where some begin or end, and where the character behind it is part of one. */
const place = 1
const inside = 2

/** Sums of weights by boundary, and what stands inside as sums from the beginning of the line. */
class EdgeScores {
  /** Of the span that was asked for last, by type. */
  readonly scores: Float64Array
  #places = new Int32Array(0)
  #inner = new Int32Array(0)
  #uses = new Uint8Array(0)
  readonly #model: TaggerModel
  readonly #features = new Int32Array(mostEdgeFeatures)

  constructor(model: TaggerModel) {
    this.#model = model
    this.scores = new Float64Array(model.types.length)
  }

  read(line: LineReader, spans: Spans): void {
    const model = this.#model
    const features = this.#features
    const { length } = line
    this.#reserve(length)
    const [places, inner, uses] = [this.#places, this.#inner, this.#uses]
    uses.fill(0, 0, length + 1)
    // Spans are in order of their starts: what no earlier one has reached is inside of this one only.
    let reached = 0
    for (let i = 0; i < spans.count; i++) {
      const [start, end] = [spans.starts[i] ?? 0, spans.ends[i] ?? 0]
      for (let at = Math.max(start, reached); at < end; at++) uses[at] = (uses[at] ?? 0) | inside
      reached = Math.max(reached, end)
      uses[start] = (uses[start] ?? 0) | place
      uses[end] = (uses[end] ?? 0) | place
    }
    const { lanes } = model.spans
    places.fill(0, 0, (length + 1) * model.places.lanes)
    inner.fill(0, 0, lanes)
    for (let at = 0; at <= length; at++) {
      if (((uses[at] ?? 0) & place) !== 0) {
        const count = edgeFeatures(line, at, features)
        addRows(model.places, features, count, places, at * model.places.lanes)
      }
      if (at === length) break
      const row = at * lanes
      for (let i = 0; i < lanes; i++) inner[row + lanes + i] = inner[row + i] ?? 0
      if (((uses[at] ?? 0) & inside) === 0) continue
      addRows(model.spans, features, innerFeatures(line, at, features), inner, row + lanes)
    }
  }

  /** Whether a type is likely enough by edges and insides. */
  isLikely(start: number, end: number): boolean {
    const { scale, threshold, lengths, types, places: table, spans } = this.#model
    const width = types.length
    const [places, inner, scores] = [this.#places, this.#inner, this.scores]
    const left = start * table.lanes
    const right = end * table.lanes
    const from = start * spans.lanes
    const to = end * spans.lanes
    const length = Math.min(end - start, lengths.length / width - 1) * width
    let best = Number.NEGATIVE_INFINITY
    for (let t = 0; t < width; t++) {
      const ending = t + width
      const sum =
        sumOf(places[left + (t >> 1)] ?? 0, t) +
        sumOf(places[right + (ending >> 1)] ?? 0, ending) +
        sumOf(((inner[to + (t >> 1)] ?? 0) - (inner[from + (t >> 1)] ?? 0)) | 0, t)
      const score = sum * scale + (lengths[length + t] ?? 0)
      scores[t] = score
      if (score > best) best = score
    }
    return best > threshold
  }

  #reserve(length: number): void {
    const cells = (length + 2) * this.#model.places.lanes
    if (this.#places.length >= cells) return
    this.#places = new Int32Array(2 * cells)
    this.#inner = new Int32Array(2 * cells)
    this.#uses = new Uint8Array(2 * length + 4)
  }
}
