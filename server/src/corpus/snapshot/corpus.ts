/** Builds the immutable corpus of a snapshot; what is asked of all its pages is a question to its index. */
import { pageDataOfRecords } from '../../annotation/record/page-corrections.ts'
import { comparePaths } from '../../disk/paths.ts'
import { normalUri, pathBelow } from '../../disk/uri.ts'
import { MemoryIndex } from '../../index/memory-index.ts'
import type { PagesAt } from '../../index/model.ts'
import type { PageData } from '../../page/model.ts'
import { firstIndex } from '../../values/sorted.ts'
import type { CorpusDefinition } from '../config/config.ts'
import { noCorpusEntities } from './entities.ts'
import type { Corpus, CorpusEntities, Document } from './model.ts'
import type { Names } from './names.ts'
import { pageDataOf } from './page-data.ts'

export interface CorpusParts {
  /** Sorted by path in the order of `comparePaths`. */
  readonly documents: readonly Document[]
  /** Of binary files. */
  readonly binaryPaths: ReadonlySet<string>
  /** What the documents' annotations say. */
  readonly names: Names
  /** What people say of entities; as before where nothing is given. */
  readonly entities?: CorpusEntities | undefined
  /** The corpus in the snapshot before: its index goes on from there. */
  readonly before?: Corpus | undefined
  /** Of a corpus that is new: its pages are analysed in the background, and no question waits for that. */
  readonly analysedLater?: boolean
}

export function createCorpus(
  definition: CorpusDefinition,
  {
    documents,
    binaryPaths,
    names,
    before,
    entities = before?.entities ?? noCorpusEntities,
    analysedLater = false,
  }: CorpusParts,
): Corpus {
  const { root, config, configUri, problems } = definition
  const pageData = (document: Document): PageData => ({
    ...pageDataOf(config, document.path, document.page.data),
    ...pageDataOfRecords(document.annotations.records.map(({ record }) => record)),
  })
  const pages: PagesAt<Document> = {
    pages: documents,
    dataOf: pageData,
    terms: config,
    decisions: entities.decisions,
  }
  const pathOf = (uri: string) => pathBelow(root, normalUri(uri))
  const byPath = (path: string): Document | undefined => {
    const document = documents[insertionIndex(documents, path)]
    return document?.path === path ? document : undefined
  }
  return {
    root,
    config,
    configUri,
    problems,
    schema: config.schema,
    documents,
    binary: binaryPaths.size,
    binaryPaths,
    names,
    entities,
    index: before?.index.at(pages) ?? new MemoryIndex(pages, { analysedLater }),
    find(uri) {
      const path = pathOf(uri)
      return path === undefined ? undefined : byPath(path)
    },
    byPath,
    isBinary(uri) {
      const path = pathOf(uri)
      return path !== undefined && binaryPaths.has(path)
    },
    pageData,
  }
}

/** Index of the first document whose path is not before `path`. */
export function insertionIndex(documents: readonly Document[], path: string): number {
  return firstIndex(documents.length, (i) => comparePaths(documents[i]?.path ?? '', path) >= 0)
}
