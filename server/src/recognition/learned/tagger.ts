/** The learned tagger: names of people, organisations and places by a conditional random field. */
import type { Lexicon } from '../../values/lexicon.ts'
import type { Candidate, Unit } from '../reading/recogniser.ts'
import { featuresAt, mostFeatures } from './features.ts'
import { mayEnd, outside, typeOf } from './labels.ts'
import { Lattice } from './lattice.ts'
import { rowOf, type TaggerModel } from './model.ts'
import { longestSegment, segmentsOf } from './segments.ts'
import { signalsOf } from './signals.ts'

export interface Tagger {
  /** Names in the unit, apart and in order, each with its probability as confidence. Total. */
  recognise(unit: Unit): readonly Candidate[]
  /** The same, so that other work may come between its steps. */
  inSteps?(unit: Unit): Generator<void, readonly Candidate[]>
}

export function createTagger(model: TaggerModel, lexicon: Lexicon): Tagger {
  const lattice = new Lattice(model.types.length, model.transitions)
  const scores = new Float64Array(longestSegment * lattice.labels)
  const features = new Uint32Array(mostFeatures)
  return {
    recognise(unit) {
      const candidates: Candidate[] = []
      const signals = signalsOf(unit, lexicon)
      for (const segment of segmentsOf(unit.text)) {
        const length = segment.end - segment.start
        scores.fill(0, 0, length * lattice.labels)
        for (let at = 0; at < length; at++) {
          const count = featuresAt(signals, segment.start + at, segment, features)
          addWeights(model, features.subarray(0, count), scores, at * lattice.labels)
        }
        const path = lattice.best(scores, length)
        if (path.every((label) => label === outside)) continue
        lattice.sum(scores, length)
        for (const name of namesIn(path)) {
          const confidence = lattice.probability(path, name.start, name.end)
          candidates.push({
            start: segment.start + name.start,
            end: segment.start + name.end,
            type: model.types[name.type] ?? '',
            confidence: Math.min(1, confidence),
            reason: `learned ${confidence.toFixed(2)}`,
          })
        }
      }
      return candidates
    },
  }
}

/** Adds the weights of all features of one character to its row of scores. */
export function addWeights(
  model: TaggerModel,
  features: Uint32Array,
  scores: Float64Array,
  row: number,
): void {
  const { rowStarts, labels, weights, scale } = model
  for (const feature of features) {
    const found = rowOf(model, feature)
    if (found < 0) continue
    const end = rowStarts[found + 1] ?? 0
    for (let i = rowStarts[found] ?? 0; i < end; i++) {
      const cell = row + (labels[i] ?? 0)
      scores[cell] = (scores[cell] ?? 0) + (weights[i] ?? 0) * scale
    }
  }
}

/** Names that a sequence of labels spells, with the index of their type. */
export function namesIn(path: Uint8Array): { start: number; end: number; type: number }[] {
  const names: { start: number; end: number; type: number }[] = []
  let start = 0
  for (const [at, label] of path.entries()) {
    if (label === outside) start = at + 1
    else if (mayEnd(label)) {
      names.push({ start, end: at + 1, type: typeOf(label) })
      start = at + 1
    }
  }
  return names
}
