import assert from 'node:assert/strict'
import { files, type Import, imports } from './sources.ts'

/** Folders of server/src in reading order: each imports only itself and those above it. */
const layers = [
  'values',
  'text',
  'page',
  'words',
  'annotation',
  'recognition',
  'entity',
  'exchange',
  'disk',
  'index',
  'corpus',
  'feature',
  'command',
  'lsp',
]

/** Imports of `disk/` whose types still lie in `corpus/`. */
const left = [
  'server/src/disk/decode.ts → server/src/corpus/snapshot/document.ts',
  'server/src/disk/files.ts → server/src/corpus/config/globs.ts',
  'server/src/disk/files.ts → server/src/corpus/snapshot/corpus.ts',
]

const all = files('client/**/*.ts', 'server/**/*.ts').flatMap(imports)

/** Imports that break a rule, as `file → target`. */
function broken(rule: (one: Import) => boolean): string[] {
  return all.filter(rule).map(({ file, target }) => `${file} → ${target}`)
}

function inFolder(file: string, ...folders: readonly string[]): boolean {
  return folders.some((folder) => file.startsWith(`${folder}/`))
}

describe('layers', () => {
  it('reads the imports of every file', () => {
    assert.ok(all.length > 100)
    assert.ok(all.some(({ target }) => target === 'nodejieba'))
    assert.ok(all.some(({ typeOnly }) => typeOnly))
  })

  it('server/src holds the layers, the entry points and what they share', () => {
    const entries = ['main.ts', 'cli.ts', 'library.ts', 'train-worker.ts']
    const known = [...layers, ...entries, 'protocol', 'protocol.ts', 'resources.ts']
    assert.deepEqual(
      files('server/src').filter((file) => !known.includes(file.split('/')[2] ?? '')),
      [],
    )
  })

  it('a folder imports only those above it', () => {
    const level = (file: string) => layers.indexOf(file.split('/')[2] ?? '')
    const wrong = broken(({ file, target }) => {
      if (!inFolder(file, 'server/src') || !inFolder(target, 'server/src')) return false
      return (
        level(file) >= 0 &&
        target !== 'server/src/protocol.ts' &&
        !isAbove(level(file), level(target))
      )
    })
    assert.deepEqual(wrong, left)
  })

  it('the command line does not know the protocol', () => {
    const wrong = broken(
      ({ file, target }) => file === 'server/src/cli.ts' && inFolder(target, 'server/src/lsp'),
    )
    assert.deepEqual(wrong, [])
  })

  it('the client takes nothing from the server but types of the protocol', () => {
    const wrong = broken(
      ({ file, target }) =>
        inFolder(file, 'client') &&
        inFolder(target, 'server') &&
        target !== 'server/src/protocol.ts',
    )
    assert.deepEqual(wrong, [])
  })

  it('the parts of the protocol are known to it alone, and know nothing else', () => {
    const wrong = broken(({ file, target }) => {
      const inside = file === 'server/src/protocol.ts' || inFolder(file, 'server/src/protocol')
      return inside !== inFolder(target, 'server/src/protocol')
    })
    assert.deepEqual(
      wrong.filter((line) => line.includes('server/src/protocol')),
      [],
    )
  })

  it('the protocol is imported as types', () => {
    assert.deepEqual(
      broken(({ target, typeOnly }) => target === 'server/src/protocol.ts' && !typeOnly),
      [],
    )
  })
})

describe('packages', () => {
  it('vscode is known to the client alone, its server library to lsp/ and main.ts', () => {
    const wrong = broken(({ file, target }) => {
      if (/^vscode-languageserver/.test(target))
        return !inFolder(file, 'server/src/lsp') && file !== 'server/src/main.ts'
      return /^vscode($|[-/])/.test(target) && !inFolder(file, 'client')
    })
    assert.deepEqual(wrong, [])
  })

  it('nodejieba is imported in one file of words/', () => {
    const users = new Set(
      all.filter(({ target }) => target === 'nodejieba').map(({ file }) => file),
    )
    assert.equal(users.size, 1)
    assert.ok([...users].every((file) => inFolder(file, 'server/src/words')))
  })

  it('files are read and written in disk/, corpus/, index/ and the command line', () => {
    const wrong = broken(
      ({ file, target }) =>
        inFolder(file, 'server') &&
        /^(node:)?fs(\/|$)/.test(target) &&
        !inFolder(file, 'server/src/disk', 'server/src/corpus', 'server/src/index') &&
        file !== 'server/src/cli.ts',
    )
    assert.deepEqual(wrong, [])
  })
})

function isAbove(level: number, target: number): boolean {
  return target >= 0 && target <= level
}
