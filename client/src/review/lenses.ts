/** What a click on a code lens does: it shows the initiatives of its article, or goes on in what is open there. */
import { commands, type Disposable, l10n, Uri, window } from 'vscode'
import type { Range } from '../../../server/src/protocol.ts'
import { pageEditor, placeIn } from '../change/place.ts'
import { toLocation, uriKey } from '../editor/convert.ts'
import type { Server } from '../server/server.ts'
import { reviewOf } from './go.ts'

interface OfArticle {
  readonly uri: string
  /** Of its title. */
  readonly at: Range
}

export function lensCommands(server: Server): Disposable[] {
  return [
    commands.registerCommand(
      'biaozhu.showInitiatives',
      async (of?: OfArticle & { readonly ranges: readonly Range[] }) => {
        if (of === undefined) return
        const { uri, at, ranges } = of
        if (ranges.length === 0) {
          window.setStatusBarMessage(l10n.t('This article names no initiative.'), 4000)
          return
        }
        await commands.executeCommand(
          'editor.action.peekLocations',
          Uri.parse(uri),
          toLocation({ uri, range: at }).range.start,
          ranges.map((range) => toLocation({ uri, range })),
          'peek',
        )
      },
    ),
    commands.registerCommand(
      'biaozhu.nextOpenOfArticle',
      async (of?: OfArticle & { readonly article: number }) => {
        if (of === undefined) return
        const { uri, at, article } = of
        const editor = pageEditor()
        const isHere = editor !== undefined && uriKey(editor.document.uri) === uriKey(uri)
        const from = isHere ? placeIn(editor) : { uri, position: at.start, ranges: [] }
        await reviewOf(server, () => ({ article })).go(from, 'next')
      },
    ),
  ]
}
