/** Learns where names may begin and end at all: so cheaply told that all else looks at few places. */
import { detectorFeatures, placeFeatures } from '../../src/recognition/spans/detector.ts'
import { FeatureIndex } from '../../src/recognition/spans/feature-index.ts'
import {
  addRows,
  sumOf,
  type TableRows,
  tableOf,
} from '../../src/recognition/spans/feature-table.ts'
import { knownWords } from '../../src/recognition/spans/known-words.ts'
import { LineReader } from '../../src/recognition/spans/line.ts'
import { Numbers } from '../../src/recognition/spans/numbers.ts'
import { lexicon } from './samples.ts'
import type { MarkedLine } from './span-data.ts'
import { packRows, scale } from './span-pack.ts'

export interface DetectorParts {
  readonly detector: TableRows
  readonly limits: readonly number[]
}

const [passes, rate, least] = [4, 0.15, 10]

/** Share of beginnings and of ends that may be passed over. */
const mostLost = 0.0005

export function trainDetector(marked: readonly MarkedLine[]): DetectorParts {
  const { features, wanted } = placesOf(marked.filter(({ known }) => known === undefined))
  const hashes = features.slice()
  const index = new FeatureIndex()
  for (const feature of features) index.count(feature)
  const keys = index.number(least, 0)
  for (let i = 0; i < features.length; i++) features[i] = index.of(features[i] ?? 0)
  const weights = new Float32Array(keys.length * 2)
  const squares = new Float32Array(keys.length * 2).fill(1e-3)
  for (let pass = 0; pass < passes; pass++) {
    for (let place = 0; place < wanted.length; place++) {
      for (let side = 0; side < 2; side++) {
        let sum = 0
        for (let i = place * detectorFeatures; i < (place + 1) * detectorFeatures; i++) {
          const feature = features[i] ?? -1
          if (feature >= 0) sum += weights[feature * 2 + side] ?? 0
        }
        const gradient = 1 / (1 + Math.exp(-sum)) - (((wanted[place] ?? 0) >> side) & 1)
        if (Math.abs(gradient) < 0.01) continue
        for (let i = place * detectorFeatures; i < (place + 1) * detectorFeatures; i++) {
          const cell = (features[i] ?? -1) * 2 + side
          if (cell < 0) continue
          const square = (squares[cell] ?? 0) + gradient * gradient
          squares[cell] = square
          weights[cell] = (weights[cell] ?? 0) - (rate * gradient) / Math.sqrt(square)
        }
      }
    }
  }
  const detector = packRows(keys, weights, 2, 0.15)
  return { detector, limits: limitsOf(detector, hashes, wanted) }
}

/** Features of all places where words or lists end, and whether names begin (1) and end (2) there. */
function placesOf(marked: readonly MarkedLine[]): {
  readonly features: Int32Array
  readonly wanted: Int32Array
} {
  const reader = new LineReader(knownWords(lexicon))
  const out = new Int32Array(detectorFeatures)
  const [features, wanted] = [new Numbers(), new Numbers()]
  for (const { line, names } of marked) {
    reader.read(line)
    const begins = new Set(names.map(({ start }) => start))
    const ends = new Set(names.map(({ end }) => end))
    for (let at = 0; at <= line.text.length; at++) {
      if (reader.isEdge[at] === 0) continue
      features.pushAll(out, placeFeatures(reader, at, out))
      wanted.push((begins.has(at) ? 1 : 0) | (ends.has(at) ? 2 : 0))
    }
  }
  return { features: features.values(), wanted: wanted.values() }
}

/** The sums that all but a few beginnings and ends reach. */
function limitsOf(rows: TableRows, hashes: Int32Array, wanted: Int32Array): readonly number[] {
  const table = tableOf(rows)
  const sums: number[][] = [[], []]
  const row = new Int32Array(table.lanes)
  for (let place = 0; place < wanted.length; place++) {
    row.fill(0)
    const own = hashes.subarray(place * detectorFeatures, (place + 1) * detectorFeatures)
    addRows(table, own, detectorFeatures, row, 0)
    for (let side = 0; side < 2; side++) {
      if ((((wanted[place] ?? 0) >> side) & 1) === 1) sums[side]?.push(sumOf(row[0] ?? 0, side))
    }
  }
  return sums.map((side) => {
    side.sort((a, b) => a - b)
    // What is rare here is rarer still elsewhere: one of log odds is left.
    return (side[Math.floor(side.length * mostLost)] ?? 0) - 1 / scale
  })
}
