/** Enter on a line of a view goes where it leads: to the mention, to the first one of an entity, to a page. */
import { commands, type Disposable, Uri, window } from 'vscode'
import { toLocation } from '../editor/convert.ts'
import type { Server } from '../server/server.ts'
import { mentionsOf } from './mentions-of.ts'
import type { Node } from './nodes.ts'
import type { Selected } from './selected.ts'

export function goingThere(server: Server, selected: Selected): Disposable {
  return commands.registerCommand('biaozhu.goToLine', async ({ inView }: { inView: string }) => {
    const [node] = selected.in(inView)
    if (node !== undefined) await goTo(server, node)
  })
}

async function goTo(server: Server, node: Node): Promise<void> {
  if (node.kind === 'group') {
    const { uri } = node.group
    if (uri === undefined) await commands.executeCommand('list.toggleExpand')
    else await window.showTextDocument(Uri.parse(uri))
    return
  }
  const mention = node.kind === 'mention' ? node.mention : (await mentionsOf(server, node))[0]
  if (mention === undefined) return
  const { uri, range } = toLocation(mention.location)
  await window.showTextDocument(uri, { selection: range })
}
