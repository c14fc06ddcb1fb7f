/**
 * `speed-pass.ts`: reads every page of train and dev once, by nodejieba alone and by the whole recogniser in turn, and prints
 * for each how long it took, in ms of the thread's processor time, as JSON. Nothing is read twice, so that nothing is remembered.
 */
import nodejieba from 'nodejieba'
import { segment as cut } from '../../../test/words/segmenter.ts'
import { loadLexicon, loadTaggerModel } from '../../src/corpus/analysis/lexicon.ts'
import { analysePage } from '../../src/page/page.ts'
import { concluder } from '../../src/recognition/conclude.ts'
import { partsOfUnit } from '../../src/recognition/reading/long-units.ts'
import { unitsOf } from '../../src/recognition/reading/units.ts'
import { createTagger } from '../../src/recognition/spans/tagger.ts'
import { lastOf } from '../../src/values/steps.ts'
import { segmentByLine } from '../../src/words/by-line.ts'
import { corpusPages } from '../pages/read.ts'

export interface Pass {
  readonly characters: number
  /** By page and stage. */
  readonly times: readonly (readonly number[])[]
}

const folder = new URL('../../lexicon', import.meta.url).pathname
const lexicon = loadLexicon(folder)
const tagger = createTagger(loadTaggerModel(folder), lexicon, 10_000)
/** As a command has it, which reads one page after the other. */
const segment = segmentByLine(cut, 10_000)
const conclude = concluder({ lexicon, tagger })

/** Time in which other programs had the processor does not count. */
function now(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function read(text: string): readonly number[] {
  const started = now()
  const page = analysePage(text, lexicon)
  const placed = unitsOf(page).flatMap(partsOfUnit)
  const structured = now()
  const units = placed.map(({ draft }) => ({ ...draft, words: segment(draft.text) }))
  const cut = now()
  const found = units.map((unit) => {
    const reading = lastOf(tagger.read(unit))
    const candidates = tagger.candidates(reading)
    return { unit, all: candidates, candidates, reading }
  })
  const seen = now()
  conclude(found, { text, placed, marks: undefined })
  return [structured - started, cut - structured, seen - cut, now() - seen]
}

function tag(text: string): number {
  const started = now()
  nodejieba.tag(text)
  return now() - started
}

// What is made at the first page (dictionary, expressions, lists) belongs to loading.
read('本报讯 记者王明报道')
tag('词')
const texts = corpusPages(['train', 'dev']).map(({ text }) => text)
const times = texts.map((text, index) => {
  if (index % 2 === 0) return [tag(text), ...read(text)]
  const own = read(text)
  return [tag(text), ...own]
})
const pass: Pass = { characters: texts.reduce((sum, { length }) => sum + length, 0), times }
console.log(JSON.stringify(pass))
