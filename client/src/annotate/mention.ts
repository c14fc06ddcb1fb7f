/** Commands that change the mention at the cursor at once. */
import { commands, type Disposable, l10n, window } from 'vscode'
import type { Keys } from '../change/keys.ts'
import { type Place, targetIn } from '../change/place.ts'
import type { Send } from '../server/send.ts'

export function mentionChanges(send: Send, keys: Keys): Disposable[] {
  const at = (work: (place: Place) => Promise<unknown>) => () =>
    keys.at((here) => work(here.place()))
  const edge =
    (name: 'widen' | 'narrow', side: 'start' | 'end', by: 'character' | 'word' = 'character') =>
    () =>
      keys.at((here) => send(name, { ...targetIn(here.place()), side, by }))
  return [
    commands.registerCommand(
      'biaozhu.deleteMention',
      at((place) => send('delete', targetIn(place))),
    ),
    commands.registerCommand('biaozhu.widenEnd', edge('widen', 'end')),
    commands.registerCommand('biaozhu.widenEndByWord', edge('widen', 'end', 'word')),
    commands.registerCommand('biaozhu.narrowEnd', edge('narrow', 'end')),
    commands.registerCommand('biaozhu.narrowEndByWord', edge('narrow', 'end', 'word')),
    commands.registerCommand('biaozhu.widenStart', edge('widen', 'start')),
    commands.registerCommand('biaozhu.widenStartByWord', edge('widen', 'start', 'word')),
    commands.registerCommand('biaozhu.narrowStart', edge('narrow', 'start')),
    commands.registerCommand('biaozhu.narrowStartByWord', edge('narrow', 'start', 'word')),
    commands.registerCommand(
      'biaozhu.splitMention',
      at(({ uri, position }) => send('split', { uri, position })),
    ),
    commands.registerCommand(
      'biaozhu.mergeWithNext',
      at((place) => send('mergeNext', targetIn(place))),
    ),
    commands.registerCommand(
      'biaozhu.addFragment',
      at(async ({ uri, ranges: [range] }) => {
        if (range !== undefined) return send('addFragment', { uri, range })
        const hint = l10n.t('Select the piece that belongs to the mention nearest to it.')
        return window.setStatusBarMessage(hint, 5000)
      }),
    ),
  ]
}
