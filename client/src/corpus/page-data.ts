/** *Set Page Data*: newspaper, date and page number of a page, written into its corpus.json. */
import { l10n, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode'
import type { CorpusInfo, PageDataInfo } from '../../../server/src/protocol.ts'
import type { Server } from '../client.ts'
import { uriKey } from '../convert.ts'
import { isDate, type PageValues, pageDataEdits } from './corpus-json.ts'
import { ask, optional, type Question } from './steps.ts'

export async function setPageData(server: Server): Promise<void> {
  const editor = window.activeTextEditor
  const uri = editor?.document.uri.toString()
  if (uri === undefined) return
  const known = await server.request('biaozhu/pageData', { uri })
  const corpora = (await server.request('biaozhu/corpora', {})) ?? []
  if (known === undefined || known === null) {
    window.setStatusBarMessage(l10n.t('This file is no page of a corpus.'), 4000)
    return
  }
  const config = configOf(known, corpora)
  if (config === undefined) {
    void window.showInformationMessage(
      l10n.t('Page data are kept in corpus.json, which this corpus does not have yet.'),
    )
    return
  }
  const answers = await ask(questions(known))
  if (answers === undefined) return
  const [newspaper = '', date = '', number = ''] = answers
  await write(Uri.parse(config), known.page, { newspaper, date, number })
}

/** corpus.json of the innermost corpus that holds the page. */
function configOf(page: PageDataInfo, corpora: readonly CorpusInfo[]): string | undefined {
  const key = uriKey(page.uri)
  const holding = corpora.filter((corpus) => key === uriKey(`${corpus.root}/${encoded(page.page)}`))
  return holding.toSorted((a, b) => b.root.length - a.root.length)[0]?.config
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function questions(known: PageDataInfo): readonly Question[] {
  const title = l10n.t('Data of {0}', known.page)
  return [
    { title, prompt: optional(l10n.t('Name of the newspaper')), value: known.newspaper ?? '' },
    {
      title,
      prompt: optional(l10n.t('Date, such as 2021-11-22, or the year alone')),
      value: known.date ?? '',
      check: (answer) => (isDate(answer) ? undefined : l10n.t('Not a date such as 2021-11-22.')),
    },
    {
      title,
      prompt: optional(l10n.t('Number of the page in the issue')),
      value: known.number?.toString() ?? '',
      check: (answer) => (/^\d{0,4}$/.test(answer) ? undefined : l10n.t('Not a page number.')),
    },
  ]
}

/** As an edit of the document, so that it can be undone and what is unsaved in it is not lost. */
async function write(config: Uri, page: string, values: PageValues): Promise<void> {
  const document = await workspace.openTextDocument(config)
  const saved = !document.isDirty
  const edits = pageDataEdits(document.getText(), page, values)
  if (edits.length === 0) {
    void window.showErrorMessage(l10n.t('corpus.json could not be written.'))
    return
  }
  const edit = new WorkspaceEdit()
  for (const { offset, length, content } of edits) {
    const range = new Range(document.positionAt(offset), document.positionAt(offset + length))
    edit.replace(config, range, content)
  }
  await workspace.applyEdit(edit)
  if (saved) await document.save()
}
