/** Articles read in order: virtual documents with the logical text, kept up to date with their page. */
import {
  type Disposable,
  EventEmitter,
  Location,
  languages,
  type Position,
  type TextDocumentContentProvider,
  Uri,
  workspace,
} from 'vscode'
import type { LogicalArticle, Mark, Marks } from '../../../server/src/protocol.ts'
import { fromPosition, toPosition, uriKey } from '../editor/convert.ts'
import type { Server } from '../server/server.ts'
import { unpackMarks } from '../server/unpack.ts'
import { printAddress, readAddress, tabName } from './address.ts'
import { rangeToLogical, toSource } from './pieces.ts'

export const articleScheme = 'biaozhu-article'

export class Articles implements TextDocumentContentProvider, Disposable {
  readonly #server: Server
  readonly #changes = new EventEmitter<Uri>()
  readonly #loads = new EventEmitter<Uri>()
  readonly #loaded = new Map<string, LogicalArticle>()
  readonly #subscriptions: readonly Disposable[]

  readonly onDidChange = this.#changes.event
  readonly onDidLoad = this.#loads.event

  constructor(server: Server) {
    this.#server = server
    this.#subscriptions = [
      workspace.registerTextDocumentContentProvider(articleScheme, this),
      languages.registerDefinitionProvider(
        { scheme: articleScheme },
        { provideDefinition: (document, position) => this.source(document.uri, position) },
      ),
      workspace.onDidCloseTextDocument((document) => {
        if (document.isClosed) this.#loaded.delete(uriKey(document.uri))
      }),
      server.onDidChange((change) => this.#follow(new Set(change.pages.map(uriKey)))),
    ]
  }

  uri(page: string, article: LogicalArticle): Uri {
    return Uri.from({
      scheme: articleScheme,
      path: `/${tabName(article.title)}`,
      query: printAddress({ page, article: article.article }),
    })
  }

  /** The text of an article; empty when its page has lost it. */
  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const address = readAddress(uri.query)
    if (address === undefined) return ''
    const { page, article } = address
    const found = await this.#server.request('biaozhu/logicalArticle', { uri: page, article })
    if (found === undefined || found === null) return ''
    this.#loaded.set(uriKey(uri), found)
    this.#loads.fire(uri)
    return found.text
  }

  /** Where a position of an article stands in its page. */
  source(uri: Uri, position: Position): Location | undefined {
    const article = this.#loaded.get(uriKey(uri))
    const place = article && toSource(article.pieces, fromPosition(position))
    if (article === undefined || place === undefined) return undefined
    return new Location(Uri.parse(article.uri), toPosition(place))
  }

  /** The marks of the page that stand in the article, where they are in it. */
  async marks(uri: Uri): Promise<Pick<Marks, 'colours'> & { readonly marks: readonly Mark[] }> {
    const article = this.#loaded.get(uriKey(uri))
    if (article === undefined) return { marks: [] }
    const answer = await this.#server.request('biaozhu/marks', { uri: article.uri })
    const moved = (mark: Mark): Mark => ({
      ...mark,
      ranges: mark.ranges.flatMap((range) => rangeToLogical(article.pieces, range)),
    })
    const { colours = {} } = answer ?? {}
    return { marks: unpackMarks(answer ?? { kinds: [], data: [] }).map(moved), colours }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
    this.#changes.dispose()
    this.#loads.dispose()
  }

  #follow(pages: ReadonlySet<string>): void {
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme !== articleScheme) continue
      const address = readAddress(uri.query)
      if (address !== undefined && pages.has(uriKey(address.page))) this.#changes.fire(uri)
    }
  }
}
