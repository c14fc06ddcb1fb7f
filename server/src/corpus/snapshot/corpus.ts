/** Builds the immutable corpus of a snapshot; entities and page data are computed when asked for. */
import type { Mention } from '../../annotation/record/mention.ts'
import { pageDataOfRecords } from '../../annotation/record/page-corrections.ts'
import { comparePaths } from '../../disk/paths.ts'
import { normalUri, pathBelow } from '../../disk/uri.ts'
import { type LinkedPage, linkEntities } from '../../entity/link.ts'
import type { LinkedEntity as Entity } from '../../entity/model.ts'
import type { PageData } from '../../page/model.ts'
import type { CorpusDefinition } from '../config/config.ts'
import type { Corpus, Document } from './model.ts'
import type { Names } from './names.ts'
import { pageDataOf } from './page-data.ts'

export interface CorpusParts {
  /** Sorted by path in the order of `comparePaths`. */
  readonly documents: readonly Document[]
  /** Of binary files. */
  readonly binaryPaths: ReadonlySet<string>
  /** What the documents' annotations say. */
  readonly names: Names
}

export function createCorpus(
  definition: CorpusDefinition,
  { documents, binaryPaths, names }: CorpusParts,
): Corpus {
  const { root, config, configUri, problems } = definition
  let entities: readonly Entity[] | undefined
  let byMention: Map<string, Map<Mention, Entity>> | undefined

  const find = (uri: string): Document | undefined => {
    const path = pathBelow(root, normalUri(uri))
    return path === undefined ? undefined : documents[indexOfPath(documents, path)]
  }
  const pageData = (document: Document): PageData => ({
    ...pageDataOf(config, document.path, document.page.data),
    ...pageDataOfRecords(document.annotations.records.map(({ record }) => record)),
  })
  const corpus: Corpus = {
    root,
    config,
    configUri,
    problems,
    schema: config.schema,
    documents,
    binary: binaryPaths.size,
    binaryPaths,
    names,
    get entities() {
      entities ??= linkEntities(
        documents.map((document) => linkedPage(document, pageData(document))),
        config.schema,
      )
      return entities
    },
    find,
    isBinary(uri) {
      const path = pathBelow(root, normalUri(uri))
      return path !== undefined && binaryPaths.has(path)
    },
    entityOf(path, mention) {
      byMention ??= indexMentions(corpus.entities)
      return byMention.get(path)?.get(mention)
    },
    pageData,
  }
  return corpus
}

/** Index of the document with `path`; -1 for none. `documents` are sorted. */
export function indexOfPath(documents: readonly Document[], path: string): number {
  const at = insertionIndex(documents, path)
  return documents[at]?.path === path ? at : -1
}

/** Index of the first document whose path is not before `path`. */
export function insertionIndex(documents: readonly Document[], path: string): number {
  let low = 0
  let high = documents.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (comparePaths(documents[middle]?.path ?? '', path) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function linkedPage(document: Document, data: PageData): LinkedPage {
  return {
    path: document.path,
    text: document.text,
    page: document.page,
    mentions: document.mentions,
    newspaper: data.newspaper,
  }
}

function indexMentions(entities: readonly Entity[]): Map<string, Map<Mention, Entity>> {
  const byMention = new Map<string, Map<Mention, Entity>>()
  for (const entity of entities) {
    for (const { page, mention } of entity.mentions) {
      const ofPage = byMention.get(page) ?? new Map<Mention, Entity>()
      byMention.set(page, ofPage.set(mention, entity))
    }
  }
  return byMention
}
