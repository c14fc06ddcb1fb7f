/** Places that were found, as a person sees them. */

import type { Document } from '../../corpus/snapshot/model.ts'
import type { SearchMention, SearchRow } from '../../protocol.ts'
import type { Span } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import { articleNameAt } from '../wording/article-name.ts'
import { pageName } from '../wording/page-name.ts'
import type { FoundHit } from './found.ts'
import { contextOf, nameOfMention } from './records.ts'

export interface FoundRow extends Omit<SearchRow, 'location' | 'mention'> {
  readonly document: Document
  readonly span: Span
  readonly mention?: Omit<SearchMention, 'range'> & { readonly span: Span }
}

/** Characters on each side. */
const context = 40

export function foundRow({ corpus, source, document, hit }: FoundHit): FoundRow {
  const { mention } = hit
  const name = mention && nameOfMention(source, document.text, mention)
  const id = mention?.entity === undefined ? undefined : source.idOf(mention.entity)
  const article = articleNameAt(document.page, hit.article)
  const entity =
    name === undefined || id === undefined ? undefined : { name, id, corpus: corpus.root }
  return {
    document,
    span: hit.source,
    ...contextOf(hit, context),
    page: pageName(corpus, document),
    ...defined({ article }),
    ...(mention === undefined
      ? {}
      : {
          mention: {
            span: { start: mention.start, end: mention.end },
            text: document.text.slice(mention.start, mention.end),
            type: mention.type,
            status: mention.status,
            ...defined({ entity }),
          },
        }),
  }
}
