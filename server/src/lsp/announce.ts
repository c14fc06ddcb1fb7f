/** Tells the client what has changed: once for many changes, and never more than it needs. */
import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver/node'
import type { Warmer } from '../corpus/loading/warm.ts'
import type { Workspace } from '../corpus/snapshot/workspace.ts'
import type { ClientSupport } from './capabilities.ts'
import { ConfigProblems, EntitiesProblems, PageProblems } from './diagnostics.ts'
import { guardNotification } from './guard.ts'

/** Milliseconds in which changes are gathered: shorter than a person notices in a view. */
const delay = 120

export interface AnnouncerParts {
  readonly connection: Connection
  readonly workspace: Workspace
  readonly warmer: Pick<Warmer, 'rest'>
  readonly support: () => ClientSupport
  /** The text of the corpus.json to which its problems refer. */
  readonly textOf: (uri: string) => string
  /** Uris of sidecars without a page that describe the text of this page. */
  readonly straysOf: (page: string) => readonly string[]
}

export class Announcer {
  readonly #parts: AnnouncerParts
  readonly #pageProblems: PageProblems
  readonly #configProblems: ConfigProblems
  readonly #entitiesProblems: EntitiesProblems
  #timer: NodeJS.Timeout | undefined
  /** Uris of pages that have changed since the client was told last. */
  #pages = new Set<string>()
  /** Whether tokens, hints, lenses and folds are asked for again. */
  #isRefresh = false

  constructor(parts: AnnouncerParts) {
    this.#parts = parts
    this.#pageProblems = new PageProblems(parts.connection, parts.straysOf)
    this.#configProblems = new ConfigProblems(parts.connection, parts.textOf)
    this.#entitiesProblems = new EntitiesProblems(parts.connection)
  }

  /** The client edited these pages itself: views hear of it, tokens it asks for by itself. */
  edited(uris: readonly string[]): void {
    for (const uri of uris) this.#pages.add(uri)
    this.#timer ??= setTimeout(() => this.#announce(), delay)
  }

  /** Something else changed: what open editors have asked for is asked for again, too. */
  changed(uris: readonly string[]): void {
    this.#isRefresh = true
    this.edited(uris)
  }

  #announce(): void {
    const { connection, workspace, warmer } = this.#parts
    const snapshot = workspace.snapshot()
    const [pages, isRefresh] = [[...this.#pages], this.#isRefresh]
    this.#timer = undefined
    this.#pages = new Set()
    this.#isRefresh = false
    this.#pageProblems.publish(snapshot, pages)
    void connection.sendNotification('biaozhu/changed', { revision: snapshot.revision, pages })
    this.#configProblems.publish(snapshot)
    this.#entitiesProblems.publish(snapshot)
    // What changed on one page may say something of names on others: views hear of those as well.
    const analyseOthers = guardNotification(connection, 'analysing', warmer.rest)
    void analyseOthers((uris) => this.changed(uris))
    if (isRefresh) this.#refresh()
  }

  #refresh(): void {
    const { connection, support } = this.#parts
    const { tokensRefresh, hintsRefresh, lensesRefresh, foldsRefresh } = support()
    if (tokensRefresh) ask(connection.languages.semanticTokens.refresh())
    if (hintsRefresh) ask(connection.languages.inlayHint.refresh())
    if (lensesRefresh) ask(connection.sendRequest(CodeLensRefreshRequest.type))
    if (foldsRefresh) ask(connection.languages.foldingRange.refresh())
  }
}

/** A client that refuses to refresh, or is gone meanwhile, shows old tokens: nothing to do. */
function ask(answer: Promise<void>): void {
  answer.catch(() => undefined)
}
