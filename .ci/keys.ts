/**
 * The keys of locked pages in package.json, and the table of all keys in README.md: `node .ci/native.mjs .ci/keys.ts` writes both. A
 * test compares them.
 */
import fs from 'node:fs'
import path from 'node:path'
import { keyName, strokesText } from '../client/src/annotate/key-names.ts'
import { acts, typingKeys } from '../client/src/annotate/single-keys.ts'

interface Binding {
  readonly command: string
  readonly key: string
  readonly mac?: string
  readonly args?: Readonly<Record<string, unknown>>
  readonly when?: string
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[]
    readonly keybindings: readonly Binding[]
  }
}

type Texts = Readonly<Record<string, string>>

const root = path.resolve(import.meta.dirname, '..')
const begin = '<!-- keys: written by .ci/keys.ts -->\n'
const end = '<!-- /keys -->'

/** Where keys act without a chord: in the text of a locked page, in front, where no other extension has the letters. */
const locked = [
  'editorTextFocus',
  '(editorReadonly || biaozhu.correcting)',
  'editorLangId == newspaper',
  'resourceScheme == file',
  '!isInDiffEditor',
  '!inReferenceSearchEditor',
  'config.biaozhu.singleKeys',
  'biaozhu.keys',
  '!vim.active',
  '!neovim.init',
].join(' && ')

/** The bindings of package.json with those of all keys that type something. */
export function withTypingKeys(bindings: readonly Binding[]): readonly Binding[] {
  const others = bindings.filter(({ command }) => command !== pageKey)
  const typing = [...typingKeys()].map(([key, typed]) => ({
    command: pageKey,
    key,
    args: { typed },
    when: locked,
  }))
  return [...others, ...typing]
}

const pageKey = 'biaozhu.key'

/** `text` with the table of now between its marks. */
export function withKeys(text: string): string {
  const [before, rest = ''] = text.split(begin)
  const after = rest.slice(rest.indexOf(end))
  return `${before}${begin}\n${table()}\n${after}`
}

function table(): string {
  const { contributes }: Manifest = JSON.parse(read('package.json'))
  const [english, chinese]: Texts[] = ['', '.zh-cn'].map((tag) =>
    JSON.parse(read(`package.nls${tag}.json`)),
  )
  const titleOf = (command: string, texts: Texts = {}): string => {
    const title = contributes.commands.find((each) => each.command === command)?.title ?? ''
    return (texts[title.slice(1, -1)] ?? title).replaceAll('|', '\\|')
  }
  const rows = rowsOf(
    contributes.keybindings.filter(
      ({ command }) => command.startsWith('biaozhu.') && command !== pageKey,
    ),
  )
  return [
    '| | | Windows, Linux | macOS | locked page |',
    '|---|---|---|---|---|',
    ...rows.map(({ command, note, keys, macs, single }) => {
      const [en = '', zh = ''] = note
      const titles = `${titleOf(command, english)}${en} | ${titleOf(command, chinese)}${zh}`
      return `| ${titles} | ${keys.join(', ')} | ${macs.join(', ')} | ${single} |`
    }),
    '',
  ].join('\n')
}

interface Row {
  readonly command: string
  /** What its argument means, in English and Chinese. */
  readonly note: readonly string[]
  readonly keys: readonly string[]
  readonly macs: readonly string[]
  /** Those without a chord. */
  readonly single: string
}

/** What the arguments of keys mean. */
const notes: Readonly<Record<string, readonly string[]>> = {
  last: [' (in a view)', '（在视图中）'],
  inView: [' (in a view)', '（在视图中）'],
}

/** A command once, with all its keys; those with an argument stand below. */
function rowsOf(bindings: readonly Binding[]): readonly Row[] {
  const argumentOf = ({ args = {} }: Binding): string => Object.keys(args)[0] ?? ''
  const groups = new Map<string, Binding[]>()
  for (const each of bindings) {
    const group = `${each.command} ${argumentOf(each)}`
    groups.set(group, [...(groups.get(group) ?? []), each])
  }
  return [...groups.values()].flatMap((some) =>
    some.slice(0, 1).map((first) => ({
      command: first.command,
      note: notes[argumentOf(first)] ?? [],
      keys: shown(some.map(({ key }) => key)),
      macs: shown(some.map(({ key, mac }) => mac ?? key)),
      single: singleOf(first.command, argumentOf(first)),
    })),
  )
}

/** `1 2 3`: the keys that do by themselves what a chord does with such an argument. */
function singleOf(command: string, argument: string): string {
  const own = [...acts].filter(
    ([, act]) => act.command === command && (Object.keys(act.args ?? {})[0] ?? '') === argument,
  )
  return own.length === 0 ? '' : `\`${own.map(([typed]) => keyName(typed)).join(' ')}\``
}

/** Keys that differ in the last stroke alone are one: `Ctrl+' 1 2 3`. */
function shown(all: readonly string[]): readonly string[] {
  const keys = [...new Set(all)]
  const [first = ''] = keys
  const before = first.slice(0, first.lastIndexOf(' ') + 1)
  const isRow = keys.length > 3 && keys.every((key) => key.startsWith(before))
  const names = isRow ? [before + keys.map((key) => key.slice(before.length)).join(' ')] : keys
  return names.map((key) => `\`${strokesText(key)}\``)
}

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8')
}

if (process.argv[1] === import.meta.filename) {
  const manifest = JSON.parse(read('package.json'))
  const { contributes } = manifest
  contributes.keybindings = withTypingKeys(contributes.keybindings)
  fs.writeFileSync(path.join(root, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  fs.writeFileSync(path.join(root, 'README.md'), withKeys(read('README.md')))
}
