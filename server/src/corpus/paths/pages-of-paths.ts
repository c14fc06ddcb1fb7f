/** The corpus of a command line: the pages that its paths name, files or folders. */
import { pathToFileURL } from 'node:url'
import type { Annotations } from '../../annotation/placed/placed.ts'
import type { Files } from '../../disk/files.ts'
import { comparePaths } from '../../disk/paths.ts'
import { normalUri } from '../../disk/uri.ts'
import { decisionsOf } from '../../index/decided-names.ts'
import { pageNames } from '../../index/page-names.ts'
import { defined } from '../../values/defined.ts'
import type { Analyser } from '../analysis/analysis.ts'
import { defaultConfig } from '../config/config.ts'
import { createCorpus } from '../snapshot/corpus.ts'
import { type Content, createDocument, pageContent } from '../snapshot/document.ts'
import type { Corpus, Document } from '../snapshot/model.ts'
import { pageDataOf } from '../snapshot/page-data.ts'
import { entitiesOfPages } from './entities-of-paths.ts'
import { type PageFile, PageReader } from './page-reader.ts'
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
  readonly file: PageFile
  readonly content: Content
  readonly annotations: Annotations
}

/** What all say alike. */
function onlyOne<T>(values: readonly T[]): T | undefined {
  const [first] = values
  return values.every((value) => value === first) ? first : undefined
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
  const reader = new PageReader(cwd, files)
  const pages: ReadPage[] = []
  for await (const file of reader.pages(paths)) {
    const { text, encoding, state } = file.content
    const content = pageContent(text, encoding, state, analyser, [])
    const annotations = await annotationsOfPage(file.uri, content.analysis.view, {
      files,
      encoding: file.config.encoding,
      report: (problem) => reader.errors.push(`${file.shown}: ${problem}`),
    })
    pages.push({ file, content, annotations })
  }
  reader.readFileNames(pages.map(({ file }) => file))
  const decided = decisionsOf(pages.map(({ annotations }) => pageNames(annotations.records)))
  const documents = pages.map(({ file: { uri, path, config }, content, annotations }) =>
    createDocument({
      uri,
      path,
      content,
      annotations,
      version: undefined,
      saved: true,
      names: decided,
      schema: config.schema,
    }),
  )
  const pageData = Object.fromEntries(
    pages.map(({ file: { path, config, pathInCorpus } }, i) => [
      path,
      pageDataOf(config, pathInCorpus, documents[i]?.page.data ?? {}),
    ]),
  )
  const entities = await entitiesOfPages(
    pages.map(({ file }) => file),
    { files, report: (problem) => reader.notes.push(`entities.jsonl: ${problem}`) },
  )
  const definition = {
    root: normalUri(pathToFileURL(cwd).href),
    config: {
      ...defaultConfig,
      schema: reader.schema,
      pageData,
      ...defined({ annotator: onlyOne(pages.map(({ file }) => file.config.annotator)) }),
    },
    configUri: undefined,
    problems: [],
  }
  const sorted = documents.toSorted((a, b) => comparePaths(a.path, b.path))
  const parts = { documents: sorted, binaryPaths: new Set<string>(), names: decided, entities }
  const guidelines = await reader.guidelines()
  const { errors, notes } = reader
  return { corpus: createCorpus(definition, parts), documents, guidelines, errors, notes }
}
