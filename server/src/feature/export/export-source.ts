/** Where exported pages come from: a command line, page by page or all at once, or a corpus in memory. */

import type { PageStream } from '../../corpus/paths/page-stream.ts'
import type { Corpus, Document } from '../../corpus/snapshot/model.ts'
import type { ExchangeInitiative, Versions, WriteContext } from '../../exchange/format/format.ts'
import { defined } from '../../values/defined.ts'
import { initiatives } from '../lists/initiatives.ts'
import { schemaVersion } from '../review/page-state.ts'
import type { ExportSource } from './export.ts'
import { unitOf } from './export-page.ts'

/** What is known of the export beside its pages. */
export interface ExportCircumstances {
  /** Of Biaozhu, and of its recogniser with it. */
  readonly version: string
  readonly words: WriteContext['words']
  /** ISO time of now. */
  readonly created: string
  /** As they are stated. */
  readonly guidelines?: string | undefined
}

/** Of a file for all pages. */
const title = 'biaozhu'

export function streamSource(stream: PageStream, about: ExportCircumstances): ExportSource {
  const { schema, guidelines } = stream
  return {
    pages: stream.pages.map(({ path }) => path),
    context: {
      schema,
      title,
      initiatives: [],
      created: about.created,
      words: about.words,
      versions: versionsOf(about.version, schema, guidelines),
    },
    async *units(choices) {
      for await (const each of stream.documents()) yield unitOf(each, choices)
    },
  }
}

/** `documents` are of the corpus, all or some. `links`: whether entities and initiatives are wanted. */
export function corpusSource(
  corpus: Corpus,
  documents: readonly Document[],
  about: ExportCircumstances,
  links: boolean,
): ExportSource {
  const { schema } = corpus
  return {
    pages: documents.map(({ path }) => path),
    context: {
      schema,
      title,
      created: about.created,
      words: about.words,
      initiatives: links ? exchangeInitiatives(corpus, documents) : [],
      versions: versionsOf(about.version, schema, about.guidelines),
    },
    *units(choices) {
      for (const document of documents) {
        const data = corpus.pageData(document)
        yield unitOf(
          links
            ? { document, data, linked: (each) => corpus.index.entityOf(document.path, each)?.id }
            : { document, data },
          choices,
        )
      }
    },
  }
}

export function versionsOf(
  version: string,
  schema: Corpus['schema'],
  guidelines: string | undefined,
): Versions {
  return {
    biaozhu: version,
    recogniser: version,
    schema: schemaVersion(schema),
    ...defined({ guidelines }),
  }
}

/** Those with a mention on one of the pages. */
function exchangeInitiatives(
  corpus: Corpus,
  documents: readonly Document[],
): readonly ExchangeInitiative[] {
  const paths = new Map(documents.map(({ uri, path }) => [uri, path]))
  return initiatives({ revision: 0, corpora: [corpus] }).flatMap((entry): ExchangeInitiative[] => {
    const { id, name, aliases, kindLabel, owner, place } = entry
    const pages = entry.pages.filter(({ uri }) => paths.has(uri))
    if (pages.length === 0) return []
    return [
      {
        id,
        name,
        aliases,
        kind: kindLabel,
        ...defined({ owner, place }),
        mentions: pages.reduce((sum, { count }) => sum + count, 0),
        pages: pages.map(({ uri }) => paths.get(uri) ?? ''),
      },
    ]
  })
}
