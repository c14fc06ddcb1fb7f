/** *Export…* and *Import…*: from the palette, the explorer and the views. */
import { commands, type Disposable, type LogOutputChannel, Uri } from 'vscode'
import type { ExchangeScope } from '../../../server/src/protocol.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import type { Node } from '../views/nodes.ts'
import { exportPages } from './export.ts'
import { importPages } from './import.ts'

export function exchangeCommands(
  server: Server,
  { send, log }: { readonly send: Send; readonly log: LogOutputChannel },
): Disposable[] {
  const parts = { server, send, log }
  return [
    commands.registerCommand('biaozhu.export', (on?: unknown, all?: unknown) =>
      exportPages(parts, scopeOf(on, all)),
    ),
    commands.registerCommand('biaozhu.import', (on?: unknown, all?: unknown) =>
      importPages(parts, scopeOf(on, all)),
    ),
    commands.registerCommand('biaozhu.exportEntry', (node?: Node) =>
      exportPages(parts, node === undefined ? undefined : { kind: 'pages', uris: pagesOf(node) }),
    ),
  ]
}

/**
 * The explorer names the file or folder that was clicked, and all that are selected; a view the uris of the pages
 * that it shows.
 */
function scopeOf(on: unknown, all: unknown): ExchangeScope | undefined {
  if (isShown(on)) return { kind: 'pages', uris: on.shown }
  const selected = Array.isArray(all) ? all.filter((each) => each instanceof Uri) : []
  if (selected.length > 1) return { kind: 'pages', uris: selected.map(String) }
  return on instanceof Uri ? { kind: 'below', uri: on.toString() } : undefined
}

function pagesOf(node: Node): readonly string[] {
  if (node.kind === 'mention') return [node.mention.location.uri]
  const members = node.kind === 'group' ? node.group.members : [node.member]
  const page = node.kind === 'group' ? node.group.uri : node.page
  if (page !== undefined) return [page]
  return [...new Set(members.flatMap(({ item }) => item.pages.map(({ uri }) => uri)))]
}

function isShown(on: unknown): on is { readonly shown: readonly string[] } {
  return typeof on === 'object' && on !== null && 'shown' in on && Array.isArray(on.shown)
}
