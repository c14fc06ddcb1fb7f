/** A number of the overview with its spans, as a CSV file where the person wants it. */
import { basename } from 'node:path'
import { l10n, Uri, window, workspace } from 'vscode'
import type { Server } from '../server/server.ts'
import type { NumberOf } from './messages.ts'

/** Rows of one answer of the server. */
const inOnePart = 10_000

/** Asks for the file first, then for its content. */
export async function saveCsv(server: Server, number: NumberOf): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/')
  const target = await window.showSaveDialog({
    title: l10n.t('Export the numbers and their mentions'),
    defaultUri: Uri.joinPath(folder, `overview-${number.chart}.csv`),
    filters: { CSV: ['csv'] },
  })
  if (target === undefined) return
  const content = await csvOf(server, number)
  if (content === undefined) {
    void window.showErrorMessage(l10n.t('The numbers could not be read.'))
    return
  }
  // A byte order mark, for Excel.
  await workspace.fs.writeFile(target, new TextEncoder().encode(`\uFEFF${content}`))
  window.setStatusBarMessage(l10n.t('Written: {0}', basename(target.fsPath)), 5000)
}

async function csvOf(server: Server, number: NumberOf): Promise<string | undefined> {
  const parts: string[] = []
  for (let from: number | undefined = 0; from !== undefined; ) {
    const part: Awaited<ReturnType<typeof server.request<'biaozhu/overviewCsv'>>> =
      await server.request('biaozhu/overviewCsv', { ...number, from, most: inOnePart })
    if (part === undefined) return undefined
    parts.push(part.csv)
    from = part.next
  }
  return parts.join('')
}
