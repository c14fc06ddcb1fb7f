/** Learns a whole tagger: the first reading, the second over first readings of papers held back, and what they are worth. */
import { defaultSchema } from '../../src/annotation/schema/schema.ts'
import {
  fitCalibration,
  type Outcome,
  uncalibrated,
} from '../../src/recognition/spans/calibrate.ts'
import { detector } from '../../src/recognition/spans/detector.ts'
import { tableOf } from '../../src/recognition/spans/feature-table.ts'
import { lineReader } from '../../src/recognition/spans/line-reading.ts'
import { pageNames, type ReadLine } from '../../src/recognition/spans/page-names.ts'
import { secondReading } from '../../src/recognition/spans/second-look.ts'
import { secondReader } from '../../src/recognition/spans/second-reader.ts'
import {
  type ModelParts,
  readTaggerModel,
  type TaggerModel,
  writeTaggerModel,
} from '../../src/recognition/spans/tagger-model.ts'
import { trainDetector } from './detector-trainer.ts'
import { lexicon } from './samples.ts'
import { type SecondSample, trainSecond } from './second-trainer.ts'
import type { SourcePage } from './sources.ts'
import { type MarkedLine, SpanData } from './span-data.ts'
import { packRows, scale, withoutSmall } from './span-pack.ts'
import { type Settings, SpanTrainer, usual } from './span-trainer.ts'

export const types = defaultSchema.types.map(({ name }) => name)

export interface Teaching {
  readonly pages: readonly SourcePage[]
  /** Lines that belong to no page. */
  readonly more: readonly MarkedLine[]
  /** Pages that probabilities are fitted to. */
  readonly dev: readonly SourcePage[]
  /** Papers are held back in so many parts. */
  readonly parts: number
}

/** The bytes of a tagger's model; `hear` is told what was done. */
export function learnTagger(
  { pages, more, dev, parts }: Teaching,
  hear: (what: string) => void,
): Uint8Array {
  const papers = [...new Set(pages.map(({ paper }) => paper))]
  const samples: SecondSample[] = []
  for (let part = 0; part < parts; part++) {
    const isHeld = ({ paper }: SourcePage): boolean => papers.indexOf(paper) % parts === part
    const model = modelOf(
      learnFirst(
        pages.filter((page) => !isHeld(page)),
        more,
      ),
    )
    for (const page of pages.filter(isHeld)) samples.push(...secondSamples(page, model))
    hear(`part ${part + 1} of ${parts} held back`)
  }
  const { keys, weights } = trainSecond(samples, types)
  const first = learnFirst(pages, more)
  const both = { ...hurried(first), second: packRows(keys, weights, types.length, scale / 2) }
  const read = dev.map((page) => ({ page, lines: readLines(page.lines, modelOf(both)) }))
  const outcomes = outcomesOf(modelOf(both), read)
  const bytes = writeTaggerModel({ ...both, calibrations: outcomes.map(fitCalibration) })
  hear(`${bytes.length} bytes`)
  return bytes
}

/**
 * Looks at fewer places and spans than it has learned from, and at fewer features of them: dev loses nothing by it, and half of
 * the time is saved.
 */
function hurried(parts: ModelParts): ModelParts {
  return {
    ...parts,
    threshold: -1.5,
    limits: parts.limits.map((limit) => limit + 0.75 / scale),
    detector: withoutSmall(parts.detector, 0.3),
    places: withoutSmall(parts.places, 0.4),
    spans: withoutSmall(parts.spans, 0.15),
  }
}

/** A model without a second reading. */
export function learnFirst(
  pages: readonly Pick<SourcePage, 'taught'>[],
  more: readonly MarkedLine[],
  settings: Settings = usual,
  typesOf: readonly string[] = types,
): ModelParts {
  const lines = [...pages.flatMap(({ taught }) => taught), ...more]
  const found = trainDetector(lines)
  const width = typesOf.length
  const detect = detector({ detector: tableOf(found.detector), limits: found.limits })
  const data = new SpanData(lines, typesOf, settings.least, detect)
  const trainer = new SpanTrainer(data, width, settings)
  trainer.train(() => {})
  const nothing = { width, keys: new Uint32Array(0), weights: new Int8Array(0) }
  return {
    types: typesOf,
    scale,
    ...found,
    threshold: settings.threshold,
    lengths: [...trainer.lengths],
    calibrations: typesOf.map(() => uncalibrated),
    places: packRows(data.placeKeys, trainer.placeWeights, 2 * width, settings.leastWeight),
    spans: packRows(data.spanKeys, trainer.spanWeights, width, settings.leastWeight),
    second: nothing,
  }
}

function secondSamples({ lines }: SourcePage, model: TaggerModel): readonly SecondSample[] {
  // All spans: with the likely ones alone, dev loses 0.2.
  const read = readLines(lines, model, 0)
  const names = pageNames(read, types.length)
  return read.map((line, index) => ({
    reading: secondReading(line, index, names, types.length),
    names: lines[index]?.names ?? [],
  }))
}

function readLines(
  lines: readonly MarkedLine[],
  model: TaggerModel,
  least?: number,
): readonly ReadLine[] {
  const read = lineReader(model, lexicon, least)
  return lines.map(({ line }) => read(line))
}

/** By type, what both readings find with its probability on pages that neither has learned from. */
function outcomesOf(
  model: TaggerModel,
  dev: readonly { readonly page: SourcePage; readonly lines: readonly ReadLine[] }[],
): readonly (readonly Outcome[])[] {
  const outcomes: Outcome[][] = types.map(() => [])
  const readAgain = secondReader(model)
  for (const { page, lines } of dev) {
    const names = pageNames(lines, types.length)
    for (const [index, line] of lines.entries()) {
      const wanted = page.lines[index]?.names ?? []
      const right = new Set(wanted.map(({ start, end, type }) => `${start} ${end} ${type}`))
      for (const { start, end, type, probability } of readAgain(line, index, names)) {
        const isRight = right.has(`${start} ${end} ${types[type]}`)
        outcomes[type]?.push({ raw: probability, isRight })
      }
    }
  }
  return outcomes
}

function modelOf(parts: ModelParts): TaggerModel {
  const model = readTaggerModel(writeTaggerModel(parts))
  if (model === undefined) throw new Error('The trained model cannot be read back.')
  return model
}
