/** Commands that make a corpus and keep its corpus.json. */
import {
  commands,
  type Disposable,
  type LogOutputChannel,
  l10n,
  type Memento,
  Uri,
  window,
} from 'vscode'
import type { Server } from '../server/server.ts'
import { newCorpus } from './new-corpus.ts'
import { offerCorpora } from './offer.ts'
import { setPageData } from './page-data.ts'

export function corpusCommands(
  server: Server,
  remembered: Memento,
  log: LogOutputChannel,
): Disposable[] {
  return [
    offerCorpora(remembered, log),
    commands.registerCommand('biaozhu.newCorpus', (folder?: unknown) =>
      newCorpus(folder instanceof Uri ? folder : undefined),
    ),
    commands.registerCommand('biaozhu.setPageData', () => setPageData(server)),
    commands.registerCommand('biaozhu.openCorpusFile', async () => {
      const config = await chooseConfig(server)
      if (config !== undefined) await window.showTextDocument(Uri.parse(config))
    }),
  ]
}

async function chooseConfig(server: Server): Promise<string | undefined> {
  const corpora = (await server.request('biaozhu/corpora', {})) ?? []
  const items = corpora.flatMap(({ name, config }) =>
    config === undefined ? [] : [{ label: name, description: config, config }],
  )
  if (items.length < 2) return items[0]?.config
  const choice = await window.showQuickPick(items, { placeHolder: l10n.t('Which corpus?') })
  return choice?.config
}
