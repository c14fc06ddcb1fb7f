import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { readModel } from '../../../server/src/recognition/learned/model.ts'
import { createTagger } from '../../../server/src/recognition/learned/tagger.ts'
import { instancesOf } from '../../../server/training/train/instances.ts'
import { layoutOf, objectiveOf } from '../../../server/training/train/objective.ts'
import { minimise } from '../../../server/training/train/owlqn.ts'
import { packModel } from '../../../server/training/train/pack.ts'
import { lexicon, samplesOf } from '../../../server/training/train/samples.ts'
import { sentences } from '../../../server/training/train/sentences.ts'
import { parseMarked } from '../../marked.ts'

const types = ['Person', 'Place']
const samples = samplesOf(['⟦王芳|Person⟧去⟦东阳|Place⟧。', '⟦李伟|Person⟧在家。'], 'few')
const instances = instancesOf(samples, types, 1)
const layout = layoutOf(instances, types.length)
const weights = Float64Array.from(instances.sources, () => 2)

describe('training', () => {
  it('knows the gradient of its loss', () => {
    const objective = objectiveOf(instances, layout, { weights, l2: 0.1 })
    const at = Float64Array.from({ length: layout.size }, (_, i) => Math.sin(i * i))
    const gradient = new Float64Array(layout.size)
    objective(at, gradient)
    const scratch = new Float64Array(layout.size)
    const step = 1e-5
    // 2 is the pair outside, inner of a person: it is illegal, so its slope is that of L2 alone.
    for (const i of [0, 1, 2, 30, layout.transitions, layout.transitions + 9, layout.size - 1]) {
      const ahead = objective(at.with(i, (at[i] ?? 0) + step), scratch)
      const behind = objective(at.with(i, (at[i] ?? 0) - step), scratch)
      assert.ok(Math.abs((ahead - behind) / (2 * step) - (gradient[i] ?? 0)) < 1e-4)
    }
  })

  it('finds the least of a sum of squares, with small parameters held at 0', () => {
    const targets = [3, -2, 0.4]
    const found = minimise(
      (at, gradient) =>
        targets.reduce((sum, target, i) => {
          const off = (at[i] ?? 0) - target
          gradient[i] = 2 * off
          return sum + off * off
        }, 0),
      new Float64Array(3),
      { l1: () => 1, iterations: 50 },
    )
    for (const [i, least] of [2.5, -1.5, 0].entries()) {
      assert.ok(Math.abs((found[i] ?? Number.NaN) - least) < 1e-3)
    }
    assert.equal(found[2], 0)
  })

  it('learns its samples, through the bytes of a model', () => {
    const objective = objectiveOf(instances, layout, { weights, l2: 0.001 })
    const options = { l1: () => 0.001, iterations: 50 }
    const parameters = minimise(objective, new Float64Array(layout.size), options)
    const model = readModel(packModel(types, instances, layout, parameters))
    assert.ok(model)
    const tagger = createTagger(model, lexicon)
    for (const { unit, names } of samples) {
      const found = tagger.recognise(unit).map(({ start, end, type }) => ({ start, end, type }))
      assert.deepEqual(found, names)
    }
  })
})

describe('sentences from templates', () => {
  const made = sentences(1000)

  it('are the same at every run', () => {
    assert.deepEqual(sentences(1000), made)
    assert.notDeepEqual(sentences(1000, 2), made)
  })

  it('have all slots filled and no marks within marks', () => {
    for (const sentence of made) {
      assert.doesNotMatch(sentence, /[{}]/)
      let end = 0
      for (const span of parseMarked(sentence).spans) {
        assert.ok(span.start >= end, sentence)
        end = span.end
      }
    }
  })

  it('know no name of the gold pages', () => {
    const files = ['templates.txt', 'slots.txt'].map((name) =>
      readFileSync(new URL(`../../../server/training/train/${name}`, import.meta.url), 'utf8'),
    )
    const gold = new URL('../../gold/', import.meta.url)
    const names = readdirSync(gold)
      .filter((name) => name.endsWith('.gold.txt'))
      .map((name) => parseMarked(readFileSync(new URL(name, gold), 'utf8')))
      .flatMap(({ text, spans }) =>
        spans
          .filter(({ type }) => type === 'Person' || type === 'Place')
          .map(({ start, end }) => text.slice(start, end)),
      )
    assert.ok(names.length > 100)
    assert.deepEqual(
      names.filter((name) => files.some((file) => file.includes(name))),
      [],
    )
  })
})
