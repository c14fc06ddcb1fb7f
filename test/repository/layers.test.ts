import assert from 'node:assert/strict'
import { circles, rooms, sources, upwards } from './rooms.ts'
import { files, type Import, imports, read } from './sources.ts'

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

  it('each room has a README of five lines', () => {
    const folders = new Set(
      sources.flatMap((file) => /^(?:server|client)\/src\/[^/]+(?=\/)/.exec(file) ?? []),
    )
    for (const room of ['server/src', 'client/src', ...folders]) {
      const lines = read(`${room}/README.md`).trim().split('\n').slice(2)
      assert.deepEqual(
        lines.map((line) => /^- \*\*([^*]+)\*\* /.exec(line)?.[1]),
        ['Holds', 'Never', 'Enter by', 'Order', 'To add one'],
        room,
      )
    }
  })

  it('an order names what is there', () => {
    for (const { folder, order } of rooms) {
      const isThere = (name: string): boolean =>
        sources.some((file) => file.startsWith(`${folder}/${name}/`)) ||
        sources.includes(`${folder}/${name}.ts`)
      assert.deepEqual(
        order.filter((name) => !isThere(name)),
        [],
        folder,
      )
    }
  })

  for (const room of rooms) {
    it(`${room.folder} is read from above downwards`, () => {
      assert.deepEqual(upwards(room), [])
    })
  }

  it('no files import each other in a ring', () => {
    assert.deepEqual(circles(), [])
  })

  it('the command line and the protocol do not know each other', () => {
    const isCommand = (file: string) =>
      file === 'server/src/cli.ts' || inFolder(file, 'server/src/command')
    const isProtocol = (file: string) => inFolder(file, 'server/src/lsp')
    const wrong = broken(
      ({ file, target }) =>
        (isCommand(file) && isProtocol(target)) || (isProtocol(file) && isCommand(target)),
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

  it('nothing that is shipped imports what trains and scores', () => {
    const wrong = broken(
      ({ file, target }) =>
        inFolder(target, 'server/training') && !inFolder(file, 'server/training'),
    )
    assert.deepEqual(wrong, [])
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

  it('of what is shipped, one file of words/ imports nodejieba', () => {
    const users = new Set(
      all
        .filter(({ file, target }) => target === 'nodejieba' && !inFolder(file, 'server/training'))
        .map(({ file }) => file),
    )
    assert.equal(users.size, 1)
    assert.ok([...users].every((file) => inFolder(file, 'server/src/words')))
  })

  it('SQLite is known to one file, which loads it when somebody needs it', () => {
    const users = all.filter(({ target }) => target === 'node:sqlite')
    assert.deepEqual(
      new Set(users.map(({ file }) => file)),
      new Set(['server/src/index/database/sqlite.ts']),
    )
    const text = read('server/src/index/database/sqlite.ts')
    assert.doesNotMatch(text, /^import \{[^}]*\} from 'node:sqlite'/m)
  })

  it('files are read and written in disk/, corpus/, index/ and the command line', () => {
    const wrong = broken(
      ({ file, target }) =>
        inFolder(file, 'server/src') &&
        /^(node:)?fs(\/|$)/.test(target) &&
        !inFolder(file, 'server/src/disk', 'server/src/corpus', 'server/src/index') &&
        file !== 'server/src/cli.ts',
    )
    assert.deepEqual(wrong, [])
  })
})
