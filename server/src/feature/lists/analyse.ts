/** Everything that is found in one text, as plain data: the library's and the worker's answer. */
import type { Analyser } from '../../corpus/analysis/analysis.ts'
import { type OnePageOptions, onePage } from '../../corpus/paths/one-page.ts'
import { type ArticleRecord, articleList } from './article-list.ts'
import { type EntityRecord, entityList } from './entity-list.ts'
import { type MentionRecord, mentionList } from './mention-list.ts'

/** Offsets are code points over the text with LF newlines and without byte order mark. */
export interface AnalysedText {
  readonly mentions: readonly WithoutPage<MentionRecord>[]
  readonly entities: readonly EntityRecord[]
  readonly articles: readonly WithoutPage<ArticleRecord>[]
}

type WithoutPage<R extends { readonly page: string }> = Omit<R, 'page'>

/** Total: any text has an answer. */
export function analyseText(
  text: string,
  analyser: Analyser,
  options: OnePageOptions = {},
): AnalysedText {
  const { corpus, document } = onePage(text.replace(/^\uFEFF/, ''), analyser, options)
  return {
    mentions: mentionList(corpus, [document]).map(withoutPage),
    entities: entityList(corpus),
    articles: articleList([document]).map(withoutPage),
  }
}

function withoutPage<R extends { readonly page: string }>({ page: _page, ...record }: R) {
  return record
}
