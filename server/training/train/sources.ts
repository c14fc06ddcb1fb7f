/** What the tagger learns from, in lines: the written corpus, the gold pages, copies with other names, Universal NER. */
import { readdirSync, readFileSync } from 'node:fs'
import { readMarked } from '../../src/text/marked.ts'
import { corpusPages, type Part } from '../pages/read.ts'
import { dataLines } from './data.ts'
import { linesIn } from './own-lists.ts'
import { type Marked, markedLines, markedUnits } from './pages.ts'
import { lexicon, samplesOf } from './samples.ts'
import { settings } from './settings.ts'
import type { MarkedLine } from './span-data.ts'
import { nameSwapper } from './swap.ts'

export interface SourcePage {
  readonly name: string
  /** Pages of one paper are held back together. */
  readonly paper: string
  /** As it is, each line once. */
  readonly lines: readonly MarkedLine[]
  /** All that is learned from it, with weights. */
  readonly taught: readonly MarkedLine[]
}

/** Pages of the written corpus without anything added. */
export function writtenPages(part: Part): readonly SourcePage[] {
  return corpusPages([part]).map((page) => {
    const lines = linesOf(page, 1)
    return { name: page.name, paper: page.paper, lines, taught: lines }
  })
}

/** What is learned from: the training part and the gold pages, each with a copy that has other names. */
export function taughtPages(): readonly SourcePage[] {
  const swap = nameSwapper(lexicon)
  const pages = writtenPages('train').map((page, index) => ({ page, seed: index + 1 }))
  const marked = new Map<string, Marked>(corpusPages(['train']).map((page) => [page.name, page]))
  return [
    ...pages.map(({ page, seed }) => {
      const own = marked.get(page.name)
      const copy = own === undefined ? [] : linesOf(swap(own, seed), settings.copies)
      return { ...page, taught: [...page.taught, ...copy] }
    }),
    ...goldPages().map(({ name, page }, index) => {
      const taught = [
        ...linesOf(page, settings.gold),
        ...linesOf(swap(page, 55 + index), settings.gold),
      ]
      return { name, paper: name, lines: linesOf(page, 1), taught }
    }),
  ]
}

/** Sentences in which people, organisations and places are marked and nothing else. */
export function unerLines(): readonly MarkedLine[] {
  const known = new Set(['Person', 'Organization', 'Place'])
  return [...dataLines('gsdsimp-train'), ...dataLines('gsdsimp-dev')].flatMap((line) =>
    samplesOf([line]).flatMap((unit) => markedLines(unit, settings.uner, { known })),
  )
}

/** Sentences for the decided cases of the guidelines, which pages seldom show. */
export function caseLines(): readonly MarkedLine[] {
  return linesIn('cases.txt').flatMap((line) =>
    samplesOf([line]).flatMap((unit) => markedLines(unit, settings.cases)),
  )
}

const gold = new URL('../../../test/gold/', import.meta.url)

function goldPages(): readonly { readonly name: string; readonly page: Marked }[] {
  return readdirSync(gold)
    .filter((file) => file.endsWith('.gold.txt'))
    .sort()
    .map((file) => ({
      name: file.slice(0, 3),
      page: readMarked(readFileSync(new URL(file, gold), 'utf8')),
    }))
}

function linesOf(page: Marked, weight: number): readonly MarkedLine[] {
  return markedUnits(page).flatMap((unit) => markedLines(unit, weight))
}
