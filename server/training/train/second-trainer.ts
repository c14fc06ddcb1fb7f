/** Learns what the page adds: weights of the second reading, over first readings by models that never saw the page. */

import { FeatureIndex } from '../../src/recognition/spans/feature-index.ts'
import { SpanLattice } from '../../src/recognition/spans/lattice.ts'
import type { WeighedLine } from '../../src/recognition/spans/line-decider.ts'
import { Numbers } from '../../src/recognition/spans/numbers.ts'
import { mostSecondFeatures, type SecondReading } from '../../src/recognition/spans/second-look.ts'
import type { MarkedSpan } from '../../src/text/marked.ts'

export interface SecondSample {
  readonly reading: SecondReading
  readonly names: readonly MarkedSpan[]
}

export interface SecondWeights {
  readonly keys: Uint32Array
  /** By feature and type. */
  readonly weights: Float32Array
}

interface Settings {
  readonly epochs: number
  readonly rate: number
  readonly l2: number
  /** A feature met less often is left out. */
  readonly least: number
}

const usual: Settings = { epochs: 8, rate: 0.1, l2: 1e-3, least: 5 }

export function trainSecond(
  samples: readonly SecondSample[],
  types: readonly string[],
  settings: Settings = usual,
): SecondWeights {
  const trainer = new SecondTrainer(samples, types, settings)
  const averages = new Float32Array(trainer.weights.length)
  const from = Math.ceil(settings.epochs / 2)
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    trainer.pass()
    if (epoch < from) continue
    for (let i = 0; i < averages.length; i++) {
      averages[i] = (averages[i] ?? 0) + (trainer.weights[i] ?? 0) / (settings.epochs - from)
    }
  }
  return { keys: trainer.keys, weights: averages }
}

interface Line {
  readonly line: WeighedLine
  /** By span, where its features begin, and the end of the last. */
  readonly offsets: Int32Array
  /** By span, the index of its type, -1 for none. */
  readonly right: Int8Array
}

class SecondTrainer {
  readonly keys: Uint32Array
  readonly weights: Float32Array
  readonly #squares: Float32Array
  readonly #lines: readonly Line[]
  readonly #features: Int32Array
  readonly #width: number
  readonly #settings: Settings
  readonly #lattice = new SpanLattice()

  constructor(samples: readonly SecondSample[], types: readonly string[], settings: Settings) {
    const all = new Numbers()
    this.#lines = samples.map((sample) => lineOf(sample, types, all))
    this.#features = all.values()
    const index = new FeatureIndex()
    for (const feature of this.#features) index.count(feature)
    this.keys = index.number(settings.least, 0)
    for (let i = 0; i < this.#features.length; i++) {
      this.#features[i] = index.of(this.#features[i] ?? 0)
    }
    this.#width = types.length
    this.#settings = settings
    this.weights = new Float32Array(this.keys.length * types.length)
    this.#squares = new Float32Array(this.keys.length * types.length).fill(1e-2)
  }

  /** One step for each line, in their order. */
  pass(): void {
    const width = this.#width
    for (const each of this.#lines) {
      const { starts, ends, length } = each.line
      const count = starts.length
      if (count === 0) continue
      const { exps, totals } = this.#weigh(each)
      this.#lattice.sum(length, { count, starts, ends }, totals)
      for (let i = 0; i < count; i++) {
        const factor = this.#lattice.factor(starts[i] ?? 0, ends[i] ?? 0)
        const type = each.right[i] ?? -1
        if (type < 0 && factor * (totals[i] ?? 0) < 1e-3) continue
        const gradients = exps.subarray(i * width, (i + 1) * width)
        for (let t = 0; t < width; t++) {
          gradients[t] = factor * (gradients[t] ?? 0) - (t === type ? 1 : 0)
        }
        this.#step(each.offsets[i] ?? 0, each.offsets[i + 1] ?? 0, gradients)
      }
    }
  }

  #weigh({ line, offsets }: Line): { exps: Float64Array; totals: Float64Array } {
    const width = this.#width
    const count = line.starts.length
    const exps = Float64Array.from(line.scores)
    const totals = new Float64Array(count)
    for (let i = 0; i < count; i++) {
      for (let f = offsets[i] ?? 0; f < (offsets[i + 1] ?? 0); f++) {
        const row = (this.#features[f] ?? -1) * width
        if (row < 0) continue
        for (let t = 0; t < width; t++) {
          exps[i * width + t] = (exps[i * width + t] ?? 0) + (this.weights[row + t] ?? 0)
        }
      }
      for (let t = 0; t < width; t++) {
        const exp = Math.exp(Math.min(60, exps[i * width + t] ?? 0))
        exps[i * width + t] = exp
        totals[i] = (totals[i] ?? 0) + exp
      }
    }
    return { exps, totals }
  }

  #step(from: number, to: number, gradients: Float64Array): void {
    const { weights } = this
    const squares = this.#squares
    const { rate, l2 } = this.#settings
    const width = this.#width
    for (let f = from; f < to; f++) {
      const row = (this.#features[f] ?? -1) * width
      if (row < 0) continue
      for (let t = 0; t < width; t++) {
        const weight = weights[row + t] ?? 0
        const gradient = (gradients[t] ?? 0) + l2 * weight
        const square = (squares[row + t] ?? 0) + gradient * gradient
        squares[row + t] = square
        weights[row + t] = weight - (rate * gradient) / Math.sqrt(square)
      }
    }
  }
}

function lineOf({ reading, names }: SecondSample, types: readonly string[], all: Numbers): Line {
  const out = new Int32Array(mostSecondFeatures)
  const { starts, ends } = reading.line
  const wanted = new Map(
    names.map(({ start, end, type }) => [start * 65536 + end, types.indexOf(type)]),
  )
  const offsets = new Int32Array(starts.length + 1)
  for (let i = 0; i < starts.length; i++) {
    offsets[i] = all.length
    all.pushAll(out, reading.features(i, out))
  }
  offsets[starts.length] = all.length
  const right = Int8Array.from(
    starts,
    (start, i) => wanted.get(start * 65536 + (ends[i] ?? 0)) ?? -1,
  )
  return { line: reading.line, offsets, right }
}
