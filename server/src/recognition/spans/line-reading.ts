/** The first reading of a line: spans that may be names, how probable each is, and the best way through them. */
import type { Lexicon } from '../../values/lexicon.ts'
import type { Line } from './line.ts'
import { type Decided, lineDecider, type WeighedLine } from './line-decider.ts'
import { lineScorer } from './line-scorer.ts'
import type { ReadLine } from './page-names.ts'
import type { TaggerModel } from './tagger-model.ts'

/** A span that is less probable, of whatever type, is none for the page either, which looks at all that are left. */
const unlikely = 0.003

/** `least` is how probable a span has to be to be left for a second look. */
export function lineReader(
  model: TaggerModel,
  lexicon: Lexicon,
  least = unlikely,
): (line: Line) => ReadLine {
  const score = lineScorer(model, lexicon)
  const width = model.types.length
  const decide = lineDecider(width)
  return (line) => {
    const scored = score(line)
    return likely(scored, { text: line.text, ...decide(scored) }, width, least)
  }
}

function likely(
  { length, starts, ends, scores }: WeighedLine,
  { text, names, probabilities }: Decided & Pick<ReadLine, 'text'>,
  width: number,
  least: number,
): ReadLine {
  let kept = 0
  for (let i = 0; i < starts.length; i++) {
    let most = 0
    for (let t = 0; t < width; t++) most = Math.max(most, probabilities[i * width + t] ?? 0)
    if (most < least) continue
    starts[kept] = starts[i] ?? 0
    ends[kept] = ends[i] ?? 0
    scores.copyWithin(kept * width, i * width, (i + 1) * width)
    probabilities.copyWithin(kept * width, i * width, (i + 1) * width)
    kept++
  }
  const scored = {
    length,
    starts: starts.slice(0, kept),
    ends: ends.slice(0, kept),
    scores: scores.slice(0, kept * width),
  }
  return { text, scored, names, probabilities: probabilities.slice(0, kept * width) }
}
