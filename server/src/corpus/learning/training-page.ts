/** Which pages a model learns from, and what people decided there. */

import { mentionSpan } from '../../annotation/record/mention.ts'
import type { TrainingPage } from '../../recognition/personal/marked-lines.ts'
import { type Corpus, type Document, pagesAt } from '../snapshot/model.ts'

/**
 * The pages that people said are done, as their files are: what is not saved yet is left out, and where
 * nothing was decided at all: that says nothing of the suggestions.
 */
export function donePages(corpus: Corpus): readonly Document[] {
  return pagesAt(corpus, corpus.index.pagesWith('done'))
    .map(({ document }) => document)
    .filter(({ state, saved, decided }) => state === 'ready' && saved && decided.length > 0)
}

export function trainingPage({ path, text, page, decided }: Document): TrainingPage {
  const mentions = decided
    // 该公司 is no name: a model that learned it would find it everywhere.
    .filter(({ status, record }) => status === 'accepted' && record?.coreference !== true)
    .map((mention) => ({ span: mentionSpan(mention), type: mention.type }))
  return { id: path, text, page, mentions }
}
