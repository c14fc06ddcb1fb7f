/** Trains models from one set of samples, each time with some of their sources. */
import { instancesOf } from './instances.ts'
import { layoutOf, objectiveOf } from './objective.ts'
import { minimise } from './owlqn.ts'
import { packModel } from './pack.ts'
import type { Sample } from './samples.ts'
import { settings } from './settings.ts'

export interface Trainer {
  /** The bytes of a model that learns from what is common and the gold pages that `learns` names. */
  train(learns: (source: string) => boolean): Uint8Array
}

export function createTrainer(samples: readonly Sample[]): Trainer {
  const { types, c1 } = settings
  const instances = instancesOf(samples, types, 2)
  const layout = layoutOf(instances, types.length)
  const { length } = instances.labels
  console.log(`${length} characters, ${instances.keys.length} features, ${layout.size} parameters`)
  const minimum = (weights: Float64Array, initial: Float64Array): Float64Array =>
    minimise(objectiveOf(instances, layout, { weights, l2: 0.01 }), initial, {
      l1: (parameter) => (parameter < layout.transitions ? 0 : c1),
      iterations: settings.iterations,
      onIteration(iteration, loss, nonZero) {
        if (settings.verbose) console.log(iteration, loss.toFixed(1), nonZero)
      },
    })
  const weightsFor = (learns: (source: string) => boolean): Float64Array =>
    Float64Array.from(instances.sources, (source) => (learns(source) ? weightOf(source) : 0))
  // Learned once for all models: what every one of them is told.
  let common: Float64Array | undefined
  return {
    train(learns) {
      const started = performance.now()
      common ??= minimum(weightsFor(isCommon), new Float64Array(layout.size))
      const parameters = minimum(
        weightsFor((source) => isCommon(source) || learns(source)),
        common,
      )
      const model = packModel(types, instances, layout, parameters)
      const seconds = (performance.now() - started) / 1000
      console.log(`trained in ${seconds.toFixed(0)} s, ${(model.length / 1024).toFixed(0)} KB`)
      return model
    },
  }
}

function isCommon(source: string): boolean {
  return source === 'uner' || source === 'templates'
}

function weightOf(source: string): number {
  if (source === 'uner') return settings.uner
  return source === 'templates' ? settings.made : settings.gold
}
