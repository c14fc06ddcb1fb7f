/** *Set Page Data*: newspaper, date and page number of a page, kept with its annotations. */
import { l10n, window } from 'vscode'
import type { PageDataInfo } from '../../../server/src/protocol.ts'
import { sender } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import { isDate } from './corpus-json.ts'
import { changedData } from './page-values.ts'
import { ask, optional, type Question } from './steps.ts'

export async function setPageData(server: Server): Promise<void> {
  const editor = window.activeTextEditor
  const uri = editor?.document.uri.toString()
  if (uri === undefined) return
  const known = await server.request('biaozhu/pageData', { uri })
  if (known === undefined || known === null) {
    window.setStatusBarMessage(l10n.t('This file is no page of a corpus.'), 4000)
    return
  }
  const answers = await ask(questions(known))
  if (answers === undefined) return
  const [newspaper = '', date = '', number = ''] = answers
  const changed = changedData(known, { newspaper, date, number })
  if (Object.keys(changed).length > 0) await sender(server)('setPageData', { uri, ...changed })
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
