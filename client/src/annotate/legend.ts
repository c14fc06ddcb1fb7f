/** The legend of keys, by type colour: a box in which a key does what it says. */
import { commands, type Disposable, type ExtensionContext, l10n } from 'vscode'
import type { TypeInfo } from '../../../server/src/protocol.ts'
import type { Keys } from '../change/keys.ts'
import { swatch, type ThemeColours } from '../marks/swatch.ts'
import type { Choice, Question } from '../pick/boxes.ts'
import type { Server } from '../server/server.ts'
import { isOn } from '../server/settings.ts'
import { keyName, strokesText } from './key-names.ts'
import { isOffered } from './offered.ts'
import { type Act, acts } from './single-keys.ts'

/** What of package.json is read; titles are in the language of the interface. */
interface Manifest {
  readonly commands: readonly { readonly command: string; readonly title: Title }[]
  readonly keybindings: readonly Binding[]
  readonly colors: readonly ThemeColours[]
}

type Title = string | { readonly value: string }

interface Binding extends Act {
  readonly key: string
  readonly mac?: string
  readonly when?: string
}

export function legendCommands(
  server: Server,
  keys: Keys,
  { extension }: ExtensionContext,
): Disposable[] {
  const manifest: Manifest = extension.packageJSON.contributes
  return [
    commands.registerCommand('biaozhu.showKeys', () =>
      keys.ask(async (here, boxes) => {
        const { uri } = here.place()
        const asked = server
          .request('biaozhu/schema', { uri })
          .then((schema) => legend(manifest, schema?.types ?? []))
        const act = await boxes.choose(asked, {
          title: l10n.t('Keys'),
          placeholder: l10n.t(
            'With an input method on, digits, Enter and arrows work; letters are taken by it',
          ),
        })
        // It waits for its turn, which comes when this has ended.
        if (act !== undefined) void commands.executeCommand(act.command, act.args)
      }),
    ),
  ]
}

function legend(manifest: Manifest, types: readonly TypeInfo[]): Question<Act> {
  const chords = manifest.keybindings.filter(({ when = '' }) => when.startsWith(inText))
  const single = [...acts].filter(([, { args }]) => args === undefined)
  const singles = new Set(single.map(([, { command }]) => command))
  const titleOf = (command: string): string => {
    const title = manifest.commands.find((each) => each.command === command)?.title ?? command
    return typeof title === 'string' ? title : title.value
  }
  const line = (command: string, typed?: string): Choice<Act> => ({
    label: titleOf(command),
    ...(typed?.trim() ? { key: typed } : {}),
    description: [typed?.trim() === '' ? keyName(typed) : '', chordOf(chords, { command })]
      .filter((text) => text !== '')
      .join('  '),
    value: { command },
  })
  const others = new Set(chords.map(({ command }) => command))
  return {
    choices: [
      ...single.map(([typed, { command }]) => ({
        ...line(command, typed),
        group: isOn('singleKeys') ? l10n.t('On a locked page, without a chord') : '',
      })),
      ...types.flatMap((type) => typeLine(type, manifest, chords)),
      ...[...others]
        .filter(
          (command) =>
            !singles.has(command) &&
            command !== 'biaozhu.key' &&
            command !== typeKey &&
            isOffered(command, types),
        )
        .map((command) => ({ ...line(command), group: l10n.t('Everywhere on a page') })),
    ],
  }
}

function typeLine(
  { name, label, key, colour }: TypeInfo,
  { colors }: Manifest,
  chords: readonly Binding[],
): readonly Choice<Act>[] {
  if (key === undefined) return []
  const act: Act = { command: typeKey, args: { key } }
  const icon = swatch(name, colour, colors)
  return [
    {
      label,
      key,
      forms: [name],
      description: chordOf(chords, act),
      group: l10n.t('Mark as'),
      ...(icon === undefined ? {} : { icon }),
      value: act,
    },
  ]
}

/** Each type has a line of its own. */
const typeKey = 'biaozhu.markWithKey'

/** Keys in the text of a page, not in a view. */
const inText = 'editorTextFocus'

function chordOf(bindings: readonly Binding[], { command, args = {} }: Act): string {
  const found = bindings.find(
    (each) => each.command === command && each.args?.['key'] === args['key'],
  )
  if (found === undefined) return ''
  return strokesText(process.platform === 'darwin' ? (found.mac ?? found.key) : found.key)
}
