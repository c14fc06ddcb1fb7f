/** The pages that an export or import is about. */
import type { Corpus, Document, Snapshot } from '../../corpus/snapshot/model.ts'
import { normalUri } from '../../disk/uri.ts'
import type { ExchangeScope } from '../../protocol.ts'

export interface PagesInScope {
  readonly corpus: Corpus
  readonly documents: readonly Document[]
}

/** Corpora without such pages are left out. */
export function pagesInScope({ corpora }: Snapshot, scope: ExchangeScope): readonly PagesInScope[] {
  const isMeant = meant(scope)
  return corpora
    .map((corpus) => ({ corpus, documents: corpus.documents.filter(({ uri }) => isMeant(uri)) }))
    .filter(({ documents }) => documents.length > 0)
}

function meant(scope: ExchangeScope): (uri: string) => boolean {
  if (scope.kind === 'all') return () => true
  if (scope.kind === 'pages') {
    const uris = new Set(scope.uris.map(normalUri))
    return (uri) => uris.has(normalUri(uri))
  }
  const root = normalUri(scope.uri)
  return (uri) => {
    const page = normalUri(uri)
    return page === root || page.startsWith(`${root.replace(/\/$/, '')}/`)
  }
}
