/** What the server can do, and what of it the client takes. */
import {
  type ClientCapabilities,
  CodeActionKind,
  type InitializeResult,
  MarkupKind,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node'
import { commandIds, serverTraits } from './command-list.ts'
import { legend } from './semantic-tokens.ts'

export interface ClientSupport {
  readonly markdown: boolean
  readonly links: boolean
  readonly typeLinks: boolean
  readonly nestedSymbols: boolean
  readonly tokensRefresh: boolean
  readonly hintsRefresh: boolean
  readonly lensesRefresh: boolean
  readonly foldsRefresh: boolean
  readonly progress: boolean
  readonly watching: boolean
  readonly folders: boolean
  /** Makes edits that the server asks for. */
  readonly edits: boolean
  /** Renames files as part of an edit. */
  readonly renames: boolean
}

export function clientSupport({ textDocument, window, workspace }: ClientCapabilities) {
  const support: ClientSupport = {
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    links: textDocument?.definition?.linkSupport ?? false,
    typeLinks: textDocument?.typeDefinition?.linkSupport ?? false,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    tokensRefresh: workspace?.semanticTokens?.refreshSupport ?? false,
    hintsRefresh: workspace?.inlayHint?.refreshSupport ?? false,
    lensesRefresh: workspace?.codeLens?.refreshSupport ?? false,
    foldsRefresh: workspace?.foldingRange?.refreshSupport ?? false,
    progress: window?.workDoneProgress ?? false,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    folders: workspace?.workspaceFolders ?? false,
    edits: workspace?.applyEdit ?? false,
    renames: workspace?.workspaceEdit?.resourceOperations?.includes('rename') ?? false,
  }
  return support
}

export const noSupport: ClientSupport = clientSupport({})

/** Files and folders alike: a folder of pages can be renamed or deleted as one. */
const anyFile = [{ scheme: 'file', pattern: { glob: '**/*' } }]

export const serverCapabilities: InitializeResult['capabilities'] = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: { includeText: false },
  },
  semanticTokensProvider: { legend, full: { delta: true }, range: true },
  hoverProvider: true,
  definitionProvider: true,
  typeDefinitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  inlayHintProvider: true,
  codeLensProvider: {},
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  executeCommandProvider: { commands: [...commandIds] },
  experimental: serverTraits,
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: {
      didCreate: { filters: anyFile },
      willRename: { filters: anyFile },
      didRename: { filters: anyFile },
      didDelete: { filters: anyFile },
    },
  },
}
