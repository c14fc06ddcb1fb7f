/** Commands on the entries of both views. */
import { commands, type Disposable, env, Uri, window } from 'vscode'
import { toLocation } from '../editor/convert.ts'
import type { Server } from '../server/server.ts'
import { mentionsOf } from './mentions-of.ts'
import type { EntityNode, Node } from './nodes.ts'
import { showInReferencesView } from './references.ts'

export function viewCommands(server: Server): Disposable[] {
  return [
    commands.registerCommand('biaozhu.openEntity', async (node?: EntityNode) => {
      const first = node && (await mentionsOf(server, node))[0]
      if (first === undefined) return
      const { uri, range } = toLocation(first.location)
      await window.showTextDocument(uri, { selection: range, preview: true, preserveFocus: true })
    }),
    commands.registerCommand('biaozhu.openPage', async (uri?: string) => {
      if (uri === undefined || uri === '') return
      await window.showTextDocument(Uri.parse(uri), { preview: true, preserveFocus: true })
    }),
    commands.registerCommand('biaozhu.showReferences', async (node?: Node) => {
      const entity = node?.kind === 'mention' ? node.parent : node
      if (entity?.kind !== 'entity') return
      const { corpus, id, name } = entity.member.item
      const mentions = (await server.request('biaozhu/mentions', { corpus, id })) ?? []
      await showInReferencesView(name, mentions)
    }),
    commands.registerCommand('biaozhu.copyName', async (node?: Node) => {
      if (node !== undefined) await env.clipboard.writeText(nameOf(node))
    }),
  ]
}

function nameOf(node: Node): string {
  if (node.kind === 'group') return node.group.label
  return node.kind === 'entity' ? node.member.item.name : node.mention.text
}
