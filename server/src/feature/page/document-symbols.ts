/** The outline of a page: its articles with their mentions, then what stands outside articles. */

import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import { byPosition, hull, type Span } from '../../text/span.ts'
import { append } from '../../values/append.ts'
import { mentionsInOrder } from '../looking/mention-at.ts'
import { articleName, firstWordsOf } from '../wording/article-name.ts'
import { oneLine } from '../wording/markdown.ts'

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
  const { articles } = document.page
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
  append(symbols, outsideArticles(document, ofArticle.get(undefined) ?? []))
  return symbols.toSorted((a, b) => byPosition(a.selection, b.selection))
}

/**
 * One symbol for loose blocks that stand together, such as those of a masthead, if there are
 * mentions in them. `mentions` in source order.
 */
function outsideArticles({ page }: Document, mentions: readonly Mention[]): DocumentSymbol[] {
  const loose = new Map(page.loose.map(({ block, logical }) => [block, logical]))
  const symbols: DocumentSymbol[] = []
  let next = 0
  let together: { name: string; spans: Span[]; children: DocumentSymbol[] } | undefined
  const close = (): void => {
    const span = hull(together?.spans ?? [])
    const selection = together?.spans[0]
    if (together === undefined || span === undefined || selection === undefined) return
    const { name, children } = together
    if (children.length > 0) symbols.push({ kind: 'block', name, span, selection, children })
    together = undefined
  }
  for (const block of page.blocks.toSorted((a, b) => byPosition(a.span, b.span))) {
    const logical = loose.get(block)
    if (logical === undefined) {
      close()
      continue
    }
    together ??= { name: firstWordsOf(logical.text), spans: [], children: [] }
    together.spans.push(block.span)
    for (; next < mentions.length; next++) {
      const mention = mentions[next]
      if (mention === undefined || mentionSpan(mention).start >= block.span.end) break
      const child = mentionSymbol(mention)
      together.spans.push(child.span)
      together.children.push(child)
    }
  }
  close()
  return symbols
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
