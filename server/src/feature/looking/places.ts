/** Where things stand in a corpus: the mention under a cursor, an entity's mentions with their pages. */
import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { Corpus, Document, PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { Entity, PlacedMention } from '../../entity/model.ts'
import type { Span } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import { mentionAt } from './mention-at.ts'

export interface MentionPlace {
  readonly document: Document
  readonly mention: Mention
}

/** A span on a page. */
export interface PlacedSpan {
  readonly document: Document
  readonly span: Span
}

/** The entity's mentions in order of page and position, none of them rejected; `page` is the path of the only page wanted. */
export function placesOf(
  corpus: Corpus,
  { id }: Pick<Entity, 'id'>,
  page?: string,
): readonly MentionPlace[] {
  return corpus.index
    .mentionsOf(id, defined({ page }))
    .flatMap((placed) => placeOf(corpus, placed) ?? [])
}

/** The entity whose mention stands at a UTF-16 offset of a page. */
export function entityAt(
  { corpus, document }: PageOfCorpus,
  offset: number,
): { readonly entity: Entity; readonly mention: Mention; readonly span: Span } | undefined {
  const at = mentionAt(document, offset)
  if (at === undefined) return undefined
  const entity = corpus.index.entityOf(document.path, at.mention)
  return entity === undefined ? undefined : { entity, ...at }
}

/** The mention that says an entity's name most fully, the first of several. */
export function fullestPlace(corpus: Corpus, { id }: Pick<Entity, 'id'>): MentionPlace | undefined {
  const placed = corpus.index.fullestMention(id)
  return placed === undefined ? undefined : placeOf(corpus, placed)
}

/** How often an entity stands on each of its pages, and where first, in order; on the first `most`. */
export function countByPage(
  corpus: Corpus,
  { id }: Pick<Entity, 'id'>,
  most?: number,
): readonly { readonly document: Document; readonly count: number; readonly first: number }[] {
  return corpus.index.pagesOf(id, defined({ most })).flatMap(({ page, count, first }) => {
    const document = corpus.byPath(page)
    return document === undefined ? [] : [{ document, count, first }]
  })
}

export function placedSpan({ document, mention }: MentionPlace): PlacedSpan {
  return { document, span: mentionSpan(mention) }
}

function placeOf(corpus: Corpus, { page, mention }: PlacedMention): MentionPlace | undefined {
  const document = corpus.byPath(page)
  return document === undefined ? undefined : { document, mention }
}
