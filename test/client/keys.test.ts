/** Keys that are free, can be typed with any input method, and are documented. */
import assert from 'node:assert/strict'
import { withKeys } from '../../.ci/keys.ts'
import { keysOfTypes } from '../../server/src/annotation/schema/keys.ts'
import { defaultSchema } from '../../server/src/annotation/schema/schema.ts'
import { manifest, readText } from './manifest.ts'

const bindings = manifest.contributes.keybindings.filter(({ command }) =>
  command.startsWith('biaozhu.'),
)
const strokes = bindings.flatMap(({ key, mac = key }) => [...key.split(' '), ...mac.split(' ')])
const firsts = bindings.flatMap(({ key, mac = key }) =>
  [key, mac].map((all) => all.split(' ')[0] ?? ''),
)

describe('keys', () => {
  it('never take what input methods, macOS or browsers need', () => {
    const taken =
      /^(?:ctrl\+space|shift\+space|ctrl\+\.|ctrl\+shift\+f|alt\+[a-z]|(?:ctrl|cmd)\+[wtn])$/
    assert.deepEqual(
      strokes.filter((stroke) => taken.test(stroke)),
      [],
    )
  })

  it('begin with a modifier; behind it no letter stands alone', () => {
    for (const first of firsts) assert.match(first, /^(?:ctrl|alt|cmd|shift)\+/)
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
