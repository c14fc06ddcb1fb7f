/** What the links on a mention's card run: the mention is selected, and then it is as if its key were pressed. */
import { commands, type Disposable } from 'vscode'
import type { CardAct } from '../../../server/src/protocol.ts'
import { pageEditor } from '../change/place.ts'
import { uriKey } from '../editor/convert.ts'
import { selectPlace } from '../editor/show.ts'

/** By what a card says; nothing else can be run from it, whatever a link holds. */
const acts: ReadonlyMap<unknown, string> = new Map<CardAct['act'], string>([
  ['accept', 'biaozhu.accept'],
  ['reject', 'biaozhu.reject'],
  ['retype', 'biaozhu.retype'],
  ['attach', 'biaozhu.attach'],
  ['editNote', 'biaozhu.editNote'],
  ['deleteMention', 'biaozhu.deleteMention'],
  ['nextSameEntity', 'biaozhu.nextSameEntity'],
  ['openInitiative', 'biaozhu.openInitiative'],
  ['copyMarkdown', 'biaozhu.copyMarkdown'],
  ['copyJson', 'biaozhu.copyJson'],
])

/** They are asked for the mention at the cursor by `cursor`: without anything they mean no line. */
const ofLines: ReadonlySet<string> = new Set(['biaozhu.copyMarkdown', 'biaozhu.copyJson'])

export function cardCommands(): Disposable[] {
  return [
    commands.registerCommand('biaozhu.actOnMention', async (given?: CardAct) => {
      const command = acts.get(given?.act)
      if (given === undefined || command === undefined) return
      await commands.executeCommand('workbench.action.focusActiveEditorGroup')
      await selectPlace(given)
      const page = pageEditor()?.document.uri
      if (page !== undefined && uriKey(page) === uriKey(given.uri))
        await commands.executeCommand(command, ...(ofLines.has(command) ? ['cursor'] : []))
    }),
  ]
}
