/** The outline of a page: its articles with their mentions, then what stands outside articles. */
import { type Mention, mentionSpan } from '../annotation/model.ts'
import type { Document } from '../corpus/model.ts'
import { byPosition, hull, type Span } from '../text/span.ts'
import { articleName, firstWordsOf } from './article-name.ts'
import { oneLine } from './markdown.ts'
import { mentionsInOrder } from './mention-at.ts'

export interface DocumentSymbol {
  readonly kind: 'article' | 'photo' | 'block' | 'mention'
  readonly name: string
  /** Type of a mention, by its name in the schema. */
  readonly type?: string
  readonly span: Span
  /** What is selected on a click; lies within `span`. */
  readonly selection: Span
  readonly children: readonly DocumentSymbol[]
}

export function documentSymbols(document: Document): readonly DocumentSymbol[] {
  const { articles, loose } = document.page
  const ofArticle = new Map<number | undefined, Mention[]>()
  for (const mention of mentionsInOrder(document)) {
    const group = ofArticle.get(mention.article)
    if (group === undefined) ofArticle.set(mention.article, [mention])
    else group.push(mention)
  }
  const symbols: DocumentSymbol[] = articles.map((article, index) => {
    const title = article.blocks[0]?.span ?? article.span
    return {
      kind: article.kind,
      name: articleName(article),
      span: hull([article.span, title]) ?? article.span,
      selection: title,
      children: (ofArticle.get(index) ?? []).map(mentionSymbol),
    }
  })
  const outside = ofArticle.get(undefined) ?? []
  let next = 0
  for (const { block, logical } of loose.toSorted((a, b) =>
    byPosition(a.block.span, b.block.span),
  )) {
    const children: DocumentSymbol[] = []
    // Both lists are in source order, so that one walk gives each block its mentions.
    for (; next < outside.length; next++) {
      const mention = outside[next]
      if (mention === undefined || mentionSpan(mention).start >= block.span.end) break
      if (mentionSpan(mention).start >= block.span.start) children.push(mentionSymbol(mention))
    }
    if (children.length === 0) continue
    const span = hull([block.span, ...children.map((child) => child.span)]) ?? block.span
    const name = firstWordsOf(logical.text)
    symbols.push({ kind: 'block', name, span, selection: block.span, children })
  }
  return symbols.toSorted((a, b) => byPosition(a.selection, b.selection))
}

function mentionSymbol(mention: Mention): DocumentSymbol {
  const span = mentionSpan(mention)
  const selection = mention.spans[0] ?? span
  return {
    kind: 'mention',
    name: oneLine(mention.text),
    type: mention.type,
    span,
    selection,
    children: [],
  }
}
