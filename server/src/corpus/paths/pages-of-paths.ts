/** The corpus of a command line: the pages that its paths name, files or folders. */
import { pathToFileURL } from 'node:url'
import type { Annotations } from '../../annotation/placed/placed.ts'
import type { Schema } from '../../annotation/schema/schema.ts'
import { uniteSchemas } from '../../annotation/schema/union.ts'
import { decode } from '../../disk/decode.ts'
import type { Files } from '../../disk/files.ts'
import { comparePaths } from '../../disk/paths.ts'
import { normalUri, parentUri, pathBelow } from '../../disk/uri.ts'
import { decisionsOf } from '../../index/decided-names.ts'
import { pageNames } from '../../index/page-names.ts'
import type { Analyser } from '../analysis/analysis.ts'
import { type CorpusConfig, defaultConfig, problemText } from '../config/config.ts'
import { configReader, type FoundConfig } from '../config/config-above.ts'
import { statedGuidelines } from '../config/guidelines.ts'
import { createCorpus } from '../snapshot/corpus.ts'
import { type Content, createDocument, pageContent } from '../snapshot/document.ts'
import type { Corpus, Document } from '../snapshot/model.ts'
import { pageDataOf } from '../snapshot/page-data.ts'
import { findPages } from './find-pages.ts'
import { annotationsOfPage } from './page-sidecar.ts'

export interface PagesOfPaths {
  readonly corpus: Corpus
  /** In the order of the paths, a folder's pages sorted; each file once. */
  readonly documents: readonly Document[]
  /** As they are stated; `undefined` where no corpus.json says any. */
  readonly guidelines: string | undefined
  /** What could not be read: the exit status says so. English, one line each. */
  readonly errors: readonly string[]
  /** What a person may want to know: binary files, pages that are too large, faults in corpus.json. */
  readonly notes: readonly string[]
}

interface ReadPage {
  readonly uri: string
  readonly path: string
  readonly content: Content
  readonly annotations: Annotations
  readonly config: CorpusConfig
  readonly pathInCorpus: string
}

/** `paths` as given, relative to the folder `cwd`. Never rejects because of files. */
export async function pagesOfPaths(
  paths: readonly string[],
  {
    cwd,
    files,
    analyser,
  }: { readonly cwd: string; readonly files: Files; readonly analyser: Analyser },
): Promise<PagesOfPaths> {
  const errors: string[] = []
  const notes: string[] = []
  const found = await findPages(paths, { cwd, files, errors, notes })
  const configAbove = configReader(files, (problem) =>
    notes.push(`corpus.json: ${problemText(problem)}`),
  )
  const read: ReadPage[] = []
  const schemas = new Set<Schema>()
  const corpora = new Set<FoundConfig>()
  for (const page of found) {
    const answer = await files.read(page.uri)
    if (answer.kind !== 'file') {
      errors.push(`cannot read ${page.shown}`)
      continue
    }
    const above = await configAbove(parentUri(page.uri))
    const { root, config } = above
    const { text, encoding, state } = decode(answer.bytes, config.encoding)
    if (state === 'binary') {
      const told = page.named === 'itself' ? errors : notes
      told.push(`not a text file: ${page.shown}`)
      continue
    }
    if (state === 'tooLarge') notes.push(`over 5 MB and not analysed: ${page.shown}`)
    const content = pageContent(text, encoding, state, analyser, [])
    const view = content.analysis.view
    const annotations = await annotationsOfPage(page.uri, view, {
      files,
      encoding: config.encoding,
    })
    schemas.add(config.schema)
    corpora.add(above)
    const pathInCorpus = pathBelow(root, page.uri) ?? page.below
    read.push({ uri: page.uri, path: page.name, content, annotations, config, pathInCorpus })
  }
  const decided = decisionsOf(read.map(({ annotations }) => pageNames(annotations.records)))
  const documents = read.map((each) =>
    createDocument({
      ...each,
      version: undefined,
      saved: true,
      names: decided,
      schema: each.config.schema,
    }),
  )
  const pageData = Object.fromEntries(
    read.map(({ path, config, pathInCorpus }, i) => [
      path,
      pageDataOf(config, pathInCorpus, documents[i]?.page.data ?? {}),
    ]),
  )
  const definition = {
    root: normalUri(pathToFileURL(cwd).href),
    config: {
      ...defaultConfig,
      schema: uniteSchemas([...schemas]) ?? defaultConfig.schema,
      pageData,
    },
    configUri: undefined,
    problems: [],
  }
  const sorted = documents.toSorted((a, b) => comparePaths(a.path, b.path))
  const parts = { documents: sorted, binaryPaths: new Set<string>(), names: decided }
  const guidelines = await statedGuidelines(corpora, files)
  return { corpus: createCorpus(definition, parts), documents, guidelines, errors, notes }
}
