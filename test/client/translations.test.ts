/** The interface is complete in both languages. */
import assert from 'node:assert/strict'
import { readText, readTexts, sources } from './manifest.ts'

const bundle = readTexts('l10n/bundle.l10n.zh-cn.json')
const english = readTexts('package.nls.json')
const chinese = readTexts('package.nls.zh-cn.json')

describe('texts of package.json', () => {
  const used = [...readText('package.json').matchAll(/"%([\w.]+)%"/g)].map(
    (match) => match[1] ?? '',
  )

  it('are all there in English, and none is left over', () => {
    assert.deepEqual(Object.keys(english).toSorted(), [...new Set(used)].toSorted())
  })

  it('are all there in Chinese, with the same links', () => {
    assert.deepEqual(Object.keys(chinese), Object.keys(english))
    for (const [key, text] of Object.entries(english)) {
      assert.deepEqual(links(chinese[key] ?? ''), links(text), key)
    }
  })

  it('are in Chinese what they say to be', () => {
    for (const [key, text] of Object.entries(chinese)) assert.match(text, /\p{Script=Han}/u, key)
  })
})

describe('texts of the sources', () => {
  const keys = new Map<string, string>()
  for (const [file, text] of sources('client/src', 'server/src')) {
    for (const key of messages(text)) keys.set(key, file)
  }

  it('are all translated', () => {
    const missing = [...keys].filter(([key]) => bundle[key] === undefined)
    assert.deepEqual(missing, [])
  })

  it('have translations with the same values in them', () => {
    for (const [key, text] of Object.entries(bundle)) {
      assert.deepEqual(values(text), values(key), key)
    }
  })

  it('have no translation that nobody uses', () => {
    // Words that the server takes from a table stand there as plain strings.
    const all = [...sources('client/src', 'server/src').values()].join('\n')
    const unused = Object.keys(bundle).filter((key) => {
      return !keys.has(key) && !["'", '"'].some((quote) => all.includes(quote + key + quote))
    })
    assert.deepEqual(unused, [])
  })
})

/** The English of `l10n.t('…')` in the client and of `t('…')` in the server. */
function messages(source: string): readonly string[] {
  const calls = source.matchAll(/(?<![\w$])t\(\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g)
  return [...calls].map((match) => unquoted(match[1] ?? ''))
}

function unquoted(literal: string): string {
  return literal.slice(1, -1).replace(/\\(.)/g, '$1')
}

function values(text: string): readonly string[] {
  return [...text.matchAll(/\{\d\}/g)].map(String).toSorted()
}

function links(text: string): readonly string[] {
  return [...text.matchAll(/\(command:[\w.]+\)|`[^`]+`/g)].map(String)
}
