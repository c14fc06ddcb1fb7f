/** The recogniser of the tests, with the real segmenter and word lists. */
import { mentionSpan } from '../../server/src/annotation/record/mention.ts'
import { loadTaggerModel } from '../../server/src/corpus/analysis/lexicon.ts'
import { createRecogniser } from '../../server/src/recognition/recognise.ts'
import { createTagger } from '../../server/src/recognition/spans/tagger.ts'
import { lexicon, lexiconFolder } from '../lexicon.ts'
import { parseMarked, renderMarked } from '../marked.ts'
import { segment } from '../words/segmenter.ts'
import { oneArticlePage } from './one-article.ts'

export const tagger = createTagger(loadTaggerModel(lexiconFolder), lexicon)
export const means = { segment, lexicon, tagger }

export const recognise = createRecogniser(means).mentions

/**
 * The marked text with the marks that the recogniser sets instead of its own; only those of `types`
 * where they are given. A test compares it with what it gave.
 */
export function recognised(marked: string, ...types: readonly string[]): string {
  const { text } = parseMarked(marked)
  const spans = recognise(text, oneArticlePage(text))
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .map((mention) => ({ ...mentionSpan(mention), type: mention.type }))
  return renderMarked(text, spans)
}
