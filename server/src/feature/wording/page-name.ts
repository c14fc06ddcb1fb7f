/** How people name a page: `浙江工人日报 2021-11-22 p. 3`, in Chinese `浙江工人日报 2021-11-22 第 3 版`. */
import type { Corpus, Document } from '../../corpus/snapshot/model.ts'
import { fileName } from '../../corpus/snapshot/page-data.ts'
import type { PageData } from '../../page/model.ts'
import { t } from './messages.ts'

export function pageName(corpus: Corpus, document: Document): string {
  return nameOfPage(corpus.pageData(document), document.path)
}

/**
 * Each part may be missing; the file name where nothing or only the newspaper is known, since many
 * pages would be called the same.
 */
export function nameOfPage({ newspaper, date, number }: PageData, path: string): string {
  if (date === undefined && number === undefined) return fileName(path)
  const numbered = number === undefined ? undefined : t('p. {0}', number)
  return [newspaper, date, numbered].filter((part) => part !== undefined).join(' ')
}
