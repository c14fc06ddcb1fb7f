/** Articles of pages as records for other programs. */
import type { Document } from '../../corpus/snapshot/model.ts'
import type { Article, BlockKind } from '../../page/model.ts'
import { placing } from './mention-list.ts'

/** Offsets and the order of the keys as in `MentionRecord`. */
export interface ArticleRecord {
  readonly page: string
  /** Of the first title line, else of the first line of the body. */
  readonly start: number
  /** Behind the last block in the source. */
  readonly end: number
  /** The main title line. */
  readonly headline: string | null
  /** All title lines, with `\n` between. */
  readonly title: string
  /** Names of the authors. */
  readonly byline: readonly string[]
}

/** Pages in their order, articles as the page lists them. Photos with a title are no articles. */
export function articleList(documents: readonly Document[]): readonly ArticleRecord[] {
  return documents.flatMap((document) => {
    const place = placing(document)
    const articles = document.page.articles.filter(({ kind }) => kind === 'article')
    return articles.map((article) => {
      const { page, start, end } = place({ start: startOf(article), end: article.span.end })
      return {
        page,
        start,
        end,
        headline: article.headline ?? null,
        title: article.titleLines.join('\n'),
        byline: article.byline.map(({ name }) => name),
      }
    })
  })
}

const titles: ReadonlySet<BlockKind> = new Set(['kicker', 'headline', 'subhead'])

function startOf({ blocks, span }: Article): number {
  const first =
    blocks.find(({ kind }) => titles.has(kind)) ?? blocks.find(({ kind }) => kind !== 'byline')
  return (first ?? blocks[0])?.span.start ?? span.start
}
