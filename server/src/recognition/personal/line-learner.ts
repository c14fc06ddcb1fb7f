/** Learns from one line after the other: how likely its names are by the weights so far, and a step towards likelier ones. */
import type { Lexicon } from '../../values/lexicon.ts'
import { Spans, spansIn } from '../spans/candidates.ts'
import { detector } from '../spans/detector.ts'
import { edgeFeatures, innerFeatures, mostEdgeFeatures } from '../spans/edge-features.ts'
import { FeatureIndex } from '../spans/feature-index.ts'
import { knownWords } from '../spans/known-words.ts'
import { SpanLattice } from '../spans/lattice.ts'
import { LineReader } from '../spans/line.ts'
import { Numbers } from '../spans/numbers.ts'
import { mostSpanFeatures, spanFeatures } from '../spans/span-features.ts'
import type { ModelParts, TaggerModel } from '../spans/tagger-model.ts'
import type { MarkedLine } from './marked-lines.ts'
import { Rows } from './rows.ts'
import type { Settings } from './settings.ts'

/** Spans in their order, with the index of the type of each, -1 for no name. */
interface Wanted {
  readonly spans: Spans
  readonly types: number[]
}

/** A line by its weights: log weights by span and type, and which features each sum is made of. */
interface Weighed extends Wanted {
  readonly length: number
  readonly scores: Float64Array
  /** The spans that are looked at as a whole, with what that adds. */
  readonly whole: Wanted & { readonly scores: Float64Array }
  /** Where the features of each boundary, character and whole span begin in the lists of those met. */
  readonly places: Int32Array
  readonly inner: Int32Array
  readonly wholes: Int32Array
}

export class LineLearner {
  readonly #model: TaggerModel
  readonly #settings: Settings
  readonly #width: number
  readonly #reader: LineReader
  readonly #detect: (line: LineReader) => void
  readonly #lattice = new SpanLattice()
  readonly #out = new Int32Array(Math.max(mostEdgeFeatures, mostSpanFeatures))
  readonly #metPlaces = new Numbers()
  readonly #metSpans = new Numbers()
  readonly #lengths: Float64Array
  readonly #lengthSquares: Float64Array
  /** How often each feature was met; until it is numbered, nothing has a difference. */
  readonly #counts = { places: new FeatureIndex(1 << 16), spans: new FeatureIndex(1 << 16) }
  #isCounting = true
  #places: Rows
  #spans: Rows
  #random = 1

  constructor(model: TaggerModel, lexicon: Lexicon, settings: Settings) {
    this.#model = model
    this.#settings = settings
    this.#width = model.types.length
    this.#reader = new LineReader(knownWords(lexicon))
    this.#detect = detector(model)
    this.#lengths = Float64Array.from(model.lengths)
    this.#lengthSquares = new Float64Array(model.lengths.length).fill(1)
    this.#places = new Rows(model.places, model.scale, new FeatureIndex(16), 1)
    this.#spans = new Rows(model.spans, model.scale, new FeatureIndex(16), 1)
  }

  /** Hears of a line before any is learned from. */
  count(line: MarkedLine): void {
    this.#weigh(line)
  }

  /** All lines are counted. */
  begin(): void {
    const { scale, places, spans } = this.#model
    const { least } = this.#settings
    this.#places = new Rows(places, scale, this.#counts.places, least)
    this.#spans = new Rows(spans, scale, this.#counts.spans, least)
    this.#isCounting = false
  }

  /** One step. */
  learn(line: MarkedLine): void {
    const weighed = this.#weigh(line)
    if (weighed === undefined) return
    const { spans, types, scores, length, whole } = weighed
    const width = this.#width
    const places = new Float64Array((length + 1) * 2 * width)
    const inner = new Float64Array((length + 1) * width)
    this.#gradients(length, whole, whole.scores, 1)
    this.#gradients(length, { spans, types }, scores, this.#settings.edges)
    this.#spread(whole.spans, whole.scores, places, inner)
    this.#spread(spans, scores, places, inner)
    const [ofPlaces, ofSpans] = [this.#metPlaces.values(), this.#metSpans.values()]
    const step = (rows: Rows, met: Int32Array, from: Int32Array, gradients: Float64Array): void => {
      for (let at = 0; at + 1 < from.length; at++) {
        const [begin, end] = [from[at] ?? 0, from[at + 1] ?? 0]
        if (begin < end) rows.step(met, begin, end, gradients, at * rows.width, this.#settings)
      }
    }
    step(this.#places, ofPlaces, weighed.places, places)
    for (let cell = width; cell < inner.length; cell++) {
      inner[cell] = (inner[cell] ?? 0) + (inner[cell - width] ?? 0)
    }
    step(this.#spans, ofSpans, weighed.inner, inner)
    step(this.#spans, ofSpans, weighed.wholes, whole.scores)
  }

  /** Rows of differences, and the lengths as they are now. */
  learned(): Pick<ModelParts, 'places' | 'spans' | 'lengths'> {
    const { leastDifference } = this.#settings
    return {
      places: this.#places.learned(leastDifference),
      spans: this.#spans.learned(leastDifference),
      lengths: Array.from(this.#lengths, (each) => Math.round(each * 1000) / 1000),
    }
  }

  /** `undefined` where nothing may be a name. */
  #weigh(marked: MarkedLine): Weighed | undefined {
    const { spans, types } = this.#wanted(marked)
    if (spans.count === 0) return undefined
    const reader = this.#reader
    const { length } = reader
    const width = this.#width
    const isPlace = new Uint8Array(length + 1)
    for (let i = 0; i < spans.count; i++) {
      isPlace[spans.starts[i] ?? 0] = 1
      isPlace[spans.ends[i] ?? 0] = 1
    }
    this.#metPlaces.length = 0
    this.#metSpans.length = 0
    const [out, metPlaces, metSpans] = [this.#out, this.#metPlaces, this.#metSpans]
    const places = new Int32Array(length + 2)
    const inner = new Int32Array(length + 1)
    const placeSums = new Float64Array((length + 1) * 2 * width)
    const innerSums = new Float64Array((length + 1) * width)
    for (let at = 0; at <= length; at++) {
      places[at] = metPlaces.length
      if (isPlace[at] === 1) {
        const count = this.#kept(edgeFeatures(reader, at, out), this.#counts.places)
        this.#places.look(out, count, placeSums, at * 2 * width, metPlaces)
      }
      places[at + 1] = metPlaces.length
      if (at === length) break
      inner[at] = metSpans.length
      const count = this.#kept(innerFeatures(reader, at, out), this.#counts.spans)
      this.#spans.look(out, count, innerSums, (at + 1) * width, metSpans)
      inner[at + 1] = metSpans.length
      for (let cell = (at + 1) * width; cell < (at + 2) * width; cell++) {
        innerSums[cell] = (innerSums[cell] ?? 0) + (innerSums[cell - width] ?? 0)
      }
    }
    const scores = new Float64Array(spans.count * width)
    for (let i = 0; i < spans.count; i++) {
      const [start, end] = [spans.starts[i] ?? 0, spans.ends[i] ?? 0]
      const size = this.#sizeOf(end - start)
      for (let t = 0; t < width; t++) {
        scores[i * width + t] =
          (placeSums[start * 2 * width + t] ?? 0) +
          (placeSums[(end * 2 + 1) * width + t] ?? 0) +
          (innerSums[end * width + t] ?? 0) -
          (innerSums[start * width + t] ?? 0) +
          (this.#lengths[size + t] ?? 0)
      }
    }
    return {
      spans,
      types,
      length,
      scores,
      places,
      inner,
      ...this.#wholes({ spans, types }, scores),
    }
  }

  /** Looks at names, and at spans that are likely enough, as a whole. */
  #wholes({ spans, types }: Wanted, scores: Float64Array): Pick<Weighed, 'whole' | 'wholes'> {
    const width = this.#width
    const { threshold } = this.#settings
    const whole = { spans: new Spans(), types: [] as number[] }
    const sums: Float64Array[] = []
    const wholes: number[] = []
    for (let i = 0; i < spans.count; i++) {
      const own = scores.subarray(i * width, (i + 1) * width)
      const type = types[i] ?? -1
      if (type < 0 && !own.some((score) => score > threshold)) continue
      const [start, end] = [spans.starts[i] ?? 0, spans.ends[i] ?? 0]
      whole.spans.add(start, end)
      whole.types.push(type)
      wholes.push(this.#metSpans.length)
      const sum = new Float64Array(width)
      const count = this.#kept(
        spanFeatures(this.#reader, start, end, this.#out),
        this.#counts.spans,
      )
      this.#spans.look(this.#out, count, sum, 0, this.#metSpans)
      for (let t = 0; t < width; t++) sum[t] = (sum[t] ?? 0) + (own[t] ?? 0)
      sums.push(sum)
    }
    wholes.push(this.#metSpans.length)
    const all = new Float64Array(sums.length * width)
    for (const [i, sum] of sums.entries()) all.set(sum, i * width)
    return { whole: { ...whole, scores: all }, wholes: Int32Array.from(wholes) }
  }

  /** Reads the line; names that are no candidates are learned from all the same. */
  #wanted({ line, names }: MarkedLine): Wanted {
    const reader = this.#reader
    reader.read(line)
    this.#detect(reader)
    const found = new Spans()
    spansIn(reader, found)
    const wanted = new Map(
      names.map(({ start, end, type }) => [start * 65536 + end, this.#model.types.indexOf(type)]),
    )
    const keys = new Set(wanted.keys())
    for (let i = 0; i < found.count; i++) {
      keys.add((found.starts[i] ?? 0) * 65536 + (found.ends[i] ?? 0))
    }
    const spans = new Spans()
    const types: number[] = []
    for (const key of [...keys].sort((a, b) => a - b)) {
      spans.add(Math.floor(key / 65536), key % 65536)
      types.push(wanted.get(key) ?? -1)
    }
    return { spans, types }
  }

  /** Leaves some of the features out, and counts them first. */
  #kept(count: number, index: FeatureIndex): number {
    const out = this.#out
    if (this.#isCounting) {
      for (let i = 0; i < count; i++) index.count(out[i] ?? 0)
      return count
    }
    const dropped = this.#settings.dropout * 4294967296
    let kept = 0
    for (let i = 0; i < count; i++) {
      this.#random ^= this.#random << 13
      this.#random ^= this.#random >>> 17
      this.#random ^= this.#random << 5
      if (this.#random >>> 0 >= dropped) out[kept++] = out[i] ?? 0
    }
    return kept
  }

  /** Puts gradients in the place of log weights. */
  #gradients(length: number, { spans, types }: Wanted, scores: Float64Array, share: number): void {
    const width = this.#width
    const totals = new Float64Array(spans.count)
    for (let i = 0; i < spans.count; i++) {
      let total = 0
      for (let cell = i * width; cell < (i + 1) * width; cell++) {
        const weight = Math.exp(Math.min(60, scores[cell] ?? 0))
        scores[cell] = weight
        total += weight
      }
      totals[i] = total
    }
    this.#lattice.sum(length, spans, totals)
    for (let i = 0; i < spans.count; i++) {
      const factor = this.#lattice.factor(spans.starts[i] ?? 0, spans.ends[i] ?? 0)
      const type = types[i] ?? -1
      const isFar = type < 0 && factor * (totals[i] ?? 0) < 1e-3
      for (let t = 0; t < width; t++) {
        const cell = i * width + t
        const off = factor * (scores[cell] ?? 0) - (t === type ? 1 : 0)
        scores[cell] = isFar ? 0 : share * off
      }
    }
  }

  /** Adds the gradients of spans to those of their places and, as changes from one to the next, of their characters. */
  #spread(spans: Spans, gradients: Float64Array, places: Float64Array, inner: Float64Array): void {
    const width = this.#width
    const add = (sums: Float64Array, cell: number, more: number): void => {
      sums[cell] = (sums[cell] ?? 0) + more
    }
    for (let i = 0; i < spans.count; i++) {
      const [start, end] = [spans.starts[i] ?? 0, spans.ends[i] ?? 0]
      const size = this.#sizeOf(end - start)
      for (let t = 0; t < width; t++) {
        const gradient = gradients[i * width + t] ?? 0
        if (gradient === 0) continue
        add(places, start * 2 * width + t, gradient)
        add(places, (end * 2 + 1) * width + t, gradient)
        add(inner, start * width + t, gradient)
        add(inner, end * width + t, -gradient)
        this.#stepLength(size + t, gradient)
      }
    }
  }

  #stepLength(cell: number, own: number): void {
    const { rate, pull } = this.#settings
    const now = this.#lengths[cell] ?? 0
    const gradient = own + pull * (now - (this.#model.lengths[cell] ?? 0))
    const square = (this.#lengthSquares[cell] ?? 0) + gradient * gradient
    this.#lengthSquares[cell] = square
    this.#lengths[cell] = now - (rate * gradient) / Math.sqrt(square)
  }

  /** Where the weights of a length begin. */
  #sizeOf(length: number): number {
    const width = this.#width
    return Math.min(length, this.#lengths.length / width - 1) * width
  }
}
