/** The language server: what happens between the client's first and last message. */

import type { Connection, InitializeParams, WorkspaceFolder } from 'vscode-languageserver/node'
import { isConfig } from '../corpus/config/globs.ts'
import type { Loader } from '../corpus/loading/loader.ts'
import type { Store } from '../corpus/loading/store.ts'
import { normalUri } from '../disk/uri.ts'
import type { ActionContext } from '../feature/annotate/action.ts'
import { type Desk, Performer } from '../feature/annotate/perform.ts'
import { setLanguage, t } from '../feature/wording/messages.ts'
import type { ClientNotifications, InitializationOptions } from '../protocol.ts'
import type { Span } from '../text/span.ts'
import { defined } from '../values/defined.ts'
import { createAnnouncer } from './announce.ts'
import { followBuffers } from './buffers.ts'
import { clientSupport, noSupport, serverCapabilities } from './capabilities.ts'
import { answerCodeActions } from './code-actions.ts'
import { CommandRequests } from './commands.ts'
import { followConfigs } from './configs.ts'
import { answerExchangeRequests } from './exchange-requests.ts'
import { createFolders } from './folders.ts'
import { guardNotification } from './guard.ts'
import { answerLayerRequests } from './layer-requests.ts'
import { Learning } from './learning.ts'
import { toOptions } from './options.ts'
import { answerOwnRequests } from './own-requests.ts'
import { answerPageRequests } from './page-requests.ts'
import { answerRelationRequests } from './relation-requests.ts'
import { answerReviewRequests } from './review-requests.ts'

export interface ServerParts {
  /** Of the server, and of the recogniser with it. */
  readonly version: string
  readonly store: Store
  readonly loader: Loader
  /** The words of a text, for formats that are made of them. */
  readonly words?: (text: string) => readonly Span[]
  /** The l10n bundle of a locale; `undefined` where there is none. */
  readonly bundle: (locale: string) => Promise<string | undefined>
}

/** Answers on `connection` until the client ends it. */
export function serve(connection: Connection, parts: ServerParts): void {
  const { store, loader } = parts
  const { workspace, sidecars } = store
  const versions = { recogniser: parts.version }
  let options: InitializationOptions = {}
  let support = noSupport
  let opened: readonly WorkspaceFolder[] = []

  const announcer = createAnnouncer({
    ...{ connection, workspace, warmer: store.warmer, support: () => support },
    textOf: loader.configText,
  })
  const folders = createFolders({
    connection,
    workspace,
    loader,
    sidecars,
    announcer,
    support: () => support,
    pages: (uri) => options.pages?.[normalUri(uri)],
    saved: (uri) => commands.saved(uri),
  })
  const context = {
    connection,
    snapshot: () => workspace.snapshot(),
    known: folders.known,
    support: () => support,
    shown: () => options,
    look: store.warmer.look,
  }

  const learning = new Learning({
    connection,
    workspace,
    retraining: store.retraining,
    options: () => options,
    changed: announcer.changed,
  })
  void folders.known.then(() => learning.follow())

  connection.onInitialize(async (params) => {
    support = clientSupport(params.capabilities)
    options = toOptions(params.initializationOptions)
    opened = foldersOf(params)
    store.open(options.storage)
    const { locale = params.locale ?? 'en' } = options
    setLanguage(locale, await parts.bundle(locale))
    return { capabilities: serverCapabilities, serverInfo: { name: 'biaozhu' } }
  })
  connection.onInitialized(
    guardNotification(connection, 'initialized', async () => {
      await folders.follow()
      await folders.open(opened)
    }),
  )
  connection.onNotification(
    'biaozhu/settings',
    guardNotification(connection, 'biaozhu/settings', (settings: Settings) => {
      const pagesBefore = JSON.stringify(options.pages)
      const learnedBefore = options.personalModel
      options = { ...options, ...toOptions(settings) }
      if (options.personalModel !== learnedBefore) void learning.follow()
      if (JSON.stringify(options.pages) !== pagesBefore) return folders.reload()
      announcer.changed([])
      return undefined
    }),
  )
  const actionContext = async (folder: string): Promise<ActionContext> => ({
    who: (await store.annotator(folder, options.annotator)) ?? t('unknown'),
    when: new Date().toISOString(),
    newId: store.newId,
    versions,
  })
  const { forget } = answerPageRequests(context)
  answerOwnRequests(context)
  answerRelationRequests(context)
  answerLayerRequests(context)
  answerReviewRequests({ ...context, versions })
  answerExchangeRequests({
    ...{ connection, actionContext, snapshot: context.snapshot, known: folders.known },
    ...{ version: parts.version, words: parts.words },
  })
  answerCodeActions(context)
  const desk: Desk = {
    snapshot: () => workspace.snapshot(),
    reread: (uri) => loader.changed([{ uri, kind: 'changed' }]),
    apply: (edits) => workspace.apply({ kind: 'annotate', edits }),
    confirm: (uri, change) => sidecars.confirm(uri, change),
    announce: announcer.changed,
  }
  const commands = new CommandRequests({
    connection,
    snapshot: desk.snapshot,
    performer: new Performer(desk, store.newId),
    known: folders.known,
    actionContext,
    learning,
    canEdit: () => support.edits,
  })
  commands.answer()
  store.onFault((uri, fault) => {
    const { code, message } = fault ?? {}
    void connection.sendNotification('biaozhu/saving', {
      uri,
      ...defined({ code, message }),
    })
  })
  store.onTold((page) => announcer.changed([page]))
  connection.onShutdown(() => sidecars.close())
  const configEdited = followConfigs(connection, workspace, loader, announcer)
  followBuffers(connection, workspace, (uri, kind, text) => {
    if (kind === 'close') forget(uri)
    if (isConfig(uri)) configEdited(uri, text)
    else announcer.edited([uri])
  })
  connection.listen()
}

type Settings = ClientNotifications['biaozhu/settings']

function foldersOf({
  workspaceFolders,
  rootUri,
}: Pick<InitializeParams, 'workspaceFolders'> & { rootUri?: string | null }) {
  if (workspaceFolders) return workspaceFolders
  return rootUri ? [{ uri: rootUri, name: rootUri.slice(rootUri.lastIndexOf('/') + 1) }] : []
}
