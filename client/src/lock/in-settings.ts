/** Pages of a corpus are read-only from the moment they open, where the person has made the folder a corpus. */
import { ConfigurationTarget, type Uri, workspace } from 'vscode'
import { isOn } from '../server/settings.ts'

/** Writes the globs of a corpus, which count from `folder`, into the settings of its workspace folder. */
export async function lockInSettings(folder: Uri, globs: readonly string[]): Promise<void> {
  const root = workspace.getWorkspaceFolder(folder)
  if (root === undefined || !isOn('lockPages')) return
  const below = folder.path.slice(root.uri.path.length + 1)
  const prefix = below === '' ? '' : `${below}/`
  const configuration = workspace.getConfiguration('files', root.uri)
  const own = configuration.inspect<Readonly<Record<string, boolean>>>('readonlyInclude')
  const added = Object.fromEntries(globs.map((glob) => [prefix + glob, true]))
  const value = { ...own?.workspaceFolderValue, ...added }
  await configuration.update('readonlyInclude', value, ConfigurationTarget.WorkspaceFolder)
}
