/**
 * The pages of a command line one by one, so that thousands take no memory: each is read, analysed, and
 * forgotten when the next one is asked for. What people said of names is gathered from the sidecars first.
 */

import { noAnnotations } from '../../annotation/placed/placed.ts'
import { pageDataOfRecords } from '../../annotation/record/page-corrections.ts'
import type { Schema } from '../../annotation/schema/schema.ts'
import { uniteSchemas } from '../../annotation/schema/union.ts'
import { readSidecar } from '../../annotation/sidecar/sidecar.ts'
import { decode } from '../../disk/decode.ts'
import type { Files } from '../../disk/files.ts'
import { sidecarPath } from '../../disk/sidecar-names.ts'
import { parentUri, pathBelow } from '../../disk/uri.ts'
import { decisionsOf } from '../../index/decided-names.ts'
import { type PageNames, pageNames } from '../../index/page-names.ts'
import type { PageData } from '../../page/model.ts'
import type { Analyser } from '../analysis/analysis.ts'
import { type CorpusConfig, defaultConfig, problemText } from '../config/config.ts'
import { configReader, type FoundConfig } from '../config/config-above.ts'
import { statedGuidelines } from '../config/guidelines.ts'
import { createDocument, pageContent } from '../snapshot/document.ts'
import type { Document } from '../snapshot/model.ts'
import { pageDataOf } from '../snapshot/page-data.ts'
import { findPages } from './find-pages.ts'
import { annotationsOfPage } from './page-sidecar.ts'

export interface PageStream {
  readonly schema: Schema
  /** As they are stated; `undefined` where no corpus.json says any. */
  readonly guidelines: string | undefined
  /** In the order of the paths, a folder's pages sorted; each file once. */
  readonly pages: readonly PlacedPage[]
  /** What could not be read; grows while pages are read. English, one line each. */
  readonly errors: readonly string[]
  /** What a person may want to know: binary files, pages that are too large, faults in corpus.json. */
  readonly notes: readonly string[]
  /** Each call reads them again; a page that is gone meanwhile is an error, and left out. */
  documents(): AsyncGenerator<StreamedPage, void>
}

export interface PlacedPage {
  readonly uri: string
  /** Unique among them. */
  readonly path: string
}

export interface StreamedPage {
  readonly document: Document
  /** Newspaper, date and number. */
  readonly data: PageData
}

interface KnownPage extends PlacedPage {
  readonly shown: string
  readonly config: CorpusConfig
  readonly pathInCorpus: string
  readonly isAnnotated: boolean
}

/** `paths` are files and folders, relative to the folder `cwd`. Never rejects because of files. */
export async function streamPages(
  paths: readonly string[],
  {
    cwd,
    files,
    analyser,
  }: { readonly cwd: string; readonly files: Files; readonly analyser: Analyser },
): Promise<PageStream> {
  const errors: string[] = []
  const notes: string[] = []
  const configAbove = configReader(files, (problem) =>
    notes.push(`corpus.json: ${problemText(problem)}`),
  )
  const known: KnownPage[] = []
  const names: PageNames[] = []
  const schemas = new Set<Schema>()
  const corpora = new Set<FoundConfig>()
  for (const page of await findPages(paths, { cwd, files, errors, notes })) {
    const answer = await files.read(page.uri)
    if (answer.kind !== 'file') {
      errors.push(`cannot read ${page.shown}`)
      continue
    }
    const above = await configAbove(parentUri(page.uri))
    const { root, config } = above
    const { state } = decode(answer.bytes, config.encoding)
    if (state === 'binary') {
      const told = page.named === 'itself' ? errors : notes
      told.push(`not a text file: ${page.shown}`)
      continue
    }
    if (state === 'tooLarge') notes.push(`over 5 MB and not analysed: ${page.shown}`)
    schemas.add(config.schema)
    corpora.add(above)
    const said = await namesInSidecar(page.uri, files)
    if (said !== undefined) names.push(said)
    const pathInCorpus = pathBelow(root, page.uri) ?? page.below
    const { uri, name: path, shown } = page
    known.push({ uri, path, shown, config, pathInCorpus, isAnnotated: said !== undefined })
  }
  const decided = decisionsOf(names)

  async function* documents(): AsyncGenerator<StreamedPage, void> {
    // The next file is read while a page is analysed.
    const readAt = (index: number) => {
      const page = known[index]
      return page === undefined ? undefined : files.read(page.uri)
    }
    let ahead = readAt(0)
    for (const [i, each] of known.entries()) {
      const { uri, path, shown, config, pathInCorpus, isAnnotated } = each
      const answer = (await ahead) ?? { kind: 'missing' }
      ahead = readAt(i + 1)
      const read = answer.kind === 'file' ? decode(answer.bytes, config.encoding) : undefined
      if (read === undefined || read.state === 'binary') {
        errors.push(`cannot read ${shown}`)
        continue
      }
      const content = pageContent(read.text, read.encoding, read.state, analyser, [])
      const { encoding } = config
      const annotations = isAnnotated
        ? await annotationsOfPage(uri, content.analysis.view, { files, encoding })
        : noAnnotations
      const document = createDocument({
        ...{ uri, path, content, annotations, version: undefined, saved: true, names: decided },
        schema: config.schema,
      })
      const records = annotations.records.map(({ record }) => record)
      const data = {
        ...pageDataOf(config, pathInCorpus, document.page.data),
        ...pageDataOfRecords(records),
      }
      yield { document, data }
    }
  }

  const schema = uniteSchemas([...schemas]) ?? defaultConfig.schema
  const guidelines = await statedGuidelines(corpora, files)
  return { schema, guidelines, pages: known, errors, notes, documents }
}

/** `undefined` where nobody has decided anything. Places do not matter for names. */
async function namesInSidecar(uri: string, files: Files): Promise<PageNames | undefined> {
  const answer = await files.read(sidecarPath(uri))
  if (answer.kind !== 'file') return undefined
  const { records } = readSidecar(decode(answer.bytes, 'utf8').text)
  if (records.length === 0) return undefined
  return pageNames(records.map((record) => ({ record })))
}
