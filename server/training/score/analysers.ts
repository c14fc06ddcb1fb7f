/** Analysers to score: the shipped one, and others with less or another model. */
import { readFileSync } from 'node:fs'
import { analysePage } from '../../../test/page/analyse-page.ts'
import { oneArticlePage } from '../../../test/recognition/one-article.ts'
import { segment } from '../../../test/words/segmenter.ts'
import { loadLexicon, loadTaggerModel } from '../../src/corpus/analysis/lexicon.ts'
import type { PageAnalyser } from '../../src/feature/scoring/score-pages.ts'
import { readModel } from '../../src/recognition/learned/model.ts'
import { createTagger } from '../../src/recognition/learned/tagger.ts'
import { type Means, recognisePage } from '../../src/recognition/recognise.ts'

const folder = new URL('../../lexicon', import.meta.url).pathname
const lexicon = loadLexicon(folder)

export const withoutTagger: Means = { segment, lexicon }

export const shipped: Means = {
  ...withoutTagger,
  tagger: createTagger(loadTaggerModel(folder), lexicon),
}

/** The shipped recogniser with the model in `file`. */
export function withModel(file: string): Means {
  const model = readModel(readFileSync(file))
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

/** The tagger's own answer, without rules and whatever its confidence. */
export function taggerAnalyserOf({ segment, tagger }: Means): PageAnalyser {
  return {
    page: oneArticlePage,
    mentions(text) {
      const unit = { text, tokens: segment(text), blocks: [], byline: [] }
      const found = tagger?.recognise(unit) ?? []
      return found.map(({ start, end, type, confidence, reason }) => ({
        spans: [{ start, end }],
        type,
        status: 'suggested',
        text: text.slice(start, end),
        article: undefined,
        source: reason,
        confidence,
      }))
    },
  }
}

const namedTypes = new Set(['Person', 'Organization', 'Place'])
