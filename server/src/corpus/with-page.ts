/** A corpus with one page more, less or changed, and what that page says of names on the others. */
import type { CorpusDefinition } from './config.ts'
import { createCorpus, insertionIndex } from './corpus.ts'
import type { Corpus, Document } from './model.ts'
import { changedNames, corpusNames, type Names, pageNames } from './names.ts'

export interface PageUpdate {
  readonly path: string
  /** `undefined` for none. */
  readonly document: Document | undefined
  readonly binary: boolean
  /** The document made anew with names that mean something to it. */
  readonly renamed: (document: Document, names: Names) => Document
}

/** The same corpus where nothing has changed. */
export function withPage(
  corpus: Corpus,
  definition: CorpusDefinition,
  { path, document, binary, renamed }: PageUpdate,
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
  if (keyOf(old) === keyOf(document)) {
    return createCorpus(definition, { documents, binaryPaths, names: corpus.names })
  }
  const names = corpusNames(documents.map(({ annotations }) => pageNames(annotations)))
  const changed = changedNames(corpus.names, names)
  return createCorpus(definition, {
    documents: documents.map((each) =>
      holdsAny(each.text, changed) ? renamed(each, names) : each,
    ),
    binaryPaths,
    names,
  })
}

function keyOf(document: Document | undefined): string {
  return document === undefined ? noKey : pageNames(document.annotations).key
}

const noKey = pageNames({ header: undefined, records: [], broken: [], problems: [] }).key

/** A name may be cut by a line break. */
function holdsAny(text: string, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false
  let joined: string | undefined
  for (const name of names) {
    if (text.includes(name)) return true
    joined ??= text.replace(/\s+/g, '')
    if (joined.includes(name.replace(/\s+/g, ''))) return true
  }
  return false
}
