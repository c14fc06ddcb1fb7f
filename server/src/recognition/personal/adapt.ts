/**
 * The shipped tagger goes on learning from pages that a person has done: the likelihood of their lines is climbed line by line
 * (AdaGrad), and each weight is drawn back to the shipped one.
 */
import type { Lexicon } from '../../values/lexicon.ts'
import { type ModelParts, taggerModelOf } from '../spans/tagger-model.ts'
import { LineLearner } from './line-learner.ts'
import type { MarkedLine } from './marked-lines.ts'
import { type Settings, usual } from './settings.ts'
import { shuffler } from './shuffler.ts'

/** A step for each line, so that a caller can stop; the value is what the adapted model differs by from `model`. */
export function* adapt(
  lines: readonly MarkedLine[],
  model: ModelParts,
  lexicon: Lexicon,
  settings: Settings = usual,
): Generator<void, ModelParts> {
  const learner = new LineLearner(taggerModelOf(model), lexicon, settings)
  for (const line of lines) {
    learner.count(line)
    yield
  }
  const shuffled = shuffler()
  learner.begin()
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (const line of shuffled(lines)) {
      learner.learn(line)
      yield
    }
  }
  const nothing = { keys: new Uint32Array(0), weights: new Int8Array(0) }
  return {
    types: model.types,
    scale: model.scale,
    limits: model.limits,
    threshold: model.threshold,
    calibrations: model.calibrations,
    detector: { width: model.detector.width, ...nothing },
    second: { width: model.second.width, ...nothing },
    ...learner.learned(),
  }
}
