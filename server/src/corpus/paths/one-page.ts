/** A corpus of one page that is no file: a text with what the analysis finds in it. */
import { noAnnotations } from '../../annotation/placed/placed.ts'
import { defaultSchema, type Schema } from '../../annotation/schema/schema.ts'
import { isTooLarge } from '../../disk/file-content.ts'
import type { PageData } from '../../page/model.ts'
import type { Analyser } from '../analysis/analysis.ts'
import { defaultConfig } from '../config/config.ts'
import { createCorpus } from '../snapshot/corpus.ts'
import { createDocument, pageContent } from '../snapshot/document.ts'
import type { PageOfCorpus } from '../snapshot/model.ts'
import { noNames } from '../snapshot/names.ts'

export interface OnePageOptions {
  /** Name of the page; it stands in the ids of no entity. */
  readonly path?: string
  readonly schema?: Schema
  /** What is known of it, before what its text says. */
  readonly data?: PageData
}

/** `text` without byte order mark. Total: a text of more than 5 MB has no mentions. */
export function onePage(
  text: string,
  analyser: Analyser,
  { path = 'page.txt', schema = defaultSchema, data }: OnePageOptions = {},
): PageOfCorpus {
  const state = isTooLarge(text) ? 'tooLarge' : 'ready'
  const document = createDocument({
    uri: `file:///${encodeURIComponent(path)}`,
    path,
    content: pageContent(text, 'utf8', state, analyser, []),
    version: undefined,
    annotations: noAnnotations,
    saved: true,
    names: noNames,
    schema,
  })
  const pageData = data === undefined ? {} : { [path]: data }
  const corpus = createCorpus(
    {
      root: 'file://',
      config: { ...defaultConfig, schema, pageData },
      configUri: undefined,
      problems: [],
    },
    { documents: [document], binaryPaths: new Set(), names: noNames },
  )
  return { corpus, document }
}
