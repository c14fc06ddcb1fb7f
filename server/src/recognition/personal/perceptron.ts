/** The averaged perceptron that learns a person's names, warm-started with what the recogniser finds anyway. */

import { baseFeature, mostPersonalFeatures, personalFeatures } from './features.ts'
import { writeLabelModel } from './label-model.ts'
import { labelCount, markName } from './labels.ts'
import type { MarkedLine } from './sample.ts'
import { longestSegment } from './segments.ts'
import { type FoundName, Sequence } from './sequence.ts'
import { Weights } from './weights.ts'

interface Learning {
  /** Passes over all lines. */
  readonly epochs: number
  /** How much a finding of the rest of the recogniser is believed at first, in units of one update. */
  readonly trust: number
}

const learning: Learning = { epochs: 8, trust: 60 }

/** Steps of `train`: after each line, so that a caller can stop. The value is a model in the file's form. */
export function* train(
  lines: readonly MarkedLine[],
  types: readonly string[],
  { epochs, trust }: Learning = learning,
): Generator<void, Uint8Array> {
  const labels = labelCount(types.length)
  const weights = new Weights(labels)
  for (const [index, type] of types.entries()) {
    for (let place = 1; place <= 4; place++) {
      weights.add(baseFeature(type, place), 4 * index + place, trust, 0)
    }
  }
  const sequence = new Sequence(types.length)
  const scores = new Float64Array(longestSegment * labels)
  const features = new Uint32Array(longestSegment * mostPersonalFeatures)
  const starts = new Uint32Array(longestSegment + 1)
  const random = shuffler()
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const line of random(lines)) {
      const featuresAt = personalFeatures(line)
      for (const segment of line.segments) {
        const length = segment.end - segment.start
        scores.fill(0, 0, length * labels)
        for (let at = 0; at < length; at++) {
          const from = at === 0 ? 0 : (starts[at] ?? 0)
          const count = featuresAt(segment.start + at, segment, features.subarray(from))
          starts[at + 1] = from + count
          for (let i = from; i < from + count; i++) {
            weights.score(features[i] ?? 0, scores, at * labels)
          }
        }
        step++
        const found = labelled(sequence.best(scores, length), length)
        const wanted = labelled(namesWithin(line, segment, types), length)
        for (let at = 0; at < length; at++) {
          const [is, should] = [found[at] ?? 0, wanted[at] ?? 0]
          if (is === should) continue
          for (let i = starts[at] ?? 0; i < (starts[at + 1] ?? 0); i++) {
            weights.add(features[i] ?? 0, should, 1, step)
            weights.add(features[i] ?? 0, is, -1, step)
          }
        }
      }
      yield
    }
  }
  return pack(types, weights, step)
}

/** The names that a segment holds whole, in its offsets. */
function namesWithin(
  { names }: MarkedLine,
  { start, end }: { readonly start: number; readonly end: number },
  types: readonly string[],
): readonly FoundName[] {
  return names.flatMap((name) => {
    const type = types.indexOf(name.type)
    const isWhole = type >= 0 && name.start >= start && name.end <= end
    return isWhole ? [{ start: name.start - start, end: name.end - start, type }] : []
  })
}

function labelled(names: readonly FoundName[], length: number): Uint8Array {
  const labels = new Uint8Array(length)
  for (const { start, end, type } of names) markName(labels, start, end, type)
  return labels
}

/** The order of each pass: the same one at every training. */
function shuffler(): <T>(items: readonly T[]) => readonly T[] {
  let state = 1
  return (items) => {
    const order = [...items]
    for (let at = order.length - 1; at > 0; at--) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      const other = Math.floor((state / 2 ** 32) * (at + 1))
      const [a, b] = [order[at], order[other]]
      if (a !== undefined && b !== undefined) {
        order[at] = b
        order[other] = a
      }
    }
    return order
  }
}

/** Weights as multiples of a 127th of the largest; smaller ones are dropped. */
function pack(types: readonly string[], weights: Weights, steps: number): Uint8Array {
  let largest = 0
  for (const { row } of weights.averages(steps)) {
    for (const value of row) largest = Math.max(largest, Math.abs(value))
  }
  const scale = Math.max(largest, 1e-9) / 127
  const rows = [...weights.averages(steps)]
    .map(({ feature, row }) => ({
      feature,
      cells: [...row].flatMap((value, label): (readonly [number, number])[] => {
        const weight = Math.round(value / scale)
        return weight === 0 ? [] : [[label, weight]]
      }),
    }))
    .filter(({ cells }) => cells.length > 0)
  const cells = rows.flatMap((row) => row.cells)
  return writeLabelModel(
    { types, features: rows.length, weights: cells.length, scale },
    {
      transitions: new Float64Array(labelCount(types.length) ** 2),
      keys: Uint32Array.from(rows, ({ feature }) => feature),
      counts: Uint8Array.from(rows, (row) => row.cells.length),
      labels: Uint8Array.from(cells, ([label]) => label),
      weights: Int8Array.from(cells, ([, weight]) => weight),
    },
  )
}
