/** Where things stand in a corpus: pages by path, entities by id, an entity's mentions with pages. */
import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { Corpus, Document, PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { LinkedEntity as Entity } from '../../entity/model.ts'
import type { Span } from '../../text/span.ts'
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

interface CorpusIndex {
  readonly byPath: ReadonlyMap<string, Document>
  readonly byId: ReadonlyMap<string, Entity>
}

/** Corpora are immutable, so that an index holds as long as its corpus lives. */
const indexes = new WeakMap<Corpus, CorpusIndex>()

export function findEntity(corpus: Corpus, id: string): Entity | undefined {
  return indexOf(corpus).byId.get(id)
}

export function findByPath(corpus: Corpus, path: string): Document | undefined {
  return indexOf(corpus).byPath.get(path)
}

/** The entity's mentions in order of page and position; rejected ones are left out. */
export function placesOf(corpus: Corpus, entity: Entity): readonly MentionPlace[] {
  const { byPath } = indexOf(corpus)
  return entity.mentions.flatMap(({ page, mention }) => {
    const document = byPath.get(page)
    return document === undefined || mention.status === 'rejected' ? [] : [{ document, mention }]
  })
}

/** The entity whose mention stands at a UTF-16 offset of a page. */
export function entityAt(
  { corpus, document }: PageOfCorpus,
  offset: number,
): { readonly entity: Entity; readonly mention: Mention; readonly span: Span } | undefined {
  const at = mentionAt(document, offset)
  if (at === undefined) return undefined
  const entity = corpus.entityOf(document.path, at.mention)
  return entity === undefined ? undefined : { entity, ...at }
}

/** The mention that says an entity's name most fully, the first of several. */
export function fullestPlace(corpus: Corpus, entity: Entity): MentionPlace | undefined {
  let fullest: MentionPlace | undefined
  for (const place of placesOf(corpus, entity)) {
    if (place.mention.text === entity.name) return place
    if (fullest === undefined || place.mention.text.length > fullest.mention.text.length) {
      fullest = place
    }
  }
  return fullest
}

/** How often an entity stands on each of its pages, in order. */
export function countByPage(
  corpus: Corpus,
  entity: Entity,
): readonly { readonly document: Document; readonly count: number }[] {
  const counts = new Map<Document, number>()
  for (const { document } of placesOf(corpus, entity)) {
    counts.set(document, (counts.get(document) ?? 0) + 1)
  }
  return [...counts].map(([document, count]) => ({ document, count }))
}

export function placedSpan({ document, mention }: MentionPlace): PlacedSpan {
  return { document, span: mentionSpan(mention) }
}

function indexOf(corpus: Corpus): CorpusIndex {
  const known = indexes.get(corpus)
  if (known !== undefined) return known
  const index: CorpusIndex = {
    byPath: new Map(corpus.documents.map((document) => [document.path, document])),
    byId: new Map(corpus.entities.map((entity) => [entity.id, entity])),
  }
  indexes.set(corpus, index)
  return index
}
