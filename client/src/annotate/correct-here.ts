/** *Correct Here…*: what is selected, or a place where text is missing. */
import { commands, type Disposable, l10n } from 'vscode'
import type { Certainty } from '../../../server/src/protocol.ts'
import type { Here, Keys } from '../change/keys.ts'
import { toRange } from '../editor/convert.ts'
import type { Boxes } from '../pick/boxes.ts'
import type { Send } from '../server/send.ts'

export function correctCommands(send: Send, keys: Keys): Disposable[] {
  return [
    commands.registerCommand('biaozhu.correctHere', () =>
      keys.ask((here, boxes) => correctHere(send, here, boxes)),
    ),
  ]
}

async function correctHere(send: Send, { editor, place }: Here, boxes: Boxes): Promise<void> {
  const { uri, position, ranges } = place()
  const range = ranges[0] ?? { start: position, end: position }
  const was = editor.document.getText(toRange(range))
  const text = await boxes.line(
    { value: was },
    {
      title: was === '' ? l10n.t('Missing text') : l10n.t('Correct “{0}”', was),
      prompt: l10n.t('The page gets this text; what the source said is kept.'),
    },
  )
  if (text === undefined || text === was) return
  const certainty = await boxes.choose<Certainty>(
    {
      choices: [
        { label: l10n.t('Certain'), key: '1', value: 'certain' },
        { label: l10n.t('Conjectured'), key: '2', value: 'conjectured' },
      ],
    },
    { title: l10n.t('How sure is “{0}”?', text) },
  )
  if (certainty !== undefined) await send('correctText', { uri, range, text, certainty })
}
