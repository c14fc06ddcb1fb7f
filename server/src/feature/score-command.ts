/** `biaozhu score`: which pages it scores, with what, and in which form. */
import { readMarked } from '../annotation/marked.ts'
import type { Analyser } from '../corpus/analysis.ts'
import type { PagesOfPaths } from '../corpus/pages-of-paths.ts'
import { type GoldArticle, readGoldArticles } from './score-articles.ts'
import {
  type GoldPage,
  listDifferences,
  listScores,
  type ScoreListing,
  scoreArticles,
  scoreMentions,
} from './score-pages.ts'

export interface ScoreOptions {
  /** Prints differences of this type instead of figures; of all types where it is empty. */
  readonly errors: string | undefined
  /** Content of a list of articles: they are scored instead of mentions. */
  readonly articles: string | undefined
}

export interface ScoreAnswer {
  readonly listing: ScoreListing
  readonly notes: readonly string[]
  /** What cannot be read: nothing is printed then. */
  readonly errors: readonly string[]
}

/** Pages without a mark are left out, with a note; with `articles` marks are not asked for. */
export function scorePages(
  { documents }: PagesOfPaths,
  analyser: Analyser,
  options: ScoreOptions,
): ScoreAnswer {
  const pages = documents.map(({ path, text }) => ({ name: path, marked: text }))
  const { scored, notes, errors } =
    options.articles === undefined
      ? byMarks(pages, analyser)
      : byArticles(pages, analyser, readGoldArticles(options.articles))
  const listing =
    options.errors === undefined ? listScores(scored) : listDifferences(scored, options.errors)
  return { listing, notes, errors }
}

function byMarks(pages: readonly GoldPage[], analyser: Analyser) {
  const read = new Map(pages.map((page) => [page, readMarked(page.marked)]))
  const marked = pages.filter((page) => (read.get(page)?.spans.length ?? 0) > 0)
  const notes = pages
    .filter((page) => !marked.includes(page))
    .map(({ name }) => `no marks, not scored: ${name}`)
  const errors = marked
    .filter((page) => (read.get(page)?.unclosed.length ?? 0) > 0)
    .map(({ name }) => `a mark is not closed in ${name}`)
  if (marked.length === 0) errors.push('no page has marks to score with')
  return { scored: scoreMentions(marked, analyser), notes, errors }
}

function byArticles(
  pages: readonly GoldPage[],
  analyser: Analyser,
  gold: readonly GoldArticle[] | undefined,
) {
  const scored = scoreArticles(pages, gold ?? [], analyser)
  if (gold === undefined) return { scored, notes: [], errors: ['not a list of articles'] }
  const errors = scored.scores.length === 0 ? ['the list has articles of none of these pages'] : []
  return { scored, notes: [], errors }
}
