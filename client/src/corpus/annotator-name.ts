/** The name that annotations in a folder have before a corpus.json says another one. */
import { userInfo } from 'node:os'
import { type Uri, workspace } from 'vscode'
import { gitProgram } from '../git/commands.ts'
import { runGit } from '../git/git.ts'

/** The setting, else that of git, else of the login; an e-mail address is none. */
export async function annotatorName(folder: Uri): Promise<string> {
  const set = workspace.getConfiguration('biaozhu').get<unknown>('annotator')
  const git = await runGit(gitProgram(), folder.fsPath, ['config', 'user.name'])
  const names = [set, git.kind === 'done' ? git.output : '', userInfo().username]
  const found = names.find((name) => typeof name === 'string' && /^[^@＠]*\S[^@＠]*$/.test(name))
  return typeof found === 'string' ? found.trim() : ''
}
