/** The files that a command line names, read one by one as pages of their corpora. */

import type { Schema } from '../../annotation/schema/schema.ts'
import { uniteSchemas } from '../../annotation/schema/union.ts'
import { decode } from '../../disk/decode.ts'
import type { FileContent } from '../../disk/file-content.ts'
import type { Files } from '../../disk/files.ts'
import { parentUri, pathBelow } from '../../disk/uri.ts'
import {
  type CorpusConfig,
  defaultConfig,
  problemText,
  tooSlowFileNames,
} from '../config/config.ts'
import { configReader, type FoundConfig } from '../config/config-above.ts'
import { statedGuidelines } from '../config/guidelines.ts'
import { readFileNames } from '../snapshot/page-data.ts'
import { findPages } from './find-pages.ts'

export interface PageFile {
  readonly uri: string
  /** Unique among the pages of the command line. */
  readonly path: string
  /** Its place as a person would say it. */
  readonly shown: string
  /** What the nearest corpus.json says. */
  readonly config: CorpusConfig
  readonly pathInCorpus: string
  /** Of the folder that holds the nearest corpus.json. */
  readonly root: string
  readonly content: FileContent & { readonly state: 'ready' | 'tooLarge' }
}

export class PageReader {
  /** What could not be read. English, one line each. */
  readonly errors: string[] = []
  /** What a person may want to know: binary files, pages that are too large, faults in corpus.json. */
  readonly notes: string[] = []
  readonly #cwd: string
  readonly #files: Files
  readonly #configAbove: (folder: string) => Promise<FoundConfig>
  readonly #schemas = new Set<Schema>()
  readonly #corpora = new Set<FoundConfig>()

  /** Paths are relative to the folder `cwd`. */
  constructor(cwd: string, files: Files) {
    this.#cwd = cwd
    this.#files = files
    this.#configAbove = configReader(files, (problem) =>
      this.notes.push(`corpus.json: ${problemText(problem)}`),
    )
  }

  /** In the order of the paths, a folder's pages sorted; each file once. Never rejects because of files. */
  async *pages(paths: readonly string[]): AsyncGenerator<PageFile, void> {
    const { errors, notes } = this
    const finding = { cwd: this.#cwd, files: this.#files, errors, notes }
    for (const { uri, name: path, shown, below, named } of await findPages(paths, finding)) {
      const answer = await this.#files.read(uri)
      if (answer.kind !== 'file') {
        errors.push(`cannot read ${shown}`)
        continue
      }
      const found = await this.#configAbove(parentUri(uri))
      const { root, config } = found
      const { text, encoding, state } = decode(answer.bytes, config.encoding)
      if (state === 'binary') {
        const list = named === 'itself' ? errors : notes
        list.push(`not a text file: ${shown}`)
        continue
      }
      if (state === 'tooLarge') notes.push(`over 5 MB and not analysed: ${shown}`)
      this.#schemas.add(config.schema)
      this.#corpora.add(found)
      const pathInCorpus = pathBelow(root, uri) ?? below
      yield { uri, path, shown, config, pathInCorpus, root, content: { text, encoding, state } }
    }
  }

  /** Finds in the names of all pages what `pageDataOf` asks for later, and says which pattern takes too long. */
  readFileNames(pages: readonly Pick<PageFile, 'config' | 'pathInCorpus'>[]): void {
    for (const _slow of readFileNames(pages)) this.notes.push(`corpus.json: ${tooSlowFileNames}`)
  }

  /** Of all pages that were read, as one. */
  get schema(): Schema {
    return uniteSchemas([...this.#schemas]) ?? defaultConfig.schema
  }

  /** As they are stated; `undefined` where no corpus.json of the pages that were read says any. */
  guidelines(): Promise<string | undefined> {
    return statedGuidelines(this.#corpora, this.#files)
  }
}
