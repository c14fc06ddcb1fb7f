/** Whether there is a corpus at all: only then is a server started. */
import { type Disposable, type LogOutputChannel, workspace } from 'vscode'
import type { Server } from './server.ts'
import { pageGlobs, serverSettings } from './settings.ts'

/** A `corpus.json` somewhere in the workspace, or the setting `biaozhu.pages` on one of its folders. */
export async function hasCorpus(): Promise<boolean> {
  if (Object.keys(pageGlobs()).length > 0) return true
  const found = await workspace.findFiles('**/corpus.json', '**/node_modules/**', 1)
  return found.length > 0
}

/** Starts the server when a corpus appears and stops it when the last one is gone. */
export function followCorpora(server: Server, log: LogOutputChannel): Disposable[] {
  const settle = async (): Promise<void> => {
    const wanted = await hasCorpus()
    if (wanted && server.state === 'stopped') await server.start()
    else if (!wanted && server.state !== 'stopped') await server.stop()
  }
  const follow = (): void => {
    settle().catch((error: unknown) => log.error(String(error)))
  }
  const watcher = workspace.createFileSystemWatcher('**/corpus.json', false, true, false)
  follow()
  return [
    watcher,
    watcher.onDidCreate(follow),
    watcher.onDidDelete(follow),
    workspace.onDidChangeWorkspaceFolders(follow),
    workspace.onDidChangeConfiguration((change) => {
      const pages = change.affectsConfiguration('biaozhu.pages')
      if (pages) follow()
      const sections = [
        'biaozhu.suggestions',
        'biaozhu.annotator',
        'biaozhu.personalModel',
        'biaozhu.rejected',
        'biaozhu.dateHints',
        'biaozhu.codeLens',
      ]
      if (pages || sections.some((name) => change.affectsConfiguration(name))) {
        void server.notify('biaozhu/settings', serverSettings())
      }
    }),
  ]
}
