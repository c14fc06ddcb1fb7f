/** The pages of a snapshot, for search: what is not analysed yet has its text and people's annotations. */
import { mentionSpan } from '../../annotation/record/mention.ts'
import { doneOf } from '../../annotation/record/page-corrections.ts'
import { contentOf } from '../../corpus/indexing/page-content.ts'
import type { Corpus, Document } from '../../corpus/snapshot/model.ts'
import type { PageContent } from '../../index/database/page-rows.ts'
import type { IndexedMention, IndexedPage } from '../../index/database/reader.ts'
import { fold } from '../../text/fold.ts'
import { factNames, isInitiative } from '../lists/initiatives.ts'
import type { SearchQuery } from './query.ts'
import type { EntitySet, SearchedPages, SearchSource } from './source.ts'

export interface MemorySource extends SearchSource {
  /** Id in the corpus of an entity that a mention has here. */
  idOf(entity: number): string | undefined
  document(page: number): Document | undefined
  /** False where not all terms stand on the page; quick. */
  mayHold(page: number, query: SearchQuery): boolean
}

export function memorySource(corpus: Corpus): MemorySource {
  return new Memory(corpus)
}

class Memory implements MemorySource {
  readonly #corpus: Corpus
  /** By number of the entity. */
  readonly #ids: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #owners = new Map<number, string | undefined>()

  constructor(corpus: Corpus) {
    this.#corpus = corpus
  }

  types(): readonly string[] {
    return this.#corpus.schema.types.map(({ name }) => name)
  }

  *pages({ isDone }: SearchedPages): Generator<IndexedPage, void> {
    for (const [id, document] of this.#corpus.documents.entries()) {
      const { uri, path, state } = document
      if (state !== 'ready' || (isDone !== undefined && isDone !== isMarkedDone(document))) continue
      const { newspaper, date } = this.#corpus.pageData(document)
      yield { id, path, uri, stamp: '', hash: '', newspaper, date }
    }
  }

  mayHold(page: number, { terms }: SearchQuery): boolean {
    const document = this.document(page)
    const known = document === undefined ? new Set() : charactersOf(document)
    // Two characters of a word may stand in two lines: all of them stand somewhere.
    return terms.every(
      (term) => term.kind !== 'text' || [...fold(term.text).text].every((each) => known.has(each)),
    )
  }

  content(page: number): PageContent {
    const document = this.document(page)
    return document === undefined ? { text: '', units: [], attributes: [] } : contentOf(document)
  }

  mentions(page: number): readonly IndexedMention[] {
    const document = this.document(page)
    if (document === undefined) return []
    const { isAnalysed, path } = document
    return (isAnalysed ? document.mentions : document.decided).map((mention) => {
      const { start, end } = mentionSpan(mention)
      const { type, status, article } = mention
      const entity = status === 'rejected' ? undefined : this.#corpus.index.entityOf(path, mention)
      return { start, end, type, status, article, entity: entity && this.#numberOf(entity.id) }
    })
  }

  headlines(page: number): ReadonlyMap<number, string> {
    const articles = this.document(page)?.page.articles ?? []
    return new Map(
      articles.flatMap(({ kind, headline }, n) =>
        kind === 'article' && headline !== undefined ? [[n, headline] as const] : [],
      ),
    )
  }

  entityName(entity: number): string | undefined {
    const id = this.idOf(entity)
    return id === undefined ? undefined : this.#corpus.index.entity(id)?.name
  }

  ownerOf(entity: number): string | undefined {
    if (!this.#owners.has(entity)) this.#owners.set(entity, this.#findOwner(entity))
    return this.#owners.get(entity)
  }

  entitiesNamed(passes: (name: string) => boolean): EntitySet {
    return this.#those((id) => {
      const { name = '', aliases = [] } = this.#corpus.index.entity(id) ?? {}
      return passes(name) || aliases.some(passes)
    })
  }

  entitiesOwned(passes: (name: string) => boolean): EntitySet {
    const { index } = this.#corpus
    return this.#those((id) => {
      const initiative = index.entity(id)
      if (initiative === undefined || !isInitiative(this.#corpus, initiative)) return false
      const owner = index.factsOf(id)?.owner
      if (owner === undefined) return false
      const entity = index.entityOf(owner.page, owner.mention)
      const names = [owner.text, ...(entity === undefined ? [] : [entity.name, ...entity.aliases])]
      return names.some(passes)
    })
  }

  idOf(entity: number): string | undefined {
    return this.#ids[entity]
  }

  document(page: number): Document | undefined {
    return this.#corpus.documents[page]
  }

  #findOwner(entity: number): string | undefined {
    const id = this.idOf(entity)
    const found = id === undefined ? undefined : this.#corpus.index.entity(id)
    const isRun = found !== undefined && isInitiative(this.#corpus, found)
    return isRun ? factNames(this.#corpus, found).owner : undefined
  }

  /** Looked at when they are met: most never are. */
  #those(passes: (id: string) => boolean): EntitySet {
    const known = new Map<number, boolean>()
    return {
      has: (entity) => {
        const has = known.get(entity) ?? passes(this.idOf(entity) ?? '')
        known.set(entity, has)
        return has
      },
    }
  }

  #numberOf(id: string): number {
    const number = this.#numbers.get(id) ?? this.#ids.push(id) - 1
    this.#numbers.set(id, number)
    return number
  }
}

function isMarkedDone({ annotations }: Document): boolean {
  return doneOf(annotations.records.map(({ record }) => record)) !== undefined
}

/** Of a page's text, folded; kept as long as the page is. */
function charactersOf(document: Document): ReadonlySet<string> {
  const before = characters.get(document)
  if (before !== undefined) return before
  const found = new Set(fold(document.text).text)
  characters.set(document, found)
  return found
}

const characters = new WeakMap<Document, ReadonlySet<string>>()
