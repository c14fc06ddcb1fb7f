/** Reads one page with its sidecar and analyses it, for the database. */
import { noAnnotations } from '../../annotation/placed/placed.ts'
import { decode } from '../../disk/decode.ts'
import type { Files } from '../../disk/files.ts'
import { sidecarPath } from '../../disk/sidecar-names.ts'
import { parentUri, pathBelow } from '../../disk/uri.ts'
import type { PageRows } from '../../index/database/page-rows.ts'
import type { Analyser } from '../analysis/analysis.ts'
import type { CorpusConfig } from '../config/config.ts'
import { configReader, type FoundConfig } from '../config/config-above.ts'
import { annotationsOfPage } from '../paths/page-sidecar.ts'
import { streamedPage } from '../paths/page-stream.ts'
import { pageContent } from '../snapshot/document.ts'
import type { Names } from '../snapshot/names.ts'
import { readFileNames } from '../snapshot/page-data.ts'
import { hashOf, termsOf } from './page-terms.ts'
import { rowsOfPage } from './rows-of-page.ts'
import type { PageOrder, ReadPage } from './worker-messages.ts'

interface FoundOrder extends PageOrder {
  readonly config: CorpusConfig
  readonly pathInCorpus: string
}

export class IndexedPageReader {
  readonly #files: Files
  readonly #analyser: Analyser
  readonly #names: Names
  readonly #configAbove: (folder: string) => Promise<FoundConfig>

  constructor(files: Files, analyser: Analyser, names: Names) {
    this.#files = files
    this.#analyser = analyser
    this.#names = names
    // Mistakes in corpus.json are said by the process that found the pages.
    this.#configAbove = configReader(files, () => undefined)
  }

  /** In their order. Never rejects because of files. */
  async *read(orders: readonly PageOrder[]): AsyncGenerator<ReadPage, void> {
    const found = await Promise.all(orders.map((order) => this.#find(order)))
    // Together they cost as much as one.
    readFileNames(found)
    for (const each of found) yield await this.#page(each)
  }

  async #find(order: PageOrder): Promise<FoundOrder> {
    const { root, config } = await this.#configAbove(parentUri(order.uri))
    return { ...order, config, pathInCorpus: pathBelow(root, order.uri) ?? order.below }
  }

  async #page(page: FoundOrder): Promise<ReadPage> {
    const { uri, path, shown, config } = page
    const errors: string[] = []
    const answer = await this.#files.read(uri)
    if (answer.kind !== 'file') {
      return { path, rows: undefined, errors: [`cannot read ${shown}`] }
    }
    const sidecarUri = sidecarPath(uri)
    const sidecar = await this.#files.read(sidecarUri)
    const bytes = sidecar.kind === 'file' ? sidecar.bytes : undefined
    const terms = termsOf(page)
    const hash = hashOf(answer.bytes, bytes)
    const { text, encoding, state } = decode(answer.bytes, config.encoding)
    if (state === 'binary') {
      const rows = emptyRows({ path, uri, hash, terms })
      return { path, rows, errors: [`not a text file: ${shown}`] }
    }
    const content = pageContent(text, encoding, state, this.#analyser, [])
    const hasSidecar = sidecar.kind !== 'missing' && sidecar.kind !== 'folder'
    // What is hashed is what is read.
    const files: Files = {
      walk: this.#files.walk,
      read: async (other) => (other === sidecarUri ? sidecar : this.#files.read(other)),
    }
    const { view } = content.analysis
    const annotations = hasSidecar
      ? await annotationsOfPage(uri, view, {
          files,
          encoding: config.encoding,
          report: (problem) => errors.push(`${shown}: ${problem}`),
        })
      : noAnnotations
    const wasInGit = bytes !== undefined && !isOfText(bytes, view.sha256)
    const read = streamedPage(page, { content, annotations, names: this.#names })
    return { path, rows: rowsOfPage(read, page, { hash, terms, isSettled: !wasInGit }), errors }
  }
}

/** Whether the sidecar says that it was made for the text with this hash. */
function isOfText(sidecar: Uint8Array, sha256: string): boolean {
  const [header = ''] = decode(sidecar, 'utf8').text.split('\n', 1)
  return !header.includes('"sha256"') || header.includes(sha256)
}

function emptyRows(about: Pick<PageRows, 'path' | 'uri' | 'hash' | 'terms'>): PageRows {
  return {
    ...about,
    digest: '',
    isSettled: true,
    state: 'binary',
    newspaper: undefined,
    date: undefined,
    number: undefined,
    isDone: false,
    content: { text: '', units: [], attributes: [] },
    articles: [],
    mentions: [],
    names: [],
    facts: [],
  }
}
