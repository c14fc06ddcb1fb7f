/** The status bar item while pages are read and when the server failed, and the report of a crash. */
import {
  commands,
  type Disposable,
  l10n,
  MarkdownString,
  StatusBarAlignment,
  ThemeColor,
  window,
} from 'vscode'
import type { Server } from './server.ts'
import type { State } from './state.ts'

export function showStatus(server: Server, state: State): Disposable[] {
  const item = window.createStatusBarItem('biaozhu.status', StatusBarAlignment.Left)
  item.name = l10n.t('Biaozhu')
  item.command = 'biaozhu.showOutput'
  const show = (): void => {
    const failed = state.standing === 'failed'
    if (failed) {
      item.text = `$(error) ${l10n.t('Biaozhu')}`
      item.tooltip = links(l10n.t('The annotation server has stopped.'), [
        [l10n.t('Restart'), 'biaozhu.restartServer'],
        [l10n.t('Show Log'), 'biaozhu.showOutput'],
      ])
    } else {
      const { done, total } = state.step
      item.text = total > 0 ? `$(sync~spin) ${done}/${total}` : `$(sync~spin) ${l10n.t('Biaozhu')}`
      item.tooltip = links(l10n.t('Reading the pages of the corpus'), [
        [l10n.t('Stop'), 'biaozhu.cancelIndexing'],
        [l10n.t('Show Log'), 'biaozhu.showOutput'],
      ])
    }
    item.backgroundColor = failed ? new ThemeColor('statusBarItem.errorBackground') : undefined
    item.accessibilityInformation = {
      label: failed ? l10n.t('The annotation server has stopped.') : item.text,
    }
    if (failed || state.standing === 'indexing') item.show()
    else item.hide()
  }
  return [
    item,
    state.onDidChange(show),
    server.onDidChangeState((now) => {
      if (now === 'failed') void reportFailure()
    }),
  ]
}

/** Once for each crash: the state leaves `failed` by a restart only. */
async function reportFailure(): Promise<void> {
  const restart = l10n.t('Restart')
  const log = l10n.t('Show Log')
  const message = l10n.t('The annotation server has stopped.')
  const choice = await window.showErrorMessage(message, restart, log)
  if (choice === restart) await commands.executeCommand('biaozhu.restartServer')
  else if (choice === log) await commands.executeCommand('biaozhu.showOutput')
}

function links(text: string, targets: readonly (readonly [string, string])[]): MarkdownString {
  const tooltip = new MarkdownString(
    `${text}\n\n${targets.map(([label, command]) => `[${label}](command:${command})`).join(' · ')}`,
  )
  tooltip.isTrusted = { enabledCommands: targets.map(([, command]) => command) }
  return tooltip
}
