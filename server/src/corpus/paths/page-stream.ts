/**
 * The pages of a command line one by one, so that thousands take no memory: each is read, analysed, and
 * forgotten when the next one is asked for. What people said of names is gathered from the sidecars first.
 */

import { type Annotations, noAnnotations } from '../../annotation/placed/placed.ts'
import { pageDataOfRecords } from '../../annotation/record/page-corrections.ts'
import type { Schema } from '../../annotation/schema/schema.ts'
import { readSidecar } from '../../annotation/sidecar/sidecar.ts'
import { decode } from '../../disk/decode.ts'
import type { Files } from '../../disk/files.ts'
import { sidecarPath } from '../../disk/sidecar-names.ts'
import type { EntityDecisions } from '../../entity/decisions.ts'
import { decisionsOf } from '../../index/decided-names.ts'
import { type PageNames, pageNames } from '../../index/page-names.ts'
import type { PageData } from '../../page/model.ts'
import type { Analyser } from '../analysis/analysis.ts'
import { type Content, createDocument, pageContent } from '../snapshot/document.ts'
import type { Document } from '../snapshot/model.ts'
import type { Names } from '../snapshot/names.ts'
import { pageDataOf } from '../snapshot/page-data.ts'
import { entitiesOfPages } from './entities-of-paths.ts'
import { type PageFile, PageReader } from './page-reader.ts'
import { annotationsOfPage } from './page-sidecar.ts'

export interface PageStream {
  readonly schema: Schema
  /** What people say of entities. */
  readonly decisions: EntityDecisions
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

type KnownPage = Omit<PageFile, 'content'> & { readonly isAnnotated: boolean }

/** `paths` are files and folders, relative to the folder `cwd`. Never rejects because of files. */
export async function streamPages(
  paths: readonly string[],
  {
    cwd,
    files,
    analyser,
  }: { readonly cwd: string; readonly files: Files; readonly analyser: Analyser },
): Promise<PageStream> {
  const reader = new PageReader(cwd, files)
  const pages: KnownPage[] = []
  const decided: PageNames[] = []
  for await (const { content: _text, ...page } of reader.pages(paths)) {
    const names = await namesInSidecar(page.uri, files)
    if (typeof names === 'object') decided.push(names)
    pages.push({ ...page, isAnnotated: names !== noSidecar })
  }
  reader.readFileNames(pages)
  const { schema, errors, notes } = reader
  const names = decisionsOf(decided)
  const { decisions } = await entitiesOfPages(pages, {
    files,
    report: (problem) => notes.push(`entities.jsonl: ${problem}`),
  })
  const guidelines = await reader.guidelines()
  const documents = () => readAgain(pages, { files, analyser, names, errors })
  return { schema, decisions, guidelines, pages, errors, notes, documents }
}

interface Reading {
  readonly files: Files
  readonly analyser: Analyser
  readonly names: Names
  readonly errors: string[]
}

async function* readAgain(
  pages: readonly KnownPage[],
  { files, analyser, names, errors }: Reading,
): AsyncGenerator<StreamedPage, void> {
  // The next file is read while a page is analysed.
  const readAt = (index: number) => {
    const page = pages[index]
    return page === undefined ? undefined : files.read(page.uri)
  }
  let ahead = readAt(0)
  for (const [i, page] of pages.entries()) {
    const { shown, isAnnotated } = page
    const answer = (await ahead) ?? { kind: 'missing' }
    ahead = readAt(i + 1)
    const read = answer.kind === 'file' ? decode(answer.bytes, page.config.encoding) : undefined
    if (read === undefined || read.state === 'binary') {
      errors.push(`cannot read ${shown}`)
      continue
    }
    const content = pageContent(read.text, read.encoding, read.state, analyser, [])
    const annotations = isAnnotated
      ? await annotationsOfPage(page.uri, content.analysis.view, {
          files,
          encoding: page.config.encoding,
          report: (problem) => errors.push(`${shown}: ${problem}`),
        })
      : noAnnotations
    yield streamedPage(page, { content, annotations, names })
  }
}

/** A page that was read, with what its corpus says of it. */
export function streamedPage(
  { uri, path, config, pathInCorpus }: Pick<PageFile, 'uri' | 'path' | 'config' | 'pathInCorpus'>,
  parts: {
    readonly content: Content
    readonly annotations: Annotations
    readonly names: Names
  },
): StreamedPage {
  const { schema } = config
  const document = createDocument({ ...parts, uri, path, schema, version: undefined, saved: true })
  const records = parts.annotations.records.map(({ record }) => record)
  const data = {
    ...pageDataOf(config, pathInCorpus, document.page.data),
    ...pageDataOfRecords(records),
  }
  return { document, data }
}

const noSidecar = 'none'

/** Where nobody has decided anything, none; `undefined` of a sidecar that cannot be read. */
async function namesInSidecar(
  uri: string,
  files: Files,
): Promise<PageNames | typeof noSidecar | undefined> {
  const answer = await files.read(sidecarPath(uri))
  if (answer.kind === 'missing' || answer.kind === 'folder') return noSidecar
  if (answer.kind !== 'file') return undefined
  return namesInBytes(answer.bytes) ?? noSidecar
}

/** What a sidecar says of names; `undefined` where it has no record. Places do not matter for names. */
export function namesInBytes(bytes: Uint8Array): PageNames | undefined {
  const { records } = readSidecar(decode(bytes, 'utf8').text)
  return records.length === 0 ? undefined : pageNames(records.map((record) => ({ record })))
}
