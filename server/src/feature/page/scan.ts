/** The scan of a page, where corpus.json says how scans are named. */

import { fillImagePattern } from '../../corpus/config/image-pattern.ts'
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import { fileName } from '../../corpus/snapshot/page-data.ts'
import { uriBelow } from '../../disk/uri.ts'
import { defined } from '../../values/defined.ts'

/** Uri of an image below the corpus root, which need not exist; `undefined` where none can be named. */
export function scanOf({ corpus, document }: PageOfCorpus): string | undefined {
  const { images } = corpus.config
  if (images === undefined) return undefined
  const { number, date } = corpus.pageData(document)
  const path = fillImagePattern(images, {
    name: withoutExtension(fileName(document.path)),
    path: withoutExtension(document.path),
    ...(number === undefined ? {} : { page: String(number) }),
    ...defined({ date }),
  })
  return path === undefined ? undefined : uriBelow(corpus.root, path)
}

/** `a.b/1.txt` → `a.b/1`. */
function withoutExtension(path: string): string {
  return path.replace(/(?<=[^/])\.[^./]*$/, '')
}
