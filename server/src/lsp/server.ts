/** The language server: what happens between the client's first and last message. */

import type {
  Connection,
  InitializeParams,
  InitializeResult,
  WorkspaceFolder,
} from 'vscode-languageserver/node'
import { isConfig } from '../corpus/config/globs.ts'
import type { Loader } from '../corpus/loading/loader.ts'
import type { Store } from '../corpus/loading/store.ts'
import type { Corpus } from '../corpus/snapshot/model.ts'
import { normalUri } from '../disk/uri.ts'
import type { ActionContext } from '../feature/annotate/action.ts'
import { type Desk, Performer } from '../feature/annotate/perform.ts'
import type { SchemaText } from '../feature/cursor/type-definition.ts'
import { setLanguage, t } from '../feature/wording/messages.ts'
import type { ClientNotifications, InitializationOptions } from '../protocol.ts'
import type { Span } from '../text/span.ts'
import { defined } from '../values/defined.ts'
import { Announcer } from './announce.ts'
import { followBuffers } from './buffers.ts'
import { type ClientSupport, clientSupport, noSupport, serverCapabilities } from './capabilities.ts'
import { answerCodeActions } from './code-actions.ts'
import { CommandRequests } from './commands.ts'
import { followConfigs } from './configs.ts'
import { answerExchangeRequests } from './exchange-requests.ts'
import { Folders } from './folders.ts'
import { guardNotification } from './guard.ts'
import { answerLayerRequests } from './layer-requests.ts'
import { Learning } from './learning.ts'
import { answerLenses } from './lens-requests.ts'
import { toOptions } from './options.ts'
import { answerOverviewRequests } from './overview-requests.ts'
import { answerOwnRequests } from './own-requests.ts'
import { answerPageRequests } from './page-requests.ts'
import { answerRelationRequests } from './relation-requests.ts'
import { answerReviewRequests } from './review-requests.ts'
import { answerSearchRequests } from './search-requests.ts'
import { SentTokens } from './semantic-tokens.ts'

export interface ServerParts {
  /** Of the server, and of the recogniser with it. */
  readonly version: string
  readonly store: Store
  readonly loader: Loader
  /** The words of a text, for formats that are made of them. */
  readonly words?: (text: string) => readonly Span[]
  /** The guidelines that the default schema is of. */
  readonly guidelines?: () => Promise<Omit<SchemaText, 'kind'> | undefined>
  /** The l10n bundle of a locale; `undefined` where there is none. */
  readonly bundle: (locale: string) => Promise<string | undefined>
}

/** Answers on `connection` until the client ends it. */
export function serve(connection: Connection, parts: ServerParts): void {
  new LanguageServer(connection, parts).listen()
}

class LanguageServer {
  readonly #connection: Connection
  readonly #parts: ServerParts
  readonly #announcer: Announcer
  readonly #folders: Folders
  readonly #learning: Learning
  readonly #commands: CommandRequests
  readonly #sentTokens = new SentTokens()
  #options: InitializationOptions = {}
  #support: ClientSupport = noSupport
  /** The folders that the client had open when it started. */
  #opened: readonly WorkspaceFolder[] = []

  constructor(connection: Connection, parts: ServerParts) {
    const { store, loader } = parts
    const { workspace, warmer, retraining } = store
    const support = () => this.#support
    const options = () => this.#options
    this.#connection = connection
    this.#parts = parts
    this.#announcer = new Announcer({
      connection,
      workspace,
      warmer,
      support,
      textOf: (uri) => loader.configText(uri),
      straysOf: (page) => loader.straysOf(page),
    })
    this.#folders = new Folders({
      connection,
      workspace,
      loader,
      announcer: this.#announcer,
      support,
      pages: (uri) => this.#options.pages?.[normalUri(uri)],
      saved: (uri) => this.#commands.saved(uri),
      flush: () => store.sidecars.flush(),
    })
    const changed = (uris: readonly string[]) => this.#announcer.changed(uris)
    this.#learning = new Learning({ connection, workspace, retraining, options, changed })
    this.#commands = new CommandRequests({
      connection,
      snapshot: () => workspace.snapshot(),
      performer: new Performer(deskOf(parts, changed), store.newId),
      known: this.#folders.known,
      analysed: warmer.warm,
      actionContext: (folder) => this.#actionContext(folder),
      learning: this.#learning,
      canEdit: () => this.#support.edits,
    })
  }

  listen(): void {
    const connection = this.#connection
    connection.onInitialize((params) => this.#initialize(params))
    connection.onInitialized(
      guardNotification(connection, 'initialized', async () => {
        this.#folders.follow()
        await this.#folders.open(this.#opened)
      }),
    )
    connection.onNotification(
      'biaozhu/settings',
      guardNotification(connection, 'biaozhu/settings', (settings: Settings) =>
        this.#take(settings),
      ),
    )
    void this.#folders.known.then(() => this.#learning.follow())
    this.#answerRequests()
    this.#commands.answer()
    this.#followDisk()
    this.#followEditors()
    connection.listen()
  }

  async #initialize(params: InitializeParams): Promise<InitializeResult> {
    this.#support = clientSupport(params.capabilities)
    this.#options = toOptions(params.initializationOptions)
    this.#opened = foldersOf(params)
    this.#parts.store.open(this.#options.storage)
    const { locale = params.locale ?? 'en' } = this.#options
    setLanguage(locale, await this.#parts.bundle(locale))
    return { capabilities: serverCapabilities, serverInfo: { name: 'biaozhu' } }
  }

  /** Settings that have changed. */
  async #take(settings: Settings): Promise<void> {
    const before = this.#options
    this.#options = { ...before, ...toOptions(settings) }
    const { personalModel, pages } = this.#options
    if (personalModel !== before.personalModel) void this.#learning.follow()
    if (JSON.stringify(pages) !== JSON.stringify(before.pages)) await this.#folders.reload()
    else this.#announcer.changed([])
  }

  #answerRequests(): void {
    const { store, version, words } = this.#parts
    const connection = this.#connection
    const { known } = this.#folders
    const snapshot = () => store.workspace.snapshot()
    const context = {
      connection,
      snapshot,
      known,
      support: () => this.#support,
      shown: () => this.#options,
      straysOf: (page: string) => this.#parts.loader.straysOf(page),
      schemaTexts: (corpus: Corpus) => schemaTexts(corpus, this.#parts),
      look: store.warmer.look,
      analysed: store.warmer.warm,
    }
    answerPageRequests(context, this.#sentTokens)
    answerLenses(context)
    answerOwnRequests(context)
    answerRelationRequests(context)
    answerLayerRequests(context)
    answerReviewRequests({ ...context, versions: { recogniser: version } })
    answerOverviewRequests({
      ...context,
      version,
      flush: async () => {
        await Promise.all([store.sidecars.flush(), store.entities.flush()])
      },
    })
    answerSearchRequests({ ...context, version, words })
    answerExchangeRequests({
      connection,
      snapshot,
      known,
      version,
      words,
      actionContext: (folder) => this.#actionContext(folder),
    })
    answerCodeActions(context)
  }

  /** Sidecars that cannot be written, and those that others have changed. */
  #followDisk(): void {
    const { store } = this.#parts
    store.onFault((uri, fault) => {
      const { code, message } = fault ?? {}
      const saving = { uri, ...defined({ code, message }) }
      void this.#connection.sendNotification('biaozhu/saving', saving)
    })
    store.onTold((page) => this.#announcer.changed([page]))
    this.#connection.onShutdown(() => store.close())
  }

  /** Pages and corpus.json files that editors have open. */
  #followEditors(): void {
    const { store, loader } = this.#parts
    const { workspace, sidecars } = store
    // Nobody has to ask for what it shows, and it does not wait for other pages.
    const opened = guardNotification(this.#connection, 'opened', async (uri: string) => {
      await this.#folders.known
      if (await loader.opened(uri)) this.#announcer.changed([uri])
    })
    const configEdited = followConfigs(this.#connection, workspace, loader, this.#announcer)
    followBuffers(this.#connection, workspace, (uri, kind, text) => {
      if (kind === 'close') this.#sentTokens.forget(uri)
      if (isConfig(uri)) configEdited(uri, text)
      else {
        if (kind === 'text') sidecars.edited(uri)
        if (kind === 'open') void opened(uri)
        this.#announcer.edited([uri])
      }
    })
  }

  /** Who acts, and when; `folder` is the uri of the corpus root. */
  async #actionContext(folder: string): Promise<ActionContext> {
    const { store, version } = this.#parts
    const setting = this.#options.annotator
    const corpus = store.workspace.snapshot().corpora.find(({ root }) => root === folder)
    const said = { setting, corpus: corpus?.config.annotator }
    return {
      who: (await store.annotator(folder, said)) ?? t('unknown'),
      when: new Date().toISOString(),
      newId: store.newId,
      versions: { recogniser: version },
    }
  }
}

/** What says what types mean: corpus.json, then the guidelines that it names, then those of the default schema. */
async function schemaTexts(
  corpus: Corpus,
  { loader, guidelines }: ServerParts,
): Promise<readonly SchemaText[]> {
  const { configUri } = corpus
  const files = await Promise.all([loader.guidelines(corpus), guidelines?.()])
  return [
    ...(configUri === undefined
      ? []
      : [{ kind: 'config' as const, uri: configUri, text: loader.configText(configUri) }]),
    ...files.flatMap((file) =>
      file === undefined ? [] : { kind: 'guidelines' as const, ...file },
    ),
  ]
}

/** Where actions are performed: in the workspace, and in the sidecars. */
function deskOf({ store, loader }: ServerParts, announce: Desk['announce']): Desk {
  const { workspace, sidecars, entities } = store
  return {
    snapshot: () => workspace.snapshot(),
    reread: (uri) => loader.changed([{ uri, kind: 'changed' }]),
    apply: (edits) => workspace.apply({ kind: 'annotate', edits }),
    confirm: (uri, change) => sidecars.confirm(uri, change),
    entities: {
      apply: (edits) => workspace.apply({ kind: 'decide', edits }),
      confirm: (root, change) => entities.confirm(root, change),
    },
    announce,
  }
}

type Settings = ClientNotifications['biaozhu/settings']

function foldersOf({
  workspaceFolders,
  rootUri,
}: Pick<InitializeParams, 'workspaceFolders'> & { rootUri?: string | null }) {
  if (workspaceFolders) return workspaceFolders
  return rootUri ? [{ uri: rootUri, name: rootUri.slice(rootUri.lastIndexOf('/') + 1) }] : []
}
