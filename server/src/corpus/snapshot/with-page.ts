/** A corpus with one page more, less or changed, and what that page says of names on the others. */
import { noAnnotations } from '../../annotation/placed/placed.ts'
import { changedNames, holdsAny } from '../../recognition/decided/change.ts'
import type { CorpusDefinition } from '../config/config.ts'
import { createCorpus, insertionIndex } from './corpus.ts'
import type { Corpus, Document } from './model.ts'
import { corpusNames, type Names, type PageNames, pageNames, sameNames } from './names.ts'

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
  const documents = [
    ...corpus.documents.slice(0, at),
    ...(document === undefined ? [] : [document]),
    ...corpus.documents.slice(old === undefined ? at : at + 1),
  ]
  const binaryPaths = new Set(corpus.binaryPaths)
  if (binary) binaryPaths.add(path)
  else binaryPaths.delete(path)
  if (sameNames(namesOf(old), namesOf(document))) {
    return createCorpus(definition, { documents, binaryPaths, names: corpus.names })
  }
  const next = createCorpus(definition, { documents, binaryPaths, names: corpus.names })
  return namesLater ? next : withNames(next, definition, renamed)
}

/** The corpus with the names as its pages' annotations say them now. */
export function withNames(
  corpus: Corpus,
  definition: CorpusDefinition,
  renamed: PageUpdate['renamed'],
): Corpus {
  const { documents, binaryPaths } = corpus
  const names = corpusNames(
    documents.map(({ annotations }) => pageNames(annotations)),
    corpus.names.personal,
  )
  const changed = changedNames(corpus.names, names)
  if (changed.size === 0) return corpus
  return createCorpus(definition, {
    documents: documents.map((each) =>
      holdsAny(each.page, changed) ? renamed(each, names) : each,
    ),
    binaryPaths,
    names,
  })
}

function namesOf(document: Document | undefined): PageNames {
  return pageNames(document?.annotations ?? noAnnotations)
}
