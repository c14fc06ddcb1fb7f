/** An article as continuous text for reading in order, with jumps to the page and back. */
import type { Document } from '../../corpus/snapshot/model.ts'
import { lineIndex } from '../../text/lines.ts'
import type { Piece } from '../../text/offset-map.ts'
import { containsOffset, type Span, touchesOffset } from '../../text/span.ts'
import { articleName } from '../wording/article-name.ts'

export interface LogicalArticle {
  /** Index of the article on its page. */
  readonly article: number
  readonly title: string
  readonly text: string
  /** In order of the logical text; each lies within one line there and on the page. */
  readonly pieces: readonly { readonly logical: Span; readonly source: Span }[]
}

export function logicalArticle(document: Document, index: number): LogicalArticle | undefined {
  const article = document.page.articles[index]
  if (article === undefined) return undefined
  const { text, map } = article.logical
  const logicalLines = lineIndex(text)
  const pieces = map.pieces.flatMap((piece) => {
    const cuts = new Set<number>([0, piece.length])
    cutAtLines(logicalLines, piece.logical, piece.length, cuts)
    cutAtLines(document.lines, piece.source, piece.length, cuts)
    const ends = [...cuts].sort((a, b) => a - b)
    return ends.slice(1).map((end, i) => part(piece, ends[i] ?? 0, end))
  })
  return { article: index, title: articleName(article), text, pieces }
}

/** Index of the article at a UTF-16 offset; of articles that only touch it the first. */
export function articleIndexAt(document: Document, offset: number): number | undefined {
  const { articles } = document.page
  for (const holds of [containsOffset, touchesOffset]) {
    const index = articles.findIndex(({ blocks }) => blocks.some(({ span }) => holds(span, offset)))
    if (index >= 0) return index
  }
  // Between two blocks of one article, as on the empty line after a headline.
  const index = articles.findIndex(({ blocks }) =>
    blocks.some(({ span }, i) => {
      const next = blocks[i + 1]
      return next !== undefined && span.end <= offset && offset <= next.span.start
    }),
  )
  return index >= 0 ? index : undefined
}

function cutAtLines(
  lines: ReturnType<typeof lineIndex>,
  start: number,
  length: number,
  cuts: Set<number>,
): void {
  const last = lines.position(start + length).line
  for (let line = lines.position(start).line + 1; line <= last; line++) {
    const cut = lines.lineStart(line) - start
    if (cut > 0 && cut < length) cuts.add(cut)
  }
}

function part(piece: Piece, from: number, to: number): LogicalArticle['pieces'][number] {
  return {
    logical: { start: piece.logical + from, end: piece.logical + to },
    source: { start: piece.source + from, end: piece.source + to },
  }
}
