/** The language server: what happens between the client's first and last message. */
import type { Connection, InitializeParams, WorkspaceFolder } from 'vscode-languageserver/node'
import type { Loader } from '../corpus/loader.ts'
import { normalUri } from '../corpus/uri.ts'
import type { Workspace } from '../corpus/workspace.ts'
import { setLanguage } from '../feature/messages.ts'
import type { ClientNotifications, InitializationOptions } from '../protocol.ts'
import { createAnnouncer } from './announce.ts'
import { followBuffers } from './buffers.ts'
import { clientSupport, noSupport, serverCapabilities } from './capabilities.ts'
import { createFolders } from './folders.ts'
import { guardNotification } from './guard.ts'
import { answerOwnRequests } from './own-requests.ts'
import { answerPageRequests } from './page-requests.ts'

export interface ServerParts {
  readonly workspace: Workspace
  readonly loader: Loader
  /** The l10n bundle of a locale; `undefined` where there is none. */
  readonly bundle: (locale: string) => Promise<string | undefined>
  /** Text of a corpus.json. */
  readonly readText: (uri: string) => Promise<string>
}

/** Answers on `connection` until the client ends it. */
export function serve(connection: Connection, parts: ServerParts): void {
  const { workspace, loader } = parts
  let options: InitializationOptions = {}
  let support = noSupport
  let opened: readonly WorkspaceFolder[] = []

  const announcer = createAnnouncer(connection, workspace, () => support, parts.readText)
  const folders = createFolders({
    connection,
    workspace,
    loader,
    announcer,
    support: () => support,
    pages: (uri) => options.pages?.[normalUri(uri)],
  })
  const context = {
    connection,
    snapshot: () => workspace.snapshot(),
    known: folders.known,
    support: () => support,
    shown: () => options,
  }

  connection.onInitialize(async (params) => {
    support = clientSupport(params.capabilities)
    options = toOptions(params.initializationOptions)
    opened = foldersOf(params)
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
      options = { ...options, ...toOptions(settings) }
      if (JSON.stringify(options.pages) !== pagesBefore) return folders.reload()
      announcer.changed([])
      return undefined
    }),
  )
  const { forget } = answerPageRequests(context)
  answerOwnRequests(context)
  followBuffers(connection, workspace, (uri, kind) => {
    if (kind === 'close') forget(uri)
    announcer.edited([uri])
  })
  connection.listen()
}

type Settings = ClientNotifications['biaozhu/settings']

/** Clients of other editors send what their users wrote: only what has the right form is taken. */
function toOptions(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {}
  const { locale, pages, suggestions, minimumConfidence }: Record<string, unknown> = { ...value }
  const globs = Object.entries(typeof pages === 'object' && pages !== null ? pages : {}).flatMap(
    ([uri, list]): [string, string[]][] =>
      Array.isArray(list)
        ? [[normalUri(uri), list.filter((glob) => typeof glob === 'string')]]
        : [],
  )
  return {
    ...(typeof locale === 'string' ? { locale } : {}),
    ...(pages === undefined ? {} : { pages: Object.fromEntries(globs) }),
    ...(typeof suggestions === 'boolean' ? { suggestions } : {}),
    ...(typeof minimumConfidence === 'number' ? { minimumConfidence } : {}),
  }
}

function foldersOf({
  workspaceFolders,
  rootUri,
}: Pick<InitializeParams, 'workspaceFolders'> & { rootUri?: string | null }) {
  if (workspaceFolders) return workspaceFolders
  return rootUri ? [{ uri: rootUri, name: rootUri.slice(rootUri.lastIndexOf('/') + 1) }] : []
}
