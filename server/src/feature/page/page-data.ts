/** What is known of a page: newspaper, date and page number, found or set by a person. */
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { PageData } from '../../page/model.ts'

export interface PageDataEntry extends PageData {
  /** Path relative to the corpus root, the key under `pageData` in corpus.json. */
  readonly page: string
}

export function pageData({ corpus, document }: PageOfCorpus): PageDataEntry {
  return { page: document.path, ...corpus.pageData(document) }
}
