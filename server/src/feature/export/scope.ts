/** The pages that an export or import is about. */
import type { Corpus, Document, Snapshot } from '../../corpus/snapshot/model.ts'
import { comparePaths } from '../../disk/paths.ts'
import { normalUri } from '../../disk/uri.ts'
import type { ExchangeScope } from '../../protocol.ts'

export interface PagesInScope {
  readonly corpus: Corpus
  readonly documents: readonly Document[]
}

/** In the order of their paths. Corpora without such pages are left out. */
export function pagesInScope({ corpora }: Snapshot, scope: ExchangeScope): readonly PagesInScope[] {
  return corpora
    .map((corpus) => ({ corpus, documents: documentsIn(corpus, scope) }))
    .filter(({ documents }) => documents.length > 0)
}

function documentsIn(corpus: Corpus, scope: ExchangeScope): readonly Document[] {
  switch (scope.kind) {
    case 'all':
      return corpus.documents
    case 'pages': {
      const found = new Set(scope.uris.flatMap((uri) => corpus.find(uri) ?? []))
      return [...found].sort((a, b) => comparePaths(a.path, b.path))
    }
    case 'below': {
      const root = normalUri(scope.uri)
      const below = `${root.replace(/\/$/, '')}/`
      return corpus.documents.filter(({ uri }) => {
        const page = normalUri(uri)
        return page === root || page.startsWith(below)
      })
    }
  }
}
