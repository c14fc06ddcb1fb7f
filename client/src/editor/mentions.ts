/** Commands that go from mention to mention. */
import {
  commands,
  type Disposable,
  l10n,
  Selection,
  TextEditorRevealType,
  window,
  workspace,
} from 'vscode'
import type { Requests } from '../../../server/src/protocol.ts'
import type { Server } from '../server/server.ts'
import { fromPosition, toLocation, uriKey } from './convert.ts'

type Way = Pick<Parameters<Requests['biaozhu/neighbour']>[0], 'direction' | 'scope'>

export function mentionCommands(server: Server): Disposable[] {
  const go = (way: Way) => () => goToMention(server, way)
  return [
    commands.registerCommand('biaozhu.nextMention', go({ direction: 'next', scope: 'page' })),
    commands.registerCommand(
      'biaozhu.previousMention',
      go({ direction: 'previous', scope: 'page' }),
    ),
    commands.registerCommand('biaozhu.nextSameEntity', go({ direction: 'next', scope: 'entity' })),
    commands.registerCommand(
      'biaozhu.previousSameEntity',
      go({ direction: 'previous', scope: 'entity' }),
    ),
  ]
}

async function goToMention(server: Server, way: Way): Promise<void> {
  const editor = window.activeTextEditor
  if (editor === undefined) return
  const { uri } = editor.document
  const position = fromPosition(editor.selection.active)
  const found = await server.request('biaozhu/neighbour', { uri: uri.toString(), position, ...way })
  if (found === undefined || found === null) {
    window.setStatusBarMessage(l10n.t('There is no such mention.'), 4000)
    return
  }
  const place = toLocation(found)
  // Only the cursor goes there: the next jump starts from it, and no typing replaces the name.
  const selection = new Selection(place.range.start, place.range.start)
  if (uriKey(place.uri) === uriKey(uri)) {
    editor.selection = selection
    editor.revealRange(place.range, TextEditorRevealType.InCenterIfOutsideViewport)
  } else {
    const document = await workspace.openTextDocument(place.uri)
    await window.showTextDocument(document, { preview: true, selection })
  }
}
