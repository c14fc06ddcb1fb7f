/** The corpus of a command line: the pages that its paths name, files or folders. */
import { basename, dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Annotations } from '../annotation/placed.ts'
import type { Schema } from '../annotation/schema.ts'
import { uniteSchemas } from '../annotation/schema-union.ts'
import type { Analyser } from './analysis.ts'
import { type CorpusConfig, defaultConfig, problemText } from './config.ts'
import { configReader } from './config-above.ts'
import { comparePaths, createCorpus } from './corpus.ts'
import { decode } from './decode.ts'
import { type Content, createDocument, pageContent } from './document.ts'
import type { Files } from './files.ts'
import type { Corpus, Document } from './model.ts'
import { corpusNames, pageNames } from './names.ts'
import { pageDataOf } from './page-data.ts'
import { annotationsOfPage } from './page-sidecar.ts'
import { normalUri, parentUri, pathBelow, uriBelow } from './uri.ts'

export interface PagesOfPaths {
  readonly corpus: Corpus
  /** In the order of the paths, a folder's pages sorted; each file once. */
  readonly documents: readonly Document[]
  /** What could not be read: the exit status says so. English, one line each. */
  readonly errors: readonly string[]
  /** What a person may want to know: binary files, pages that are too large, faults in corpus.json. */
  readonly notes: readonly string[]
}

interface FoundPage {
  readonly uri: string
  /** Relative to the folder that the command line names, or that holds the file which it names. */
  readonly below: string
  /** That folder's own name. */
  readonly folder: string
  /** Its place as a person would say it. */
  readonly shown: string
  readonly named: 'itself' | 'by its folder'
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
  const found = new Map<string, FoundPage>()
  for (const path of paths) {
    const pages =
      path === '' ? noPath(errors) : await findPages(path, { cwd, files, errors, notes })
    for (const page of pages) {
      if (!found.has(page.uri)) found.set(page.uri, page)
    }
  }
  const names = uniqueNames([...found.values()])
  const configAbove = configReader(files, (problem) =>
    notes.push(`corpus.json: ${problemText(problem)}`),
  )
  const read: ReadPage[] = []
  const schemas = new Set<Schema>()
  for (const page of found.values()) {
    const answer = await files.read(page.uri)
    if (answer.kind !== 'file') {
      errors.push(`cannot read ${page.shown}`)
      continue
    }
    const { root, config } = await configAbove(parentUri(page.uri))
    const { text, encoding, state } = decode(answer.bytes, config.encoding)
    if (state === 'binary') {
      const told = page.named === 'itself' ? errors : notes
      told.push(`not a text file: ${page.shown}`)
      continue
    }
    if (state === 'tooLarge') notes.push(`over 5 MB and not analysed: ${page.shown}`)
    const name = names.get(page) ?? page.below
    const content = pageContent(text, encoding, state, analyser, [])
    const view = content.analysis.view
    const annotations = await annotationsOfPage(page.uri, view, {
      files,
      encoding: config.encoding,
    })
    schemas.add(config.schema)
    const pathInCorpus = pathBelow(root, page.uri) ?? page.below
    read.push({ uri: page.uri, path: name, content, annotations, config, pathInCorpus })
  }
  const decided = corpusNames(read.map(({ annotations }) => pageNames(annotations)))
  const documents = read.map((each) =>
    createDocument({ ...each, version: undefined, saved: true, names: decided }),
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
  return { corpus: createCorpus(definition, parts), documents, errors, notes }
}

async function findPages(
  from: string,
  { cwd, files, errors, notes }: { cwd: string; files: Files; errors: string[]; notes: string[] },
): Promise<readonly FoundPage[]> {
  const absolute = resolve(cwd, from)
  const uri = normalUri(pathToFileURL(absolute).href)
  const { kind } = await files.read(uri)
  if (kind === 'missing') {
    errors.push(`no such file or folder: ${from}`)
    return []
  }
  const path = kind === 'folder' ? absolute : dirname(absolute)
  const root = normalUri(pathToFileURL(path).href)
  const folder = basename(path)
  if (kind !== 'folder') {
    return [{ folder, uri, below: basename(absolute), shown: from, named: 'itself' }]
  }
  const { paths, unreadable } = await files.walk(root)
  if (unreadable > 0)
    errors.push(
      `${unreadable === 1 ? 'a folder' : `${unreadable} folders`} in ${from} cannot be read`,
    )
  const pages = paths.filter((path) => /\.txt$/i.test(path))
  if (pages.length === 0) notes.push(`no .txt files in ${from}`)
  return pages.map((below) => ({
    folder,
    uri: uriBelow(root, below),
    below,
    shown: `${from.replace(/[\\/]+$/, '')}/${below}`,
    named: 'by its folder',
  }))
}

/** An unset variable of a shell: it must not mean the working folder. */
function noPath(errors: string[]): readonly FoundPage[] {
  errors.push('an empty path is no file or folder')
  return []
}

/** Paths in the corpus: as short as they can be told apart, which keeps ids the same on every machine. */
function uniqueNames(pages: readonly FoundPage[]): ReadonlyMap<FoundPage, string> {
  const names = new Map(pages.map((page) => [page, page.below]))
  const longer = (page: FoundPage): string => `${page.folder}/${page.below}`
  for (const page of duplicates(names)) names.set(page, longer(page))
  for (const [i, page] of duplicates(names).entries()) names.set(page, `${i + 1}/${longer(page)}`)
  return names
}

function duplicates(names: ReadonlyMap<FoundPage, string>): readonly FoundPage[] {
  const counts = new Map<string, number>()
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...names].filter(([, name]) => (counts.get(name) ?? 0) > 1).map(([page]) => page)
}
