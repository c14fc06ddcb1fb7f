import assert from 'node:assert/strict'
import { files, read } from './sources.ts'

/** Texts of others and binary files. */
const foreign = /^(seeds|test\/gold|server\/lexicon)\/|\.(png|svg|ico)$/

const machine = [
  // A home or a place of one machine; `/home/` as an example stands before a name in capitals only.
  /(?<![\w.])\/(root|home\/[a-z]\w*|Users\/[a-z]\w*|work)\//,
  /[A-Z]:\\Users\\/,
]

describe('committed files', () => {
  it('name no path of one machine', () => {
    const named = files('.')
      .filter((file) => !foreign.test(file))
      .flatMap((file) =>
        read(file)
          .split('\n')
          .flatMap((line, i) =>
            machine.some((path) => path.test(line)) ? [`${file}:${i + 1}`] : [],
          ),
      )
    assert.deepEqual(named, [])
  })

  it('name no registry: the lock file leaves it to the person’s settings', () => {
    assert.ok(!read('package-lock.json').includes('"resolved": "http'))
  })

  it('stand in the folders of the architecture', () => {
    const known =
      /^(client|server|seeds|syntaxes|test|docs|l10n|media|\.ci|\.vscode)\/|^(package(-lock|\.nls(\.zh-cn)?)?\.json|tsconfig\.json|README(\.zh-cn)?\.md|LICENSE|CHANGELOG\.md|CONTRIBUTING\.md|biome\.json|\.(gitattributes|gitignore|mocharc\.json|npmrc|npmignore|vscodeignore|editorconfig))$/
    assert.deepEqual(
      files('.').filter((file) => !known.test(file)),
      [],
    )
  })
})
