/**
 * Trains the tagger and prints its figures: `npm run train`. `--without 000` leaves a gold page out,
 * `--folds` each of them in turn; both write no model, unless `--out DIR` says where. See `train/settings.ts` for what can be tried.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readModel } from '../src/recognition/learned/model.ts'
import { createTagger, type Tagger } from '../src/recognition/learned/tagger.ts'
import { dataLines } from './train/data.ts'
import { type Counts, count, differences, report } from './train/evaluate.ts'
import { type GoldPage, goldPages, lexicon, type Sample, samplesOf } from './train/samples.ts'
import { sentences } from './train/sentences.ts'
import { settings } from './train/settings.ts'
import { createTrainer } from './train/trainer.ts'

const { types } = settings
const target = new URL('../lexicon/model/tagger.bin', import.meta.url)

const pages = goldPages()
const trainer = createTrainer([
  ...samplesOf(dataLines('gsdsimp-train'), 'uner'),
  ...(settings.tune ? [] : samplesOf(dataLines('gsdsimp-dev'), 'uner')),
  ...samplesOf(sentences(settings.templates), 'templates'),
  ...pages.flatMap(({ samples }) => samples),
])
const left = settings.folds ? pages.map(({ name }) => name) : settings.without
if (left.length === 0) {
  const model = trainer.train(() => true)
  writeFileSync(target, model)
  const tagger = taggerOf(model)
  printTests(tagger)
  printSpeed(tagger)
} else {
  const all: Counts = new Map()
  for (const page of pages) if (left.includes(page.name)) leaveOut(page, all)
  console.log(report('left out', all, types))
}

function leaveOut(page: GoldPage, all: Counts): void {
  const model = trainer.train((source) => source !== page.name)
  if (settings.out !== undefined) writeFileSync(join(settings.out, `${page.name}.bin`), model)
  const tagger = taggerOf(model)
  const counts: Counts = new Map()
  for (const sums of [all, counts]) {
    count(tagger, page.samples, types, { counts: sums, lost: page.lost })
  }
  console.log(report(`without ${page.name}`, counts, types))
  if (settings.differences) console.log(differences(tagger, page.samples, types).join('\n'))
  printTests(tagger)
}

function printTests(tagger: Tagger): void {
  for (const name of [...(settings.tune ? ['gsdsimp-dev'] : []), 'gsdsimp-test', 'pud-test']) {
    print(name, tagger, samplesOf(dataLines(name), name))
  }
  print(
    'gold, seen',
    tagger,
    pages.flatMap(({ samples }) => samples),
  )
}

function print(name: string, tagger: Tagger, samples: readonly Sample[]): void {
  const counts: Counts = new Map()
  count(tagger, samples, types, { counts })
  console.log(report(name, counts, types))
}

/** Characters a millisecond, once words are cut: features, both passes, names. */
function printSpeed(tagger: Tagger): void {
  const units = pages.flatMap(({ samples }) => samples.map(({ unit }) => unit))
  const characters = units.reduce((sum, { text }) => sum + text.length, 0)
  const times = Array.from({ length: 15 }, () => {
    // New units: what is known of a unit is remembered with it.
    const fresh = units.map((unit) => ({ ...unit }))
    const started = performance.now()
    for (const unit of fresh) tagger.recognise(unit)
    return performance.now() - started
  }).sort((a, b) => a - b)
  console.log(`${Math.round(characters / (times[7] ?? 1))} characters a millisecond`)
}

function taggerOf(bytes: Uint8Array): Tagger {
  const model = readModel(bytes)
  if (model === undefined) throw new Error('The trained model cannot be read back.')
  return createTagger(model, lexicon)
}
