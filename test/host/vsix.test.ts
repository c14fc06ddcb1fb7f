import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'

const file = path.resolve(import.meta.dirname, '../../.test/biaozhu.vsix')

describe('the package', () => {
  let files: readonly Entry[]
  let names: readonly string[]
  before(() => {
    files = entries(fs.readFileSync(file))
    names = files.map(({ name }) => name)
  })

  it('is smaller than 12 MB', () => {
    assert.ok(fs.statSync(file).size < 12e6)
  })

  it('holds what the extension runs on', () => {
    const needed = [
      'package.json',
      'package.nls.json',
      'package.nls.zh-cn.json',
      'readme.md',
      'changelog.md',
      'LICENSE.txt',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/package.json',
      'dist/guidelines.md',
      'dist/extension.js',
      'dist/server.js',
      'dist/webview/panel.js',
      'dist/webview/panel.css',
      'dist/cli.js',
      'dist/dict/jieba.dict.utf8',
      'dist/dict/hmm_model.utf8',
      'dist/node_modules/nodejieba/build/Release/nodejieba.node',
      'l10n/bundle.l10n.zh-cn.json',
      'syntaxes/newspaper.tmLanguage.json',
    ]
    assert.deepEqual(
      needed.filter((name) => !names.includes(`extension/${name}`)),
      [],
    )
    assert.ok(names.some((name) => name.startsWith('extension/dist/lexicon/')))
  })

  it('holds no sources, tests, pages or source maps', () => {
    const allowed = /^extension\/((dist|l10n|media|syntaxes)\/|[^/]+\.(json|md|txt)$)/
    const foreign = names.filter(
      (name) =>
        name.startsWith('extension/') && (!allowed.test(name) || /\.(ts|map|cpp|h)$/.test(name)),
    )
    assert.deepEqual(foreign, [])
  })

  it('has no file that others than its owner may write', () => {
    const open = files.filter(({ mode }) => (mode & 0o022) !== 0)
    assert.deepEqual(open, [])
  })
})

interface Entry {
  readonly name: string
  /** Rights as Unix has them. */
  readonly mode: number
}

/** What the central directory of a zip file says. */
function entries(zip: Buffer): readonly Entry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'))
  const count = zip.readUInt16LE(end + 10)
  const found: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field))
    const mode = zip.readUInt32LE(at + 38) >>> 16
    found.push({ name: zip.toString('utf8', at + 46, at + 46 + (name ?? 0)), mode })
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return found
}
