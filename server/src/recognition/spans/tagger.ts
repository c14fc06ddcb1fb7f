/** The learned tagger: reads a unit line by line, and looks again once the page's other units are read. */

import { overlaps } from '../../text/span.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { recent } from '../../values/recent.ts'
import type { Candidate, Unit } from '../reading/recogniser.ts'
import { calibrated } from './calibrate.ts'
import type { Line, Proposal } from './line.ts'
import type { FoundName } from './line-decider.ts'
import { lineReader } from './line-reading.ts'
import { linesOfUnit, type PlacedLine } from './lines.ts'
import { type PageNames, pageNames, type ReadLine } from './page-names.ts'
import { proposalsIn } from './proposals.ts'
import { secondReader } from './second-reader.ts'
import type { TaggerModel } from './tagger-model.ts'

export interface Tagger {
  /** Reads a unit; `without` names rules that are left out. Total. */
  read(unit: Unit, without?: ReadonlySet<string>): Generator<void, UnitReading>
  /** What a reading says without its page. */
  candidates(reading: UnitReading): readonly Candidate[]
  /** What the readings of all units of a page say together, in their order. */
  look(readings: readonly UnitReading[]): readonly (readonly Candidate[])[]
}

/** A unit after its first reading. */
export interface UnitReading {
  readonly lines: readonly LineReading[]
  /** Names by rules that go over a line break, where no model looks: a title in 《》. */
  readonly across: readonly Candidate[]
}

interface LineReading {
  /** Offset of the line in its unit. */
  readonly start: number
  readonly read: ReadLine
  readonly proposals: readonly Proposal[]
}

export const nothingRead: UnitReading = { lines: [], across: [] }

/** Equal lines have equal keys; no text has the character that parts the rest from it. */
function keyOf(text: string, block: Line['block'], proposals: readonly Proposal[]): string {
  let key = `${text}\n${block}`
  for (const { start, end, type, confidence, rule, reason, wins } of proposals) {
    key += `\n${start} ${end} ${type} ${confidence} ${rule} ${reason} ${wins}`
  }
  return key
}

/**
 * `remembered` is the length of the text and the proposals of all lines that are, in UTF-16 units: those of some open
 * pages, or of a large one. `source` is what a name says of itself that no rule proposed.
 */
export function createTagger(
  model: TaggerModel,
  lexicon: Lexicon,
  remembered = 1_000_000,
  source = 'learned',
): Tagger {
  const read = lineReader(model, lexicon)
  const known = recent<ReadLine>(remembered, (key) => key.length)
  const readLine = ({ line }: PlacedLine): ReadLine => {
    const { text, block, proposals } = line
    return known(keyOf(text, block, proposals), () => read(line))
  }
  const toCandidate = candidateMaker(model, source)
  return {
    *read(unit, without) {
      const proposals = yield* proposalsIn(unit, lexicon, without)
      const lines: LineReading[] = []
      for (const placed of linesOfUnit(unit, proposals)) {
        const { start, line } = placed
        lines.push({ start, read: readLine(placed), proposals: line.proposals })
        yield
      }
      const across = proposals.filter(
        ({ start, end, wins }) => wins && unit.text.slice(start, end).includes('\n'),
      )
      return { lines, across }
    },
    candidates: ({ lines, across }) =>
      withAcross(
        lines.flatMap((line) => line.read.names.map((name) => toCandidate(name, line))),
        across,
      ),
    look: secondLook(model, toCandidate),
  }
}

function withAcross(
  candidates: readonly Candidate[],
  across: readonly Candidate[],
): readonly Candidate[] {
  if (across.length === 0) return candidates
  const left = candidates.filter((each) => !across.some((other) => overlaps(each, other)))
  return [...left, ...across].sort((a, b) => a.start - b.start)
}

type ToCandidate = (name: FoundName, line: LineReading) => Candidate

/** A rule that found the same says why; else the model only knows how probable the name is. */
function candidateMaker({ types, calibrations }: TaggerModel, source: string): ToCandidate {
  // By hundredths.
  const reasons = Array.from({ length: 101 }, (_, i) => `${source} ${(i / 100).toFixed(2)}`)
  return (name, { start, proposals }) => {
    const type = types[name.type] ?? ''
    const calibration = calibrations[name.type]
    const confidence =
      calibration === undefined ? name.probability : calibrated(name.probability, calibration)
    const rule = proposals.find(
      (each) => each.start === name.start && each.end === name.end && each.type === type,
    )
    return {
      start: start + name.start,
      end: start + name.end,
      type,
      confidence,
      reason: rule?.reason ?? reasons[Math.round(confidence * 100)] ?? '',
      isWeighed: true,
    }
  }
}

function secondLook(model: TaggerModel, toCandidate: ToCandidate): Tagger['look'] {
  const width = model.types.length
  const readAgain = secondReader(model)
  return (readings) => {
    const placed = readings.flatMap(({ lines }, unit) => lines.map((line) => ({ unit, line })))
    const names = pageNames(
      placed.map(({ line }) => line.read),
      width,
    )
    const originOf = (name: FoundName, index: number): Origin | undefined => {
      const own = placed[index]
      const elsewhere = own && elsewhereOf(name, own.line, index, names)
      const from = elsewhere && placed[elsewhere.line]
      if (elsewhere === undefined || from === undefined) return undefined
      const { start, isReason } = elsewhere
      return { unit: from.unit, start: from.line.start + start, isReason }
    }
    const found: Candidate[][] = readings.map(() => [])
    for (const [index, { unit, line }] of placed.entries()) {
      for (const name of readAgain(line.read, index, names)) {
        found[unit]?.push(withOrigin(toCandidate(name, line), originOf(name, index)))
      }
    }
    return found.map((own, unit) => withAcross(own, readings[unit]?.across ?? []))
  }
}

/** Where a name stands that another is known from, and whether it would not be believed without that place. */
interface Origin {
  readonly unit: number
  readonly start: number
  readonly isReason: boolean
}

function withOrigin(candidate: Candidate, origin: Origin | undefined): Candidate {
  if (origin === undefined) return candidate
  const { unit, start, isReason } = origin
  return {
    ...candidate,
    ...(isReason ? { reason: 'named elsewhere on the page' } : {}),
    origin: { unit, start },
  }
}

/** Where the name stands first on the page; `undefined` where that is here. */
function elsewhereOf(
  { start, end, type }: FoundName,
  { read }: LineReading,
  index: number,
  names: PageNames,
): { readonly line: number; readonly start: number; readonly isReason: boolean } | undefined {
  const place = names.named(read.text.slice(start, end))?.first[type] ?? -1
  const line = Math.floor(place / 65536)
  // A name is noted without the quotes that are part of it, one character later.
  if (place < 0 || (line === index && Math.abs((place % 65536) - start) < 2)) return undefined
  const isReason = !read.names.some((each) => each.start === start && each.end === end)
  return { line, start: place % 65536, isReason }
}
