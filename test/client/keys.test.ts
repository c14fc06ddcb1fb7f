/** Keys that are free, can be typed with any input method, and are documented. */
import assert from 'node:assert/strict'
import { withKeys, withTypingKeys } from '../../.ci/keys.ts'
import { acts, typeKeys, typingKeys } from '../../client/src/annotate/single-keys.ts'
import { keysOfTypes } from '../../server/src/annotation/schema/keys.ts'
import { defaultSchema } from '../../server/src/annotation/schema/schema.ts'
import { manifest, readText } from './manifest.ts'

const own = manifest.contributes.keybindings.filter(({ command }) => command.startsWith('biaozhu.'))
const typing = own.filter(({ command }) => command === 'biaozhu.key')
const bindings = own.filter(({ command }) => command !== 'biaozhu.key')
const strokesOf = (some: typeof bindings) =>
  some.flatMap(({ key, mac = key }) => [...key.split(' '), ...mac.split(' ')])
const strokes = strokesOf(bindings)
const firstsOf = (some: typeof bindings): readonly string[] =>
  some.flatMap(({ key, mac = key }) => [key, mac].map((all) => all.split(' ')[0] ?? ''))

describe('keys', () => {
  it('never take what input methods, macOS or browsers need', () => {
    const taken =
      /^(?:ctrl\+space|shift\+space|ctrl\+\.|ctrl\+shift\+f|alt\+[a-z]|(?:ctrl|cmd)\+[wtn])$/
    // Ctrl+. is the editor's own for quick fixes; on a locked page it leaves the key alone.
    const theirs = bindings.filter(({ command }) => command !== 'biaozhu.actionsHere')
    assert.deepEqual(
      strokesOf(theirs).filter((stroke) => taken.test(stroke)),
      [],
    )
  })

  it('begin with a modifier, or are a function key; behind it no letter stands alone', () => {
    const inText = bindings.filter(({ when = '' }) => !when.includes('listFocus && !inputFocus'))
    for (const first of firstsOf(inText)) {
      assert.match(first, /^(?:(?:ctrl|alt|cmd|shift)\+|f\d+$)/)
    }
    // In a list of a view Enter goes where its line leads.
    const inList = bindings.filter((binding) => !inText.includes(binding))
    for (const first of firstsOf(inList)) {
      assert.match(first, /^(?:(?:ctrl|alt|cmd|shift)\+|f\d+$|enter$)/)
    }
    assert.deepEqual(
      strokes.filter((stroke) => /^[a-z]$/.test(stroke)),
      [],
    )
  })

  it('are each bound once', () => {
    for (const side of ['key', 'mac'] as const) {
      const keys = bindings.map((binding) => `${binding[side] ?? binding.key} ${binding.when}`)
      assert.deepEqual(
        keys.filter((key, i) => keys.indexOf(key) !== i),
        [],
      )
    }
  })

  it('of macOS with Cmd leave the system its own', () => {
    assert.deepEqual(
      strokes.filter((stroke) => /^cmd\+[qhm,]$/.test(stroke)),
      [],
    )
  })

  it('are there for every key that a schema gives to its types', () => {
    const keys = bindings.flatMap(({ args }) => args?.key ?? [])
    assert.deepEqual(keys, [...keysOfTypes(defaultSchema).values()])
  })

  it('act where the focus is: in the text of a page, not in a box beside it, or in a view', () => {
    const places =
      /^(?:editorTextFocus && editorLangId == newspaper|focusedView (?:==|=~) \S*biaozhu)/
    for (const { when, key } of bindings) assert.match(when ?? '', places, key)
  })

  it('are all in README.md; `.ci/keys.ts` writes them', () => {
    const text = readText('README.md')
    assert.equal(text, withKeys(text))
  })
})

describe('keys of a locked page', () => {
  it('are all in package.json; `.ci/keys.ts` writes them', () => {
    const all = manifest.contributes.keybindings
    assert.deepEqual(all, withTypingKeys(all))
    assert.equal(typing.length, typingKeys().size)
  })

  it('are there for each character that a keyboard types', () => {
    const typed = new Set(typingKeys().values())
    const printable = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
    assert.deepEqual(
      printable.filter((character) => !typed.has(character)),
      [],
    )
  })

  it('act in the text of a locked page alone, and one setting turns them off', () => {
    for (const { when = '' } of typing) {
      for (const part of [
        'editorTextFocus',
        '(editorReadonly || biaozhu.correcting)',
        'editorLangId == newspaper',
        'resourceScheme == file',
        '!isInDiffEditor',
        'config.biaozhu.singleKeys',
      ]) {
        assert.ok(when.split(' && ').includes(part), part)
      }
    }
    assert.ok('biaozhu.singleKeys' in manifest.contributes.configuration.properties)
  })

  it('mean commands that are there, and types by the keys that schemas give', () => {
    const commands = manifest.contributes.commands.map(({ command }) => command)
    for (const { command } of acts.values()) assert.ok(commands.includes(command), command)
    assert.deepEqual([...typeKeys], [...keysOfTypes(defaultSchema).values()])
  })
})
