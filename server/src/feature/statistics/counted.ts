/** Pages of a corpus as statistics count them. */

import { isKindOf, type Schema } from '../../annotation/schema/schema.ts'
import type { Corpus, Document } from '../../corpus/snapshot/model.ts'
import type { PageData } from '../../page/model.ts'
import { codePointMap } from '../../text/code-points.ts'
import { defined } from '../../values/defined.ts'
import { initiatives } from '../lists/initiatives.ts'
import type { CountedEntity, CountedMention, CountedPage } from './model.ts'

export interface CountOptions {
  /** Only mentions of this type and of kinds of it; of all types where it is `undefined`. */
  readonly type: string | undefined
  readonly schema: Schema
  /** The entity of a mention, where all pages are known. */
  entityOf?(path: string, mention: Document['mentions'][number]): CountedEntity | undefined
}

export function countedPage(
  document: Document,
  { newspaper, date }: PageData,
  { type: wanted, schema, entityOf }: CountOptions,
): CountedPage {
  const { path, text, page } = document
  const { toCodePoint, length: characters } = codePointMap(text)
  const articles = page.articles.map(({ headline, titleLines, byline, blocks }, i) => ({
    title: headline ?? titleLines[0] ?? byline[0]?.name ?? `#${i + 1}`,
    characters: blocks.reduce(
      (sum, { span }) => sum + toCodePoint(span.end) - toCodePoint(span.start),
      0,
    ),
  }))
  const mentions = document.mentions
    .filter(({ status, type }) => {
      return status !== 'rejected' && (wanted === undefined || isKindOf(schema, type, wanted))
    })
    .map((mention): CountedMention => {
      const { type, status, article } = mention
      const entity = entityOf?.(path, mention)
      return {
        type,
        accepted: status === 'accepted',
        ...defined({ article, entity }),
      }
    })
  return {
    path,
    characters,
    articles,
    mentions,
    ...defined({ newspaper, date }),
  }
}

/** Entities with their facts, each made once. */
export function entityFinder(corpus: Corpus): NonNullable<CountOptions['entityOf']> {
  const known = new Map<string, CountedEntity>()
  for (const { id, name, kind, owner, place } of initiatives({ revision: 0, corpora: [corpus] })) {
    const facts = {
      kind,
      ...defined({ owner, place }),
    }
    known.set(id, { id, name, facts })
  }
  return (path, mention) => {
    const entity = corpus.index.entityOf(path, mention)
    return entity && (known.get(entity.id) ?? { id: entity.id, name: entity.name })
  }
}
