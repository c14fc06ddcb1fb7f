/** *Corrections of the Page…*: what was corrected in the text, to go there or to take it back. */
import { commands, type Disposable, l10n, type QuickPickItem, ThemeIcon, window } from 'vscode'
import type { CorrectionItem } from '../../../server/src/protocol.ts'
import { isPageEditorDocument } from '../editor/language.ts'
import { selectPlace } from '../editor/show.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'

interface Choice extends QuickPickItem {
  readonly correction: CorrectionItem
}

export function correctionCommands(server: Server, send: Send): Disposable[] {
  return [commands.registerCommand('biaozhu.showCorrections', () => show(server, send))]
}

async function show(server: Server, send: Send): Promise<void> {
  const page = window.activeTextEditor?.document
  if (page === undefined || !isPageEditorDocument(page)) return
  const uri = page.uri.toString()
  const load = async () => (await server.request('biaozhu/corrections', { uri })) ?? []
  const found = await load()
  if (found.length === 0) {
    window.setStatusBarMessage(l10n.t('Nothing was corrected on this page.'), 5000)
    return
  }
  const box = window.createQuickPick<Choice>()
  box.title = l10n.t('Corrections of the Page')
  box.placeholder = l10n.t('Choose one to go there')
  box.matchOnDescription = true
  box.matchOnDetail = true
  box.items = found.map(choiceOf)
  box.onDidTriggerItemButton(async ({ item }) => {
    await send('revertCorrection', { uri, id: item.correction.id })
    const left = await load()
    if (left.length === 0) box.hide()
    box.items = left.map(choiceOf)
  })
  box.onDidAccept(async () => {
    const [chosen] = box.selectedItems
    box.hide()
    if (chosen !== undefined) await selectPlace(chosen.correction.location)
  })
  box.onDidHide(() => box.dispose())
  box.show()
}

function choiceOf(correction: CorrectionItem): Choice {
  const { was, now, certainty, who, when, location } = correction
  return {
    label: `${was === '' ? '∅' : was} → ${now === '' ? '∅' : now}`,
    description: l10n.t('line {0}', location.range.start.line + 1),
    detail: [
      certainty === 'certain' ? l10n.t('certain') : l10n.t('conjectured'),
      who,
      when?.slice(0, 10),
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' · '),
    buttons: [{ iconPath: new ThemeIcon('discard'), tooltip: l10n.t('Revert this correction') }],
    correction,
  }
}
