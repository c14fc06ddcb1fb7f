import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { loadTaggerModel } from '../../../server/src/corpus/analysis/lexicon.ts'
import {
  edgeFeatures,
  innerFeatures,
  mostEdgeFeatures,
} from '../../../server/src/recognition/spans/edge-features.ts'
import {
  addRows,
  type FeatureTable,
  sumOf,
} from '../../../server/src/recognition/spans/feature-table.ts'
import { knownWords } from '../../../server/src/recognition/spans/known-words.ts'
import { LineReader } from '../../../server/src/recognition/spans/line.ts'
import { lineScorer } from '../../../server/src/recognition/spans/line-scorer.ts'
import { linesOfUnit } from '../../../server/src/recognition/spans/lines.ts'
import { proposalsIn } from '../../../server/src/recognition/spans/proposals.ts'
import {
  mostSpanFeatures,
  spanFeatures,
} from '../../../server/src/recognition/spans/span-features.ts'
import { lastOf } from '../../../server/src/values/steps.ts'
import { lexicon, lexiconFolder } from '../../lexicon.ts'
import { segment } from '../../words/segmenter.ts'

const text = readFileSync(
  new URL('../../../seeds/001_b66ab0af8ed20314.txt', import.meta.url),
  'utf8',
).slice(0, 2000)
const model = loadTaggerModel(lexiconFolder)
const width = model.types.length

/** The sum of all rows of the features, by index in a row. */
function weights(table: FeatureTable, features: Int32Array, count: number): readonly number[] {
  const sums = new Int32Array(table.lanes)
  addRows(table, features, count, sums, 0)
  return Array.from({ length: table.width }, (_, t) => sumOf(sums[t >> 1] ?? 0, t))
}

/** The sums of a span by type, feature by feature. */
function sumsOf(reader: LineReader, start: number, end: number): readonly number[] {
  const out = new Int32Array(Math.max(mostEdgeFeatures, mostSpanFeatures))
  const parts = [
    weights(model.places, out, edgeFeatures(reader, start, out)),
    weights(model.places, out, edgeFeatures(reader, end, out)).slice(width),
    weights(model.spans, out, spanFeatures(reader, start, end, out)),
  ]
  for (let at = start; at < end; at++) {
    parts.push(weights(model.spans, out, innerFeatures(reader, at, out)))
  }
  const length = Math.min(end - start, model.lengths.length / width - 1)
  return model.types.map((_, t) => {
    const all = parts.reduce((sum, part) => sum + (part[t] ?? 0), 0)
    return all * model.scale + (model.lengths[length * width + t] ?? 0)
  })
}

describe('scores of a line', () => {
  it('are the sum of all weights of each span, whatever spans there are besides', () => {
    const unit = { text, words: segment(text), blocks: [], byline: [] }
    const score = lineScorer(model, lexicon)
    const reader = new LineReader(knownWords(lexicon))
    let compared = 0
    for (const { line } of linesOfUnit(unit, lastOf(proposalsIn(unit, lexicon)))) {
      const { starts, ends, scores } = score(line)
      reader.read(line)
      for (let i = 0; i < starts.length; i++) {
        const [start, end] = [starts[i] ?? 0, ends[i] ?? 0]
        for (const [t, sum] of sumsOf(reader, start, end).entries()) {
          const difference = sum - (scores[i * width + t] ?? 0)
          assert.ok(Math.abs(difference) < 1e-3, `${line.text.slice(start, end)}: ${difference}`)
        }
        compared++
      }
    }
    assert.ok(compared > 100)
  })
})
