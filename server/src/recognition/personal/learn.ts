/** Learns a model from pages that a person has done, and judges it on pages held back. */

import { fitCalibration, type Outcome } from '../spans/calibrate.ts'
import { mix } from '../spans/hash.ts'
import { type Decoder, decoder, type Verdict } from './decode.ts'
import { heldBack } from './folds.ts'
import { add, type Counts, type CountsByType, countNames, type Judgement, judge } from './judge.ts'
import { readLabelModel } from './label-model.ts'
import type { MarkedPage } from './marked-lines.ts'
import { train } from './perceptron.ts'
import type { MarkedLine } from './sample.ts'
import { type Calibrations, keyOf, noCalibrations, settle } from './settle.ts'

/** What a worker is sent: plain data. */
export interface LearnTask {
  /** At least two, with ids of their own. */
  readonly pages: readonly MarkedPage[]
  /** The model at work so far. */
  readonly last?: LearnedModel | undefined
}

/** A model with what it takes to judge the next one: plain data. */
export interface LearnedModel {
  /** As `writeLabelModel` of the shipped tagger writes them. */
  readonly model: Uint8Array
  readonly calibrations: Calibrations
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

/** Steps of some milliseconds, each with the share that is done, from 0 to 1. */
export function* learn({ pages: given, last }: LearnTask): Generator<number, Learned> {
  const pages = [...given].sort((a, b) => (a.id < b.id ? -1 : 1))
  const types = typesOf(pages)
  const folds = heldBack(pages.map(({ id }) => id))
  let trained = 0
  function* trainOn(some: readonly MarkedPage[]): Generator<number, Uint8Array> {
    const lines = some.flatMap((page) => page.lines)
    const steps = train(lines, types)
    for (let done = 0; ; done++) {
      const step = steps.next()
      if (step.done === true) {
        trained++
        return step.value
      }
      yield (trained + Math.min(1, done / (8 * lines.length))) / (folds.length + 1)
    }
  }

  const judged: { readonly page: MarkedPage; readonly verdicts: readonly Verdict[] }[] = []
  for (const fold of folds) {
    const decode = decoderOf(yield* trainOn(pages.filter((_, index) => !fold.includes(index))))
    for (const index of fold) {
      const page = pages[index]
      if (page !== undefined && decode !== undefined) {
        judged.push({ page, verdicts: page.lines.map(decode) })
      }
    }
  }
  const calibrations = calibrate(judged)
  const after = judged.map(({ page, verdicts }) => countPage(page, calibrations, verdicts))
  const lastDecode = last === undefined ? undefined : decoderOf(last.model)
  const before = judged.map(({ page }) => {
    // The model at work has learned from the page, so that its result there would be too good.
    const known = last?.heldBack.find(({ id, key }) => id === page.id && key === pageKey(page))
    if (known !== undefined) return new Map(known.counts)
    if (last === undefined || lastDecode === undefined) return countPage(page, noCalibrations)
    return countPage(page, last.calibrations, page.lines.map(lastDecode))
  })
  const without = judged.map(({ page }) => countPage(page, noCalibrations))
  const model = yield* trainOn(pages)
  return {
    model,
    calibrations,
    heldBack: judged.map(({ page }, index) => ({
      id: page.id,
      key: pageKey(page),
      counts: [...(after[index] ?? [])],
    })),
    judgement: judge(before, after, without),
  }
}

/** A model has a byte for its labels, four of which a type needs. */
const mostTypes = 60

/** The most frequent types of the pages, sorted by name. */
function typesOf(pages: readonly MarkedPage[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { lines } of pages) {
    for (const { names, base } of lines) {
      for (const { type } of [...names, ...base]) counts.set(type, (counts.get(type) ?? 0) + 1)
    }
  }
  return [...counts]
    .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .slice(0, mostTypes)
    .map(([type]) => type)
    .sort()
}

function decoderOf(bytes: Uint8Array): Decoder | undefined {
  const model = readLabelModel(bytes)
  return model === undefined ? undefined : decoder(model)
}

function calibrate(
  judged: readonly { readonly page: MarkedPage; readonly verdicts: readonly Verdict[] }[],
): Calibrations {
  const added: Outcome[] = []
  const base: Outcome[] = []
  for (const { page, verdicts } of judged) {
    for (const [index, line] of page.lines.entries()) {
      const right = new Set(line.names.map(keyOf))
      const known = new Set(line.base.map(keyOf))
      const verdict = verdicts[index]
      for (const name of verdict?.found ?? []) {
        const key = keyOf(name)
        if (!known.has(key)) added.push({ raw: name.raw, isRight: right.has(key) })
      }
      for (const [at, name] of line.base.entries()) {
        const raw = verdict?.base[at]
        if (raw !== undefined) base.push({ raw, isRight: right.has(keyOf(name)) })
      }
    }
  }
  return { added: fitCalibration(added), base: fitCalibration(base) }
}

/** Counts of what the rest of the recogniser finds, without a personal model. */
function countPage(
  { lines, lost }: MarkedPage,
  calibrations: Calibrations,
  verdicts?: readonly Verdict[],
): CountsByType {
  const counts = new Map<string, Counts>()
  for (const type of lost) add(counts, type, { gold: 1, found: 0, right: 0 })
  for (const [index, line] of lines.entries()) {
    countNames(line.names, namesAfter(line, calibrations, verdicts?.[index]), counts)
  }
  return counts
}

function namesAfter({ base }: MarkedLine, calibrations: Calibrations, verdict?: Verdict) {
  if (verdict === undefined) return base
  const { added, ceilings } = settle(verdict, base, calibrations)
  return [...base.filter((_, index) => ceilings[index] !== 0), ...added]
}

function pageKey({ lines, lost }: MarkedPage): number {
  let key = lost.length
  for (const { signals, names } of lines) {
    for (const unit of signals.units) key = mix(key, unit)
    for (const { start, end, type } of names) {
      key = mix(mix(mix(key, start), end), type.length)
      for (let at = 0; at < type.length; at++) key = mix(key, type.charCodeAt(at))
    }
  }
  return key
}
