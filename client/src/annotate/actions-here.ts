/**
 * Ctrl+. on a locked page. VS Code opens its own list of quick fixes only in an editor that can be typed in, so that the same
 * actions are listed in a box there.
 */
import { type CodeAction, type Command, commands, type Disposable, l10n, window } from 'vscode'
import { pageEditor } from '../change/place.ts'

/** So many actions are asked for what they do; there are never more at one place. */
const resolved = 100

export function actionsHere(): Disposable {
  return commands.registerCommand('biaozhu.actionsHere', async () => {
    const editor = pageEditor()
    if (editor === undefined) return
    const { document, selection } = editor
    const actions = commands.executeCommand<readonly (CodeAction | Command)[] | undefined>(
      'vscode.executeCodeActionProvider',
      document.uri,
      selection,
      undefined,
      resolved,
    )
    const lines = Promise.resolve(actions).then((all = []) =>
      all.flatMap((action) => {
        const command = commandOf(action)
        return command === undefined ? [] : [{ label: action.title, command }]
      }),
    )
    // The box is there at once, and is filled when the actions are known.
    const picked = await window.showQuickPick(lines, {
      placeHolder: l10n.t('What is to be done here?'),
    })
    if (picked === undefined) return
    const { command, arguments: given = [] } = picked.command
    await commands.executeCommand(command, ...given)
  })
}

/** What the action runs; `undefined` for one that edits the text by itself or cannot be done now. */
function commandOf(action: CodeAction | Command): Command | undefined {
  if (typeof action.command === 'string') return { ...action, command: action.command }
  return 'disabled' in action && action.disabled !== undefined ? undefined : action.command
}
