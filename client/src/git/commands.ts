/** *Set Up Merging of Annotations in Git*, and what it installed kept up to date. */
import { basename, join } from 'node:path'
import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  Uri,
  window,
  workspace,
} from 'vscode'
import type { Server } from '../server/server.ts'
import { driverCommand, type Runtime } from './driver.ts'
import { addAttributes, install, refresh } from './files.ts'
import { repositoriesOf, setDriver } from './git.ts'

export function gitCommands(
  server: Server,
  context: ExtensionContext,
  log: { warn(message: string): void },
): Disposable[] {
  const folder = join(context.globalStorageUri.fsPath, 'git-merge')
  const runtime: Runtime = {
    executable: process.execPath,
    cli: context.asAbsolutePath('dist/cli.js'),
    version: String(context.extension.packageJSON.version),
  }
  refresh(folder, runtime).catch((error: unknown) => log.warn(String(error)))
  return [
    commands.registerCommand('biaozhu.setUpGitMerge', () =>
      setUp(server, () => install(folder, runtime)),
    ),
  ]
}

async function setUp(server: Server, installed: () => Promise<string>): Promise<void> {
  const git = gitProgram()
  const repository = await chooseRepository(server, git)
  if (repository === undefined) return
  try {
    const fault = await setDriver(git, repository, driverCommand(await installed()))
    if (fault !== undefined) throw new Error(fault)
    if (!(await addAttributes(repository))) throw new Error(l10n.t('.gitattributes is not a file.'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    void window.showErrorMessage(l10n.t('Merging could not be set up: {0}', reason))
    return
  }
  void window.showInformationMessage(
    l10n.t(
      'Git now merges annotations by record in {0}. Commit .gitattributes; everyone who merges calls this command once.',
      basename(repository),
    ),
  )
}

async function chooseRepository(server: Server, git: string): Promise<string | undefined> {
  const corpora = (await server.request('biaozhu/corpora', {})) ?? []
  const uris = [
    ...corpora.map(({ root }) => Uri.parse(root)),
    ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri),
  ]
  const folders = uris.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath)
  const found = await repositoriesOf(git, folders)
  if (found === undefined) {
    void window.showErrorMessage(l10n.t('Git was not found. Install it or set "git.path".'))
    return undefined
  }
  if (found.length === 0) {
    void window.showErrorMessage(l10n.t('No folder here is in a Git repository.'))
    return undefined
  }
  if (found.length === 1) return found[0]
  const items = found.map((path) => ({ label: basename(path), description: path, path }))
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Which repository?') }))?.path
}

/** As VS Code's own Git is told; a workspace cannot set it. */
export function gitProgram(): string {
  const set = workspace.getConfiguration('git').inspect<unknown>('path')?.globalValue
  const paths = Array.isArray(set) ? set : [set]
  return paths.find((path) => typeof path === 'string' && path !== '') ?? 'git'
}
