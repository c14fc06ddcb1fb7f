/**
 * The table of all keys, from package.json: `node .ci/native.mjs .ci/keys.ts` writes it into README.md. A test
 * compares the two.
 */
import fs from 'node:fs'
import path from 'node:path'

interface Binding {
  readonly command: string
  readonly key: string
  readonly mac?: string
  readonly args?: Readonly<Record<string, unknown>>
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
    contributes.keybindings.filter(({ command }) => command.startsWith('biaozhu.')),
  )
  return [
    '| | | Windows, Linux | macOS |',
    '|---|---|---|---|',
    ...rows.map(({ command, note, keys, macs }) => {
      const [en = '', zh = ''] = note
      const titles = `${titleOf(command, english)}${en} | ${titleOf(command, chinese)}${zh}`
      return `| ${titles} | ${keys.join(', ')} | ${macs.join(', ')} |`
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
}

/** What the arguments of keys mean. */
const notes: Readonly<Record<string, readonly string[]>> = {
  key: [' (with the key of a type)', '（以类型的按键）'],
  by: [', by words', '（按词）'],
  last: [' (in a view)', '（在视图中）'],
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
    })),
  )
}

/** Keys that differ in the last stroke alone are one: `Ctrl+' 1 2 3`. */
function shown(keys: readonly string[]): readonly string[] {
  const [first = ''] = keys
  const before = first.slice(0, first.lastIndexOf(' ') + 1)
  const isRow = keys.length > 3 && keys.every((key) => key.startsWith(before))
  const all = isRow ? [before + keys.map((key) => key.slice(before.length)).join(' ')] : keys
  return all.map(
    (key) => `\`${key.replaceAll(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase())}\``,
  )
}

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8')
}

if (process.argv[1] === import.meta.filename) {
  fs.writeFileSync(path.join(root, 'README.md'), withKeys(read('README.md')))
}
