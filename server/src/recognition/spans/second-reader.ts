/** Reads a line again, with what its page says. */

import { addRows, sumOf } from './feature-table.ts'
import { type FoundName, lineDecider } from './line-decider.ts'
import type { PageNames, ReadLine } from './page-names.ts'
import { mostSecondFeatures, secondReading } from './second-look.ts'
import type { TaggerModel } from './tagger-model.ts'

/** `index` is that of the line on its page. */
type ReadAgain = (line: ReadLine, index: number, names: PageNames) => readonly FoundName[]

/**
 * Spans for each character of a line that is read again; a page has one or fewer. More are where all is alike (one name over
 * and over), of which a page tells nothing and which would take minutes.
 */
const mostSpans = 12

/** Places of names for each character of a line that is read again, and up to how many there may always be. */
const mostHits = 0.75
const fewHits = 200

export function secondReader({ second, scale, types }: TaggerModel): ReadAgain {
  const width = types.length
  const decide = lineDecider(width)
  const features = new Int32Array(mostSecondFeatures)
  const sums = new Int32Array(second.lanes)
  return (read, index, names) => {
    const { length } = read.text
    if (read.scored.starts.length > mostSpans * length) return read.names
    if (names.hitsOf(index).length > Math.max(fewHits, mostHits * length)) return read.names
    const { line, features: featuresOf } = secondReading(read, index, names, width)
    const scores = line.scores.slice()
    for (let i = 0; i < line.starts.length; i++) {
      sums.fill(0)
      addRows(second, features, featuresOf(i, features), sums, 0)
      for (let t = 0; t < width; t++) {
        scores[i * width + t] = (scores[i * width + t] ?? 0) + sumOf(sums[t >> 1] ?? 0, t) * scale
      }
    }
    return decide({ ...line, scores }).names
  }
}
