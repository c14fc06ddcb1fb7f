/** The licences of everything that is shipped and not ours: bundled packages, the segmenter, the word lists. */
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
/** Folders whose licence no bundle tells of: what nodejieba's binary is compiled from. */
const compiled = [
  'node_modules/nodejieba',
  'node_modules/nodejieba/submodules/cppjieba',
  'node_modules/nodejieba/submodules/cppjieba/deps/limonp',
  'node_modules/nodejieba/node_modules/node-addon-api',
]

/** `bundled` are the files that esbuild took in, relative to the root. */
export function notices(bundled: readonly string[]): string {
  const packages = bundled.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0])
  const folders = new Set([...packages.filter((folder) => folder !== undefined), ...compiled])
  const parts = [...folders].sort().map((folder) => `${title(folder)}\n\n${licence(folder)}`)
  const lists = `Word lists (dist/lexicon)\n\n${wordLists().join('\n\n')}`
  return [opening, ...parts, lists].join(`\n\n${'-'.repeat(80)}\n\n`)
}

const opening = `What Biaozhu contains of others, and under which licences.`

function title(folder: string): string {
  const file = path.join(root, folder, 'package.json')
  if (!fs.existsSync(file)) return path.basename(folder)
  const { name, version } = JSON.parse(fs.readFileSync(file, 'utf8'))
  return `${name} ${version}`
}

function licence(folder: string): string {
  const place = path.join(root, folder)
  const name = fs.readdirSync(place).find((file) => /^(licen[cs]e|copying)/i.test(file))
  const more = others(place)
  if (name !== undefined) return [text(place, name), ...more].join('\n\n')
  // Some packages, @vscode/l10n among them, only name it.
  const { license, author } = JSON.parse(fs.readFileSync(path.join(place, 'package.json'), 'utf8'))
  if (license === undefined) throw new Error(`${folder} says nothing of its licence`)
  return [license, typeof author === 'string' ? author : author?.name].filter(Boolean).join(', ')
}

/** What Apache's licence asks to be passed on, and the licences of what a package has taken from others. */
function others(place: string): readonly string[] {
  const taken = path.join(place, 'licenses')
  const licences = fs.existsSync(taken) ? fs.readdirSync(taken).sort() : []
  const notice = fs.readdirSync(place).filter((file) => /^notice(?:\.\w+)?$/i.test(file))
  return [
    ...notice.map((file) => text(place, file)),
    ...licences.map((file) => `${file}\n\n${text(taken, file)}`),
  ]
}

function text(folder: string, file: string): string {
  return fs.readFileSync(path.join(folder, file), 'utf8').trim()
}

/** The lines on top of each list say where it comes from; beside other data a `.md` file does. */
function wordLists(): string[] {
  const folder = path.join(root, 'server/lexicon')
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return names.flatMap((name) => {
    if (!/\.(txt|md)$/.test(name) || name === 'README.md') return []
    const text = fs.readFileSync(path.join(folder, name), 'utf8')
    const said = name.endsWith('.md') ? text : (/^(#.*\n)*/.exec(text)?.[0] ?? '')
    return [`${name}\n${said.replaceAll(/^# ?/gm, '').trim()}`]
  })
}
