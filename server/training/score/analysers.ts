/** Analysers to score: the shipped one, and others with less or another model. */
import { readFileSync } from 'node:fs'
import { analysePage } from '../../../test/page/analyse-page.ts'
import { oneArticlePage } from '../../../test/recognition/one-article.ts'
import { segment } from '../../../test/words/segmenter.ts'
import { loadLexicon, loadTaggerModel } from '../../src/corpus/analysis/lexicon.ts'
import type { PageAnalyser } from '../../src/feature/scoring/score-pages.ts'
import { type Means, recognisePage } from '../../src/recognition/recognise.ts'
import { createTagger } from '../../src/recognition/spans/tagger.ts'
import { readTaggerModel } from '../../src/recognition/spans/tagger-model.ts'

export const folder = new URL('../../lexicon', import.meta.url).pathname
export const lexicon = loadLexicon(folder)

export const withoutTagger: Means = { segment, lexicon }

export const shipped: Means = {
  ...withoutTagger,
  tagger: createTagger(loadTaggerModel(folder), lexicon),
}

/** The shipped recogniser with the model in `file`. */
export function withModel(file: string): Means {
  const model = readTaggerModel(readFileSync(file))
  if (model === undefined) throw new Error(`not a model of this version: ${file}`)
  return { ...withoutTagger, tagger: createTagger(model, lexicon) }
}

export function analyserOf(means: Means): PageAnalyser {
  return { page: analysePage, mentions: (text, page) => recognisePage(text, page, means) }
}

/** For single sentences, and only the types that Universal NER has. */
export function sentenceAnalyserOf(means: Means): PageAnalyser {
  return {
    page: oneArticlePage,
    mentions: (text, page) =>
      recognisePage(text, page, means).filter(({ type }) => namedTypes.has(type)),
  }
}

const namedTypes = new Set(['Person', 'Organization', 'Place'])
