/** What training makes small: how unlikely the field finds the labels of its samples. */
import { labelCount } from '../../src/recognition/learned/labels.ts'
import { Lattice } from '../../src/recognition/learned/lattice.ts'
import type { Instances } from './instances.ts'

/** Parameters: first the transitions, `from * labels + to`, then the weights by feature. */
export interface Layout {
  readonly labels: number
  readonly transitions: number
  /** By feature, where its parameters begin (behind the transitions), and the end of the last. */
  readonly rows: Uint32Array
  /** By parameter behind the transitions: its label. */
  readonly rowLabels: Uint8Array
  readonly size: number
}

/** A feature has a weight for each label that it was met with, and for no other. */
export function layoutOf(
  { keys, features, featureStarts, labels }: Instances,
  types: number,
): Layout {
  const count = labelCount(types)
  const met = new Uint32Array(keys.length)
  for (let character = 0; character < labels.length; character++) {
    const bit = 1 << (labels[character] ?? 0)
    const end = featureStarts[character + 1] ?? 0
    for (let at = featureStarts[character] ?? 0; at < end; at++) {
      const feature = features[at] ?? 0
      met[feature] = (met[feature] ?? 0) | bit
    }
  }
  const rows = new Uint32Array(keys.length + 1)
  const rowLabels: number[] = []
  for (const [feature, bits] of met.entries()) {
    for (let label = 0; label < count; label++) if (bits & (1 << label)) rowLabels.push(label)
    rows[feature + 1] = rowLabels.length
  }
  const transitions = count * count
  const size = transitions + rowLabels.length
  return { labels: count, transitions, rows, rowLabels: Uint8Array.from(rowLabels), size }
}

/** Gives the loss at `parameters` and writes its gradient. */
export type Objective = (parameters: Float64Array, gradient: Float64Array) => number

/**
 * The negative log likelihood of the samples, with `l2` times the squared weights. `weights` by
 * sequence say how often each counts.
 */
export function objectiveOf(
  instances: Instances,
  layout: Layout,
  { weights, l2 }: { weights: Float64Array; l2: number },
): Objective {
  const { starts } = instances
  const transitions = new Float64Array(layout.transitions)
  const lattice = new Lattice((layout.labels - 1) / 4, transitions)
  const longest = starts.reduce((most, end, i) => Math.max(most, end - (starts[i - 1] ?? 0)), 0)
  const scores = new Float64Array(longest * layout.labels)
  return (parameters, gradient) => {
    transitions.set(parameters.subarray(0, layout.transitions))
    lattice.setTransitions()
    let loss = 0
    for (let i = 0; i < parameters.length; i++) {
      const value = parameters[i] ?? 0
      gradient[i] = 2 * l2 * value
      loss += l2 * value * value
    }
    for (const [sequence, weight] of weights.entries()) {
      if (weight === 0) continue
      const start = starts[sequence] ?? 0
      const length = (starts[sequence + 1] ?? 0) - start
      fillScores(instances, layout, parameters, { start, length, scores })
      const log = lattice.sum(scores, length)
      const right = rightScore(instances, layout, parameters, { start, length, scores })
      loss += weight * (log - right)
      addGradient(instances, layout, lattice, { start, length, weight, gradient })
    }
    return loss
  }
}

interface Sequence {
  readonly start: number
  readonly length: number
  readonly scores: Float64Array
}

function fillScores(
  { features, featureStarts }: Instances,
  { labels, transitions, rows, rowLabels }: Layout,
  parameters: Float64Array,
  { start, length, scores }: Sequence,
): void {
  scores.fill(0, 0, length * labels)
  for (let at = 0; at < length; at++) {
    const end = featureStarts[start + at + 1] ?? 0
    for (let f = featureStarts[start + at] ?? 0; f < end; f++) {
      const feature = features[f] ?? 0
      const rowEnd = rows[feature + 1] ?? 0
      for (let i = rows[feature] ?? 0; i < rowEnd; i++) {
        const weight = parameters[transitions + i] ?? 0
        if (weight === 0) continue
        const cell = at * labels + (rowLabels[i] ?? 0)
        scores[cell] = (scores[cell] ?? 0) + weight
      }
    }
  }
}

/** The score of the labels that are right. */
function rightScore(
  instances: Instances,
  { labels }: Layout,
  parameters: Float64Array,
  { start, length, scores }: Sequence,
): number {
  let score = 0
  let before = -1
  for (let at = 0; at < length; at++) {
    const label = instances.labels[start + at] ?? 0
    score += scores[at * labels + label] ?? 0
    if (before >= 0) score += parameters[before * labels + label] ?? 0
    before = label
  }
  return score
}

interface Step {
  readonly start: number
  readonly length: number
  readonly weight: number
  readonly gradient: Float64Array
}

/** Adds what the field expects less what is right, for one sequence. */
function addGradient(
  instances: Instances,
  { labels, transitions, rows, rowLabels }: Layout,
  lattice: Lattice,
  { start, length, weight, gradient }: Step,
): void {
  const { features, featureStarts } = instances
  const excess = new Float64Array(labels)
  for (let at = 0; at < length; at++) {
    const right = instances.labels[start + at] ?? 0
    for (let y = 0; y < labels; y++) {
      const cell = at * labels + y
      excess[y] = weight * (lattice.forward[cell] ?? 0) * (lattice.backward[cell] ?? 0)
    }
    excess[right] = (excess[right] ?? 0) - weight
    const end = featureStarts[start + at + 1] ?? 0
    for (let f = featureStarts[start + at] ?? 0; f < end; f++) {
      const feature = features[f] ?? 0
      const rowEnd = rows[feature + 1] ?? 0
      for (let i = rows[feature] ?? 0; i < rowEnd; i++) {
        gradient[transitions + i] =
          (gradient[transitions + i] ?? 0) + (excess[rowLabels[i] ?? 0] ?? 0)
      }
    }
    if (at > 0) addArcs(lattice, { at, weight, gradient })
    if (at > 0) {
      const arc = (instances.labels[start + at - 1] ?? 0) * labels + right
      gradient[arc] = (gradient[arc] ?? 0) - weight
    }
  }
}

/** Adds the expected number of each pair of labels at `at - 1` and `at`. */
function addArcs(
  lattice: Lattice,
  { at, weight, gradient }: { at: number; weight: number; gradient: Float64Array },
): void {
  const { labels, arcs, forward, backward, potentials, scales } = lattice
  const row = at * labels
  const share = weight / (scales[at] ?? 1)
  for (let i = 0; i < arcs.length; i += 2) {
    const from = arcs[i] ?? 0
    const to = arcs[i + 1] ?? 0
    const inside = (forward[row - labels + from] ?? 0) * lattice.factor(from, to)
    const expected = inside * (potentials[row + to] ?? 0) * (backward[row + to] ?? 0) * share
    gradient[from * labels + to] = (gradient[from * labels + to] ?? 0) + expected
  }
}
