/** A corpus with one page more, less or changed, and what that page says of names on the others. */
import { type PageNames, pageNames } from '../../index/page-names.ts'
import { changedNames } from '../../recognition/decided/change.ts'
import type { CorpusDefinition } from '../config/config.ts'
import { createCorpus, insertionIndex } from './corpus.ts'
import type { Corpus, Document } from './model.ts'
import { type Names, namesWith } from './names.ts'

export interface PageUpdate {
  readonly path: string
  /** `undefined` for none. */
  readonly document: Document | undefined
  readonly binary: boolean
  /** Names of the page are not told to the others yet: `withNames` follows. */
  readonly namesLater: boolean
  /** The document made anew with names that mean something to it. */
  readonly renamed: (document: Document, names: Names) => Document
}

/** The same corpus where nothing has changed. */
export function withPage(
  corpus: Corpus,
  definition: CorpusDefinition,
  { path, document, binary, namesLater, renamed }: PageUpdate,
): Corpus {
  const at = insertionIndex(corpus.documents, path)
  const old = corpus.documents[at]?.path === path ? corpus.documents[at] : undefined
  if (old === document && binary === corpus.binaryPaths.has(path)) return corpus
  const documents = corpus.documents.toSpliced(
    at,
    old === undefined ? 0 : 1,
    ...(document === undefined ? [] : [document]),
  )
  const { names } = corpus
  const binaryPaths = withBinary(corpus.binaryPaths, path, binary)
  const next = createCorpus(definition, { documents, binaryPaths, names, before: corpus })
  const sayTheSame = namesOf(old) === namesOf(document)
  return namesLater || sayTheSame ? next : withNames(next, definition, renamed)
}

/** The corpus with the names as its pages' annotations say them now. */
export function withNames(
  corpus: Corpus,
  definition: CorpusDefinition,
  renamed: PageUpdate['renamed'],
): Corpus {
  const { binaryPaths, index } = corpus
  const decisions = index.nameDecisions()
  const changed = changedNames(corpus.names, decisions)
  if (changed.size === 0) return corpus
  const names = namesWith(decisions, corpus.names.personal)
  const documents = [...corpus.documents]
  for (const path of index.pagesHolding(changed)) {
    const at = insertionIndex(documents, path)
    const document = documents[at]
    if (document !== undefined) documents[at] = renamed(document, names)
  }
  return createCorpus(definition, { documents, binaryPaths, names, before: corpus })
}

function namesOf(document: Document | undefined): PageNames {
  return pageNames(document?.annotations.records ?? [])
}

function withBinary(
  paths: ReadonlySet<string>,
  path: string,
  binary: boolean,
): ReadonlySet<string> {
  if (paths.has(path) === binary) return paths
  const others = new Set(paths)
  if (!others.delete(path)) others.add(path)
  return others
}
