/** The entities of all corpora for the panels, each with its pages and counts. */
import { isKindOf } from '../../annotation/schema/schema.ts'
import type { Corpus, Document, PageOfCorpus, Snapshot } from '../../corpus/snapshot/model.ts'
import { areaLength } from '../../entity/facts/areas.ts'
import { typesInOrder } from '../../entity/link.ts'
import type { Entity } from '../../entity/model.ts'
import { defined } from '../../values/defined.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { countByPage } from '../looking/places.ts'
import { pageName } from '../wording/page-name.ts'

export interface EntityEntry {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly count: number
  /** How many of its mentions nobody has decided on. */
  readonly open: number
  /** Of the earliest issue that names it. */
  readonly issued?: string
  /** Where it is, as far as its name says it. */
  readonly place?: string
  /** In a knowledge base outside. */
  readonly address?: string
  /** Uri of the corpus root. */
  readonly corpus: string
  readonly pages: readonly {
    readonly uri: string
    readonly label: string
    readonly count: number
    /** UTF-16 offset of the first mention there. */
    readonly first: number
  }[]
}

/** Corpus by corpus, in the order of the schema, then by name. */
export function entities(snapshot: Snapshot): readonly EntityEntry[] {
  return snapshot.corpora.flatMap((corpus) => {
    const entry = entryMaker(corpus)
    return corpus.index.entities({ types: entityTypes(corpus) }).map(entry)
  })
}

/** Those with a mention on one page, in the order in which they stand there; `count` and `open` are of that page. */
export function entitiesOnPage(place: PageOfCorpus): readonly EntityEntry[] {
  return entitiesOf(place).map(entryMaker(place.corpus, place.document))
}

/** The entities of a page, in the order of their first mentions. */
export function entitiesOf({ corpus: { index }, document }: PageOfCorpus): readonly Entity[] {
  const found = document.mentions.flatMap((mention) => index.entityOf(document.path, mention) ?? [])
  return [...new Map(found.map((entity) => [entity.id, entity])).values()]
}

/** The types of which there are entities, in the order in which they are listed. */
export function entityTypes({ index, schema }: Corpus): readonly string[] {
  return typesInOrder(index.entityCounts().keys(), schema)
}

/** Makes entries of entities of a corpus, counted on the page `on` alone where one is given; each page has its name looked up once. */
export function entryMaker(corpus: Corpus, on?: Document): (entity: Entity) => EntityEntry {
  const nameOf = oncePer((document: Document) => pageName(corpus, document))
  const issueOf = oncePer((document: Document) => corpus.pageData(document).date)
  return (entity) => {
    const pages = countByPage(corpus, entity)
    const mentions = corpus.index.mentionsOf(entity.id, defined({ page: on?.path }))
    const [issued] = pages.flatMap(({ document }) => issueOf(document) ?? []).sort()
    const place = pages[0] && placeInName(corpus, entity, pages[0].document.lexicon)
    return {
      id: entity.id,
      type: entity.type,
      name: entity.name,
      aliases: entity.aliases,
      count: on === undefined ? entity.count : mentions.length,
      open: mentions.filter(({ mention }) => mention.status === 'suggested').length,
      ...defined({ issued, place, address: entity.uri }),
      corpus: corpus.root,
      pages: pages.map(({ document, count, first }) => ({
        uri: document.uri,
        label: nameOf(document),
        count,
        first,
      })),
    }
  }
}

/** 张湾区 of 张湾区总工会, 浙江省 of 浙江省杭州市; a place that leaves out in what it lies stands for itself. */
function placeInName(
  { schema }: Corpus,
  { type, name }: Entity,
  lexicon: Lexicon,
): string | undefined {
  const isPlace = isKindOf(schema, type, 'Place')
  if (!isPlace && !isKindOf(schema, type, 'Organization')) return undefined
  const length = areaLength(isPlace ? name.slice(0, -1) : name, lexicon)
  return length > 0 ? name.slice(0, length) : isPlace ? name : undefined
}
