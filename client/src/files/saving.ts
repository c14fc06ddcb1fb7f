/** Annotations that cannot be written: said once, and in the status bar as long as it lasts. */
import {
  type Disposable,
  l10n,
  StatusBarAlignment,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode'
import type { Notifications } from '../../../server/src/protocol.ts'
import { uriKey } from '../editor/convert.ts'
import type { Server } from '../server/server.ts'
import { faultKind } from './fault.ts'

type Fault = Notifications['biaozhu/saving']

export function followSaving(server: Server): Disposable[] {
  const faults = new Map<string, Fault>()
  const item = window.createStatusBarItem('biaozhu.saving', StatusBarAlignment.Left)
  item.name = l10n.t('Biaozhu: Annotations Not Saved')
  item.command = 'biaozhu.showOutput'
  item.text = `$(warning) ${l10n.t('Annotations not saved')}`
  item.backgroundColor = new ThemeColor('statusBarItem.warningBackground')
  const show = (): void => {
    item.tooltip = [...faults.values()].map(textOf).join('\n')
    item.accessibilityInformation = { label: `${l10n.t('Annotations not saved')}: ${item.tooltip}` }
    if (faults.size > 0) item.show()
    else item.hide()
  }
  return [
    item,
    server.onSaving((fault) => {
      const before = faults.size
      if (fault.message === undefined) faults.delete(uriKey(fault.uri))
      else faults.set(uriKey(fault.uri), fault)
      show()
      // A full disk hits every page: the first one is said, the status bar has them all.
      if (before === 0 && faults.size > 0) void window.showWarningMessage(textOf(fault))
    }),
    server.onDidChangeState(() => {
      faults.clear()
      show()
    }),
  ]
}

function textOf({ uri, code, message }: Fault): string {
  const name = workspace.asRelativePath(Uri.parse(uri))
  const reasons = {
    full: l10n.t('{0} cannot be written: the disk is full.', name),
    readOnly: l10n.t('{0} cannot be written: the file or its folder is read-only.', name),
    gone: l10n.t('{0} cannot be written: its folder is gone.', name),
    locked: l10n.t('{0} is being written by another program.', name),
    newer: l10n.t('{0} was written by a newer version of Biaozhu, and is not written over.', name),
    away: l10n.t('The page of {0} is not there any more.', name),
    other: l10n.t('{0} cannot be written: {1}', name, message ?? ''),
  }
  const kept = l10n.t(
    'Nothing is lost: your annotations are kept, and saved as soon as that works.',
  )
  return `${reasons[faultKind(code)]} ${kept}`
}
