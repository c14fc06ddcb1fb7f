/** What a personal model says of a line: the names that it finds, and how likely those of others are. */

import { mostPersonalFeatures, personalFeatures } from './features.ts'
import type { LabelModel } from './label-model.ts'
import { addWeights } from './label-model.ts'
import { labelCount } from './labels.ts'
import type { LineSample, TypedName } from './sample.ts'
import { longestSegment } from './segments.ts'
import { Sequence } from './sequence.ts'

interface LikelyName extends TypedName {
  /** 0 to 1, as the model has it: `Calibration` makes a confidence of it. */
  readonly raw: number
}

export interface Verdict {
  /** In order and apart. */
  readonly found: readonly LikelyName[]
  /** One for each of the line's base names; `undefined` where the model does not know the type. */
  readonly base: readonly (number | undefined)[]
}

export type Decoder = (line: LineSample) => Verdict

/** How much a difference of scores means. One value fits most pages; the calibration corrects the rest. */
const usualSharpness = 0.2

export function decoder(model: LabelModel, sharpness = usualSharpness): Decoder {
  const { types } = model
  const labels = labelCount(types.length)
  const sequence = new Sequence(types.length)
  const scores = new Float64Array(longestSegment * labels)
  const features = new Uint32Array(mostPersonalFeatures)
  const indices = new Map(types.map((type, index) => [type, index]))
  return (line) => {
    const featuresAt = personalFeatures(line)
    const found: LikelyName[] = []
    const base: (number | undefined)[] = line.base.map(() => undefined)
    for (const segment of line.segments) {
      const { start } = segment
      const length = segment.end - start
      scores.fill(0, 0, length * labels)
      for (let at = 0; at < length; at++) {
        const count = featuresAt(start + at, segment, features)
        addWeights(model, features.subarray(0, count), scores, at * labels)
      }
      const names = sequence.best(scores, length)
      const asked = line.base.flatMap((name, index) => {
        const type = indices.get(name.type)
        const isWithin = name.start >= start && name.end <= segment.end
        return type !== undefined && isWithin
          ? [{ index, start: name.start - start, end: name.end - start, type }]
          : []
      })
      if (names.length === 0 && asked.length === 0) continue
      sequence.sum(scores, length, sharpness)
      for (const name of names) {
        found.push({
          start: start + name.start,
          end: start + name.end,
          type: types[name.type] ?? '',
          raw: sequence.probability(name),
        })
      }
      for (const name of asked) base[name.index] = sequence.probability(name)
    }
    return { found, base }
  }
}
