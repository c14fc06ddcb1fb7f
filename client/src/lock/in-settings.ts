/** Pages of a corpus are read-only from the moment they open, where the person has made the folder a corpus. */
import {
  ConfigurationTarget,
  type Disposable,
  RelativePattern,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode'
import { isOn } from '../server/settings.ts'

/** Writes the globs of a corpus, which count from `folder`, into the settings of its workspace folder. */
export async function lockInSettings(folder: Uri, globs: readonly string[]): Promise<void> {
  const root = workspace.getWorkspaceFolder(folder)
  if (root === undefined || !isOn('lockPages')) return
  const added = below(root, folder, globs).map((glob) => [glob, true] as const)
  await write(root, { ...ownGlobs(root), ...Object.fromEntries(added) })
}

/** When the lock is turned off, the globs of corpora are taken out of the settings again. */
export function followLockSetting(): Disposable {
  return workspace.onDidChangeConfiguration((change) => {
    if (!change.affectsConfiguration('biaozhu.lockPages') || isOn('lockPages')) return
    for (const root of workspace.workspaceFolders ?? []) void unlock(root)
  })
}

type Globs = Readonly<Record<string, boolean>>

async function unlock(root: WorkspaceFolder): Promise<void> {
  const own = ownGlobs(root)
  if (Object.keys(own).length === 0) return
  const files = await workspace.findFiles(new RelativePattern(root, '**/corpus.json'))
  const written = await Promise.all(
    files.map(async (file) => below(root, Uri.joinPath(file, '..'), await pagesIn(file))),
  )
  const gone = new Set(written.flat())
  const left = Object.entries(own).filter(([glob]) => !gone.has(glob))
  if (left.length < Object.keys(own).length) await write(root, Object.fromEntries(left))
}

/** `pages` of a corpus.json; what New Corpus Here writes where it names none. */
async function pagesIn(file: Uri): Promise<readonly string[]> {
  try {
    const text = new TextDecoder().decode(await workspace.fs.readFile(file))
    const { pages = ['**/*.txt'] }: { readonly pages?: unknown } = JSON.parse(text)
    return Array.isArray(pages) ? pages.filter((glob) => typeof glob === 'string') : []
  } catch {
    // Not to be read: whoever works on it has its globs in sight.
    return []
  }
}

function below(root: WorkspaceFolder, folder: Uri, globs: readonly string[]): readonly string[] {
  const path = folder.path.slice(root.uri.path.length + 1)
  return globs.map((glob) => (path === '' ? glob : `${path}/${glob}`))
}

function ownGlobs(root: WorkspaceFolder): Globs {
  const configuration = workspace.getConfiguration('files', root.uri)
  return configuration.inspect<Globs>('readonlyInclude')?.workspaceFolderValue ?? {}
}

async function write(root: WorkspaceFolder, globs: Globs): Promise<void> {
  const value = Object.keys(globs).length === 0 ? undefined : globs
  const configuration = workspace.getConfiguration('files', root.uri)
  await configuration.update('readonlyInclude', value, ConfigurationTarget.WorkspaceFolder)
}
