/** What a view lists as a table in a file: its filter, groups and order. */
import { commands, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode'
import type { ListExportAnswer, ListExportParams } from '../../../server/src/protocol.ts'
import type { Server } from '../server/server.ts'
import type { EntityTree } from './entity-tree.ts'
import type { Listed } from './grouping.ts'

type List = ListExportParams['list']

export async function exportList<T extends Listed>(
  server: Server,
  list: List,
  tree: EntityTree<T>,
): Promise<void> {
  const lines = await tree.lines()
  if (lines.length === 0) {
    window.setStatusBarMessage(l10n.t('There is nothing to export.'), 4000)
    return
  }
  await exportTable({ name: list, count: lines.length }, (format, file) =>
    server.request('biaozhu/exportList', { list, format, file, lines }),
  )
}

/** Asks for format and file, and says what came of it; `name` is that of the file that is proposed. */
export async function exportTable(
  { name, count }: { readonly name: string; readonly count: number },
  write: (format: Format, file: string) => Promise<ListExportAnswer | undefined>,
): Promise<void> {
  const format = await chooseFormat(count)
  const target = format && (await chooseFile(name, format))
  if (format === undefined || target === undefined) return
  const answer = await write(format, target.toString())
  if (answer === undefined) return
  if (answer.problem !== undefined) {
    void window.showErrorMessage(l10n.t('The export stopped: {0}', answer.problem))
    return
  }
  const reveal = l10n.t('Reveal')
  const done = l10n.t('Lines written to {0}: {1}', target.path.split('/').at(-1) ?? '', count)
  if ((await window.showInformationMessage(done, reveal)) === reveal)
    await commands.executeCommand('revealFileInOS', target)
}

type Format = ListExportParams['format']

const endings: Readonly<Record<Format, string>> = { csv: 'csv', xlsx: 'xlsx', markdown: 'md' }

async function chooseFormat(count: number): Promise<Format | undefined> {
  const choices: readonly (QuickPickItem & { readonly format: Format })[] = [
    { format: 'csv', label: 'CSV', description: l10n.t('For spreadsheets and programs') },
    { format: 'xlsx', label: 'XLSX', description: l10n.t('A workbook for Excel') },
    { format: 'markdown', label: 'Markdown', description: l10n.t('A table in a text') },
  ]
  const placeHolder = l10n.t('Lines as they are shown: {0}', count)
  const title = l10n.t('Export This List')
  return (await window.showQuickPick(choices, { title, placeHolder }))?.format
}

function chooseFile(proposed: string, format: Format): Thenable<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri
  const name = `${proposed}.${endings[format]}`
  return window.showSaveDialog({
    title: l10n.t('Export This List'),
    filters: { [format.toUpperCase()]: [endings[format]] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
  })
}
