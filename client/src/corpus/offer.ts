/** A folder of Chinese texts that is no corpus: asks once whether they are newspaper pages, and then shows their marks. */
import {
  ConfigurationTarget,
  commands,
  type Disposable,
  type LogOutputChannel,
  l10n,
  type Memento,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode'
import { hasCorpus } from '../server/presence.ts'
import { filesIn, sampleOf } from './folder.ts'
import { isChinese } from './sample.ts'

/** Uris of the folders that were asked about in this workspace, whatever was answered. */
const memory = 'biaozhu.askedFolders'

/** Texts that make a folder of pages; one alone may be anything. */
const fewest = 2

const pages = '**/*.txt'

/** Asks at the start and when folders are added; a folder that is a corpus, or in one, is not asked about. */
export function offerCorpora(remembered: Memento, log: LogOutputChannel): Disposable {
  const follow = (): void => {
    askAboutAll(remembered).catch((error: unknown) => log.error(String(error)))
  }
  follow()
  return workspace.onDidChangeWorkspaceFolders(follow)
}

async function askAboutAll(remembered: Memento): Promise<void> {
  for (const folder of workspace.workspaceFolders ?? []) {
    const key = folder.uri.toString()
    if (folder.uri.scheme !== 'file') continue
    if (remembered.get<readonly string[]>(memory, []).includes(key)) continue
    // One corpus in the window is enough to know how to make another one.
    if (await hasCorpus()) return
    const { files } = await sampleOf(folder.uri)
    const chinese = files.filter(({ bytes }) => isChinese(bytes))
    if (chinese.length < fewest || chinese.length * 2 < files.length) continue
    await remembered.update(memory, [...remembered.get<readonly string[]>(memory, []), key])
    await askAbout(folder)
  }
}

async function askAbout(folder: WorkspaceFolder): Promise<void> {
  const show = l10n.t('Show Marks')
  const create = l10n.t('New Corpus…')
  const question = l10n.t(
    'Are the texts in “{0}” newspaper pages? Biaozhu can show the names in them.',
    folder.name,
  )
  const choice = await window.showInformationMessage(question, show, create)
  if (choice === create) await commands.executeCommand('biaozhu.newCorpus', folder.uri)
  if (choice !== show) return
  const configuration = workspace.getConfiguration('biaozhu', folder.uri)
  await configuration.update('pages', [pages], ConfigurationTarget.WorkspaceFolder)
  if (window.activeTextEditor?.document.uri.path.endsWith('.txt') === true) return
  const [first] = await filesIn(folder.uri, [pages])
  if (first !== undefined) await window.showTextDocument(first)
}
