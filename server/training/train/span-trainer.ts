/** Learns the weights of the span model: the likelihood of marked lines, climbed line by line (AdaGrad), averaged. */
import type { Spans } from '../../src/recognition/spans/candidates.ts'
import { SpanLattice } from '../../src/recognition/spans/lattice.ts'
import { Room } from './room.ts'
import type { LineData, LineSpans, SpanData } from './span-data.ts'

export interface Settings {
  /** Passes that learn edges alone, before spans are chosen. */
  readonly warmUp: number
  readonly epochs: number
  readonly rate: number
  readonly l2: number
  /** How much the likelihood by edges alone counts beside the whole one. */
  readonly edges: number
  /** Log weight from which a span is chosen by its edges. */
  readonly threshold: number
  /** A feature met less often is left out. */
  readonly least: number
  readonly leastOfSpan: number
  /** A feature all of whose weights are nearer to 0 is left out of the model. */
  readonly leastWeight: number
  /** Share of features that a pass leaves out at random. */
  readonly dropout: number
}

export const usual: Settings = {
  warmUp: 2,
  epochs: 4,
  rate: 0.12,
  l2: 2e-5,
  edges: 0.3,
  threshold: -4,
  least: 8,
  leastOfSpan: 14,
  leastWeight: 0.08,
  dropout: 0.2,
}

/** Longest length that has a weight of its own. */
export const longestLength = 31

/** Weights with the sums of the squares of their gradients. */
class Weights {
  values: Float32Array
  squares: Float32Array

  constructor(size: number) {
    this.values = new Float32Array(size)
    this.squares = new Float32Array(size).fill(1e-3)
  }

  grow(size: number): void {
    const { values, squares } = this
    this.values = new Float32Array(size)
    this.values.set(values)
    this.squares = new Float32Array(size).fill(1e-3)
    this.squares.set(squares)
  }
}

export class SpanTrainer {
  readonly #data: SpanData
  readonly #types: number
  readonly #settings: Settings
  readonly #places: Weights
  readonly #spans: Weights
  readonly #lengths: Weights
  readonly #lattice = new SpanLattice()
  readonly #room: Room
  #random = 1

  constructor(data: SpanData, types: number, settings: Settings) {
    this.#data = data
    this.#types = types
    this.#settings = settings
    this.#places = new Weights(data.placeKeys.length * types * 2)
    this.#spans = new Weights(data.spanKeys.length * types)
    this.#lengths = new Weights((longestLength + 1) * types)
    this.#room = new Room(types)
  }

  /** By feature: weights of names that begin at the place by type, then of those that end there. */
  get placeWeights(): Float32Array {
    return this.#places.values
  }

  get spanWeights(): Float32Array {
    return this.#spans.values
  }

  /** By length and type. */
  get lengths(): Float32Array {
    return this.#lengths.values
  }

  /** Learns; `done` hears after each pass its number and the loss of it. */
  train(done: (epoch: number, loss: number) => void): void {
    const { warmUp, epochs, threshold, leastOfSpan } = this.#settings
    const averages: Float64Array[] = []
    let summed = 0
    for (let epoch = 0; epoch < warmUp + epochs; epoch++) {
      if (epoch === warmUp) {
        this.#data.choose((line) => this.#choose(line, threshold), leastOfSpan)
        this.#spans.grow(this.#data.spanKeys.length * this.#types)
      }
      let loss = 0
      for (const index of this.#order()) {
        const line = this.#data.lines[index]
        if (line !== undefined && line.spans.count > 0) loss += this.#learn(line)
      }
      done(epoch, loss)
      if (epoch < warmUp + epochs / 2) continue
      for (const [i, { values }] of this.#all().entries()) {
        const sum = averages[i] ?? new Float64Array(values.length)
        averages[i] = sum
        for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] ?? 0) + (values[k] ?? 0)
      }
      summed++
    }
    for (const [i, weights] of this.#all().entries()) {
      weights.values = Float32Array.from(averages[i] ?? [], (sum) => sum / summed)
    }
  }

  #all(): readonly Weights[] {
    return [this.#places, this.#spans, this.#lengths]
  }

  /** 1 for each span of the line that is likely enough by its edges. */
  #choose(line: LineData, threshold: number): Uint8Array {
    this.#room.reserve(line)
    this.#scoreEdges(line, 0)
    const chosen = new Uint8Array(line.spans.count)
    const types = this.#types
    const score = new Float64Array(types)
    for (let i = 0; i < chosen.length; i++) {
      this.#edgeScore(line.spans, i, score)
      if (score.some((value) => value > threshold)) chosen[i] = 1
    }
    return chosen
  }

  /** One step; gives the loss before it. */
  #learn(line: LineData): number {
    const { dropout, edges } = this.#settings
    const room = this.#room
    room.reserve(line)
    this.#random = (Math.imul(this.#random, 0x9e3779b1) + 0x7f4a7c15) | 0
    this.#scoreEdges(line, dropout)
    room.clearGradients(line.length)
    const whole = line.chosen
    let loss = 0
    if (whole === undefined) loss += this.#sum(line, line, undefined, 1)
    else {
      loss += this.#sum(line, whole, whole.features, 1)
      if (edges > 0) this.#sum(line, line, undefined, edges)
    }
    this.#stepEdges(line)
    if (whole !== undefined) this.#stepSpans(whole.features, whole.spans.count)
    return loss * line.weight
  }

  #scoreEdges(line: LineData, dropout: number): void {
    const { places, inner } = this.#room
    const { placeFeatures, innerFeatures } = this.#data
    const types = this.#types
    for (let at = 0; at <= line.length; at++) {
      const [from, to] = [line.places[at] ?? 0, line.places[at + 1] ?? 0]
      const both = { weights: this.#places.values, width: 2 * types, dropout }
      this.#add(placeFeatures, from, to, places, at, both)
    }
    inner.fill(0, 0, types)
    for (let at = 0; at < line.length; at++) {
      const [from, to] = [line.inner[at] ?? 0, line.inner[at + 1] ?? 0]
      const one = { weights: this.#spans.values, width: types, dropout }
      this.#add(innerFeatures, from, to, inner, at + 1, one)
      for (let t = 0; t < types; t++) {
        const cell = (at + 1) * types + t
        inner[cell] = (inner[cell] ?? 0) + (inner[cell - types] ?? 0)
      }
    }
  }

  /** Puts the sum of the weights of features into a row of `target`. */
  #add(
    features: Int32Array,
    from: number,
    to: number,
    target: Float64Array,
    row: number,
    { weights, width, dropout }: { weights: Float32Array; width: number; dropout: number },
  ): void {
    const start = row * width
    for (let t = 0; t < width; t++) target[start + t] = 0
    for (let i = from; i < to; i++) {
      const feature = features[i] ?? -1
      if (feature < 0 || this.#isDropped(i, dropout)) continue
      const own = feature * width
      for (let t = 0; t < width; t++) {
        target[start + t] = (target[start + t] ?? 0) + (weights[own + t] ?? 0)
      }
    }
  }

  #isDropped(position: number, dropout: number): boolean {
    if (dropout === 0) return false
    const mixed = Math.imul((position ^ this.#random) | 1, 0x85ebca6b)
    return (mixed ^ (mixed >>> 13)) >>> 0 < dropout * 4294967296
  }

  #edgeScore({ starts, ends }: Spans, i: number, out: Float64Array): void {
    const { places, inner } = this.#room
    const types = this.#types
    const lengths = this.#lengths.values
    const start = starts[i] ?? 0
    const end = ends[i] ?? 0
    const length = Math.min(end - start, longestLength) * types
    for (let t = 0; t < types; t++) {
      out[t] =
        (places[start * 2 * types + t] ?? 0) +
        (places[(end * 2 + 1) * types + t] ?? 0) +
        (inner[end * types + t] ?? 0) -
        (inner[start * types + t] ?? 0) +
        (lengths[length + t] ?? 0)
    }
  }

  /** Scores spans, sums over all ways, and adds the gradient; gives the loss. */
  #sum(
    line: LineData,
    { spans, types: wanted }: LineSpans,
    features: Int32Array | undefined,
    share: number,
  ): number {
    const room = this.#room
    const types = this.#types
    const { dropout } = this.#settings
    const scores = room.scores
    let right = 0
    const own = room.own
    const one = { weights: this.#spans.values, width: types, dropout }
    for (let i = 0; i < spans.count; i++) {
      this.#edgeScore(spans, i, own)
      if (features !== undefined) {
        const [from, to] = [features[i] ?? 0, features[i + 1] ?? 0]
        this.#add(this.#data.wholeFeatures, from, to, room.span, 0, one)
        for (let t = 0; t < types; t++) own[t] = (own[t] ?? 0) + (room.span[t] ?? 0)
      }
      let total = 0
      for (let t = 0; t < types; t++) {
        const weight = Math.exp(Math.min(60, own[t] ?? 0))
        scores[i * types + t] = weight
        total += weight
      }
      room.totals[i] = total
      const type = wanted[i] ?? -1
      if (type >= 0) right += Math.min(60, own[type] ?? 0)
    }
    const { isOpen } = line
    const open = isOpen === undefined ? 0 : this.#sumOpen(line.length, spans, wanted, isOpen)
    const loss = this.#lattice.sum(line.length, spans, room.totals) - right - open
    for (let i = 0; i < spans.count; i++) {
      const [start, end] = [spans.starts[i] ?? 0, spans.ends[i] ?? 0]
      const factor = this.#lattice.factor(start, end)
      const type = wanted[i] ?? -1
      const likely = factor * (room.totals[i] ?? 0)
      const openFactor = isOpen === undefined ? 0 : (room.openFactors[i] ?? 0)
      if (type < 0 && likely < 1e-3 && openFactor === 0) {
        if (features !== undefined) room.spanGradient.fill(0, i * types, (i + 1) * types)
        continue
      }
      const length = Math.min(end - start, longestLength)
      for (let t = 0; t < types; t++) {
        const is = factor * (scores[i * types + t] ?? 0)
        const should =
          t === type ? 1 : isOpen?.[t] === 1 ? openFactor * (scores[i * types + t] ?? 0) : 0
        const gradient = share * line.weight * (is - should)
        if (features !== undefined) room.spanGradient[i * types + t] = gradient
        const begin = start * 2 * types + t
        const behind = (end * 2 + 1) * types + t
        room.placeGradient[begin] = (room.placeGradient[begin] ?? 0) + gradient
        room.placeGradient[behind] = (room.placeGradient[behind] ?? 0) + gradient
        const [from, to] = [start * types + t, end * types + t]
        room.innerGradient[from] = (room.innerGradient[from] ?? 0) + gradient
        room.innerGradient[to] = (room.innerGradient[to] ?? 0) - gradient
        this.#step(this.#lengths, length * types + t, gradient)
      }
    }
    return loss
  }

  /** Sums over all ways that have the names of the line and, of types that nobody marked, any others. */
  #sumOpen(length: number, spans: Spans, wanted: Int8Array, isOpen: Uint8Array): number {
    const { scores, openTotals, openFactors } = this.#room
    const types = this.#types
    let taken = -1
    for (let i = 0; i < spans.count; i++) {
      openTotals[i] = 0
      if ((wanted[i] ?? -1) >= 0) taken = Math.max(taken, i)
    }
    const named = new Uint8Array(length + 1)
    if (taken >= 0) {
      for (let i = 0; i <= taken; i++) {
        if ((wanted[i] ?? -1) >= 0) named.fill(1, spans.starts[i] ?? 0, spans.ends[i] ?? 0)
      }
    }
    for (let i = 0; i < spans.count; i++) {
      if (named.subarray(spans.starts[i] ?? 0, spans.ends[i] ?? 0).includes(1)) continue
      let total = 0
      for (let t = 0; t < types; t++) if (isOpen[t] === 1) total += scores[i * types + t] ?? 0
      openTotals[i] = total
    }
    const sum = this.#lattice.sum(length, spans, openTotals)
    for (let i = 0; i < spans.count; i++) {
      openFactors[i] =
        (openTotals[i] ?? 0) > 0
          ? this.#lattice.factor(spans.starts[i] ?? 0, spans.ends[i] ?? 0)
          : 0
    }
    return sum
  }

  #stepEdges(line: LineData): void {
    const { placeGradient, innerGradient, span } = this.#room
    const { placeFeatures, innerFeatures } = this.#data
    const types = this.#types
    span.fill(0)
    for (let at = 0; at <= line.length; at++) {
      const [from, to] = [line.places[at] ?? 0, line.places[at + 1] ?? 0]
      const places = { weights: this.#places, gradients: placeGradient, width: 2 * types }
      this.#stepRow(placeFeatures, from, to, places, at)
      if (at === line.length) break
      for (let t = 0; t < types; t++) {
        const sum = (span[t] ?? 0) + (innerGradient[at * types + t] ?? 0)
        span[t] = sum
        innerGradient[at * types + t] = sum
      }
      const inner = { weights: this.#spans, gradients: innerGradient, width: types }
      this.#stepRow(innerFeatures, line.inner[at] ?? 0, line.inner[at + 1] ?? 0, inner, at)
    }
  }

  #stepSpans(features: Int32Array, count: number): void {
    const gradients = this.#room.spanGradient
    const spans = { weights: this.#spans, gradients, width: this.#types }
    for (let i = 0; i < count; i++) {
      const [from, to] = [features[i] ?? 0, features[i + 1] ?? 0]
      this.#stepRow(this.#data.wholeFeatures, from, to, spans, i)
    }
  }

  #stepRow(
    features: Int32Array,
    from: number,
    to: number,
    { weights, gradients, width }: { weights: Weights; gradients: Float64Array; width: number },
    row: number,
  ): void {
    let most = 0
    for (let t = 0; t < width; t++) most = Math.max(most, Math.abs(gradients[row * width + t] ?? 0))
    if (most < 1e-3) return
    const { values, squares } = weights
    const { rate, l2, dropout } = this.#settings
    for (let i = from; i < to; i++) {
      const feature = features[i] ?? -1
      if (feature < 0 || this.#isDropped(i, dropout)) continue
      for (let t = 0; t < width; t++) {
        const own = gradients[row * width + t] ?? 0
        if (own === 0) continue
        const cell = feature * width + t
        const weight = values[cell] ?? 0
        const gradient = own + l2 * weight
        const square = (squares[cell] ?? 0) + gradient * gradient
        squares[cell] = square
        values[cell] = weight - (rate * gradient) / Math.sqrt(square)
      }
    }
  }

  #step({ values, squares }: Weights, cell: number, gradient: number): void {
    const square = (squares[cell] ?? 0) + gradient * gradient
    squares[cell] = square
    values[cell] = (values[cell] ?? 0) - (this.#settings.rate * gradient) / Math.sqrt(square)
  }

  /** All lines in an order that is another one each time, and the same at every training. */
  #order(): Int32Array {
    const order = Int32Array.from(this.#data.lines, (_, index) => index)
    let state = this.#random ^ order.length
    for (let i = order.length - 1; i > 0; i--) {
      state = (Math.imul(state, 0x41c64e6d) + 0x3039) | 0
      const j = (state >>> 8) % (i + 1)
      const one = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = one
    }
    this.#random = state
    return order
  }
}
