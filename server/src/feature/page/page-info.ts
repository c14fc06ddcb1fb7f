/** What an editor needs to know of a file: whether it is a page, in which encoding, in what state. */
import type { Snapshot } from '../../corpus/snapshot/model.ts'
import { findPage } from '../../corpus/snapshot/model.ts'

export interface PageInfo {
  readonly isPage: boolean
  readonly encoding: string
  readonly state: 'ready' | 'tooLarge' | 'binary' | 'garbled'
}

export function pageInfo(snapshot: Snapshot, uri: string): PageInfo {
  const document = findPage(snapshot, uri)?.document
  if (document !== undefined) {
    return { isPage: true, encoding: document.encoding, state: document.state }
  }
  const binary = snapshot.corpora.some((corpus) => corpus.isBinary(uri))
  return { isPage: false, encoding: 'utf8', state: binary ? 'binary' : 'ready' }
}
