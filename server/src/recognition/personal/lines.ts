/** Cuts a unit that the recogniser has resolved into the lines that the personal model looks at. */
import { linesOf } from '../../text/lines.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { chainsOf } from '../reading/divisions.ts'
import type { Candidate } from '../reading/recogniser.ts'
import { trim } from '../reading/trim.ts'
import { hashOf } from '../spans/hash.ts'
import type { ResolvedUnit } from '../spread/spread.ts'
import { lineOf, piecesOf } from './line-pieces.ts'
import type { BaseName, LineSample } from './sample.ts'
import { segmentsOf } from './segments.ts'
import { signalsOf } from './signals.ts'

export interface UnitLine {
  /** Offset of the line in its unit. */
  readonly start: number
  readonly text: string
  /** Candidates that remained in it, trimmed, with offsets in the line; `sample.base` has the same order. */
  readonly base: readonly Candidate[]
  /** Equal lines have equal keys. */
  readonly key: string
  /** Costly: made when it is asked for. */
  readonly sample: () => LineSample
}

/** Candidates that are not in one line whole are in none. */
export function* unitLines(
  { unit, candidates }: Pick<ResolvedUnit, 'unit' | 'candidates'>,
  lexicon: Lexicon,
): Generator<UnitLine> {
  const tokensOf = piecesOf(unit.tokens)
  const chainsIn = piecesOf(chainsOf(unit, lexicon))
  const baseOf = piecesOf(candidates.map((each) => ({ ...each, ...trim(unit.text, each) })))
  for (const { start, text } of linesOf(unit.text)) {
    const end = start + text.length
    const tokens = tokensOf(start, end)
    const chains = chainsIn(start, end)
    const base = baseOf(start, end).filter((each) => each.start >= 0 && each.end <= text.length)
    const names = base.map(baseName)
    yield {
      start,
      text,
      base,
      key: JSON.stringify([text, chains, names]),
      sample: () => ({
        signals: signalsOf(lineOf(text, tokens, chains), lexicon),
        segments: segmentsOf(text),
        base: names,
      }),
    }
  }
}

function baseName({ start, end, type, confidence, reason }: Candidate): BaseName {
  return { start, end, type, confidence, reason: hashOf(reason.replace(/[\d.]+/g, '')) }
}
