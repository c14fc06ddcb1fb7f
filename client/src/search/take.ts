/** Taking what was found elsewhere: copied as lines, or as a table in a file, as the view shows it. */
import { commands, type Disposable, env, l10n, window } from 'vscode'
import type { SearchRow } from '../../../server/src/protocol.ts'
import type { Server } from '../server/server.ts'
import { exportTable } from '../views/export-list.ts'
import type { SearchNode } from './nodes.ts'
import type { SearchTree } from './tree.ts'

export function takeCommands(server: Server, tree: SearchTree): Disposable[] {
  return [
    commands.registerCommand('biaozhu.copyFound', async (node?: SearchNode) => {
      const nodes = node === undefined || tree.selection.includes(node) ? tree.selection : [node]
      const chosen = nodes.flatMap((each) => (each.kind === 'row' ? [each.row] : []))
      const ticked = tree.ticked.length > 0 ? tree.ticked : await tree.rows()
      const rows = node !== undefined && chosen.length > 0 ? chosen : ticked
      await env.clipboard.writeText(rows.map(lineOf).join(''))
      window.setStatusBarMessage(l10n.t('Lines copied: {0}', rows.length), 4000)
    }),
    commands.registerCommand('biaozhu.exportFound', async () => {
      const { query, arrangement, count } = tree
      await exportTable({ name: 'search', count }, (format, file) =>
        server.request('biaozhu/exportFound', { query, ...arrangement, format, file }),
      )
    }),
  ]
}

/** Columns as a spreadsheet takes them. */
function lineOf({ left, text, right, page, location }: SearchRow): string {
  const cells = [left, text, right, page, String(location.range.start.line + 1)]
  return `${cells.map((cell) => cell.replace(/[\t\n\r]+/g, ' ')).join('\t')}\n`
}
