/** Has the shipped model learn from pages that a person has done, and judges what it learned on pages held back. */
import type { Lexicon } from '../../values/lexicon.ts'
import { isSureEnough } from '../reading/sure-enough.ts'
import {
  type Calibration,
  calibrated,
  fitCalibration,
  type Outcome,
  uncalibrated,
} from '../spans/calibrate.ts'
import { mix } from '../spans/hash.ts'
import { type ModelParts, readModelParts, writeTaggerModel } from '../spans/tagger-model.ts'
import { adapt } from './adapt.ts'
import { adaptedParts, type PersonalModel, widened, withDifference } from './difference.ts'
import { heldBack } from './folds.ts'
import {
  add,
  type Counts,
  type CountsByType,
  countNames,
  type Judgement,
  judge,
  keyOf,
} from './judge.ts'
import type { MarkedPage } from './marked-lines.ts'
import { type FoundName, pageReader } from './page-reader.ts'
import { usual, withOwnTypes } from './settings.ts'

/** What a worker is sent: plain data. */
export interface LearnTask {
  /** At least two, with ids of their own. */
  readonly pages: readonly MarkedPage[]
  /** The bytes of the shipped model. */
  readonly shipped: Uint8Array
  readonly lexicon: Lexicon
  /** The model at work so far. */
  readonly last?: LearnedModel | undefined
}

/** A model with what it takes to judge the next one: plain data. */
export interface LearnedModel extends PersonalModel {
  /** How well each of its pages was done by a model that had not learned from it. */
  readonly heldBack: readonly HeldBack[]
}

export interface HeldBack {
  readonly id: string
  /** Two pages of the same text and marks have the same key. */
  readonly key: number
  readonly counts: readonly (readonly [string, Counts])[]
}

export interface Learned extends LearnedModel {
  readonly judgement: Judgement
}

/** A page with what was found on it by a model that had not learned from it. */
interface Judged {
  readonly page: MarkedPage
  readonly found: readonly (readonly FoundName[])[]
}

/** Steps of some milliseconds, each with the share that is done, from 0 to 1. Throws where `shipped` is no model. */
export function* learn({
  pages: given,
  shipped,
  lexicon,
  last,
}: LearnTask): Generator<number, Learned> {
  const parts = readModelParts(shipped)
  if (parts === undefined) throw new Error('The shipped model cannot be read.')
  const pages = [...given].sort((a, b) => (a.id < b.id ? -1 : 1))
  const base = widened(parts, [...parts.types, ...ownTypes(pages, parts.types)])
  const settings = base === parts ? usual : withOwnTypes
  const folds = heldBack(pages.map(({ id }) => id))
  let trained = 0
  function* learnFrom(some: readonly MarkedPage[]): Generator<number, ModelParts> {
    const lines = some.flatMap((page) => page.lines)
    const steps = adapt(lines, base, lexicon, settings)
    const all = Math.max(1, (settings.epochs + 1) * lines.length)
    for (let done = 0; ; done++) {
      const step = steps.next()
      if (step.done === true) {
        trained++
        return step.value
      }
      yield (trained + Math.min(1, done / all)) / (folds.length + 1)
    }
  }

  const judged: Judged[] = []
  for (const fold of folds) {
    const others = pages.filter((_, index) => !fold.includes(index))
    const difference = yield* learnFrom(others)
    const read = pageReader(withDifference(base, difference), lexicon)
    for (const index of fold) {
      const page = pages[index]
      if (page !== undefined) judged.push({ page, found: read(page) })
      yield trained / (folds.length + 1)
    }
  }
  const calibrations = calibrationsOf(judged, parts, base.types)
  const after = judged.map(({ page, found }) => countPage(page, found, calibrations))
  const readBase = pageReader(parts, lexicon)
  const without = judged.map(({ page }) => countPage(page, readBase(page), calibrations))
  const lastParts = last === undefined ? undefined : adaptedParts(parts, last.difference)
  const readLast = lastParts && pageReader(lastParts, lexicon)
  const before = judged.map(({ page }, index) => {
    // The model at work has learned from the page, so that its result there would be too good.
    const known = last?.heldBack.find(({ id, key }) => id === page.id && key === pageKey(page))
    if (known !== undefined) return new Map(known.counts)
    if (readLast === undefined || lastParts === undefined) return without[index] ?? new Map()
    const own = lastParts.types.map(
      (type, at) => [type, lastParts.calibrations[at] ?? uncalibrated] as const,
    )
    return countPage(page, readLast(page), new Map(own))
  })
  const difference = yield* learnFrom(pages)
  return {
    difference: writeTaggerModel({
      ...difference,
      calibrations: base.types.map((type) => calibrations.get(type) ?? uncalibrated),
    }),
    heldBack: judged.map(({ page }, index) => ({
      id: page.id,
      key: pageKey(page),
      counts: [...(after[index] ?? [])],
    })),
    judgement: judge(before, after, without),
  }
}

/** Own types that a model has room for. */
const mostOwn = 40

/** Types that the shipped model does not have: the most frequent ones, sorted by name. */
function ownTypes(pages: readonly MarkedPage[], shipped: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { lines } of pages) {
    for (const { names } of lines) {
      for (const { type } of names) {
        if (!shipped.includes(type)) counts.set(type, (counts.get(type) ?? 0) + 1)
      }
    }
  }
  return [...counts]
    .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .slice(0, mostOwn)
    .map(([type]) => type)
    .sort()
}

type Calibrations = ReadonlyMap<string, Calibration>

/** Those of the shipped types stay; those of own types are fitted to pages held back. */
function calibrationsOf(
  judged: readonly Judged[],
  shipped: ModelParts,
  types: readonly string[],
): Calibrations {
  const outcomes = new Map<string, Outcome[]>(types.map((type) => [type, []]))
  for (const { page, found } of judged) {
    for (const [index, names] of found.entries()) {
      const right = new Set(page.lines[index]?.names.map(keyOf))
      for (const name of names) {
        outcomes.get(name.type)?.push({ raw: name.raw, isRight: right.has(keyOf(name)) })
      }
    }
  }
  return new Map(
    types.map((type, at) => [
      type,
      shipped.calibrations[at] ?? fitCalibration(outcomes.get(type) ?? []),
    ]),
  )
}

/** Counts what is sure enough to be suggested. */
function countPage(
  { lines, lost }: MarkedPage,
  found: readonly (readonly FoundName[])[],
  calibrations: Calibrations,
): CountsByType {
  const counts = new Map<string, Counts>()
  for (const type of lost) add(counts, type, { gold: 1, found: 0, right: 0 })
  for (const [index, { names }] of lines.entries()) {
    const sure = (found[index] ?? []).filter(({ type, raw }) =>
      isSureEnough({
        type,
        confidence: calibrated(raw, calibrations.get(type) ?? uncalibrated),
      }),
    )
    countNames(names, sure, counts)
  }
  return counts
}

function pageKey({ lines, lost }: MarkedPage): number {
  let key = lost.length
  const add = (text: string): void => {
    for (let at = 0; at < text.length; at++) key = mix(key, text.charCodeAt(at))
  }
  for (const { line, names } of lines) {
    add(line.text)
    for (const { start, end, type } of names) {
      key = mix(mix(key, start), end)
      add(type)
    }
  }
  return key
}
