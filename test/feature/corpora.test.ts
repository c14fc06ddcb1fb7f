import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultConfig } from '../../server/src/corpus/config/config.ts'
import { readConfig } from '../../server/src/corpus/config/read-config.ts'
import type { Snapshot } from '../../server/src/corpus/snapshot/model.ts'
import { configProblems } from '../../server/src/feature/lists/corpora.ts'
import { setLanguage } from '../../server/src/feature/wording/messages.ts'
import { corpusFixture } from '../corpus-fixture.ts'

/** Each with a mistake of another kind. */
const schemas: readonly unknown[] = [
  1,
  { overlap: 1 },
  { types: 1 },
  { types: [] },
  { types: [1] },
  { types: ['a b'] },
  { types: ['A', 'A'] },
  { types: [{ name: 'A', label: 1 }] },
  { types: [{ name: 'A', label: { en: 1 } }] },
  { types: [{ name: 'A', colour: 'red' }] },
  { types: [{ name: 'A', key: 'k' }] },
  { types: [{ name: 'A', superType: 1 }] },
  { types: [{ name: 'A', parent: 1 }] },
  { types: [{ name: 'A', parent: '劳模' }] },
  { types: [{ name: 'A', parent: 'A' }] },
  {
    types: [
      { name: 'A', key: '1' },
      { name: 'B', key: '1' },
    ],
  },
  { types: [{ name: 'A', attributes: [{ name: 'x', kind: 'y' }] }] },
  { types: [{ name: 'A', attributes: [{ name: 'x', kind: 'choice' }] }] },
  { types: [{ name: 'A', attributes: [{ name: 'x', kind: 'flag', choices: ['y'] }] }] },
  { relations: [{ name: 'r', from: 'A' }] },
  { relations: [{ name: 'r', to: ['劳模'] }] },
]

/** The messages for a corpus.json, as people see them. */
function messages(json: object): readonly string[] {
  const { snapshot, place } = corpusFixture({ '1.txt': '甲' })
  const { problems } = readConfig('file:///corpus/corpus.json', JSON.stringify(json), defaultConfig)
  const corpora = [{ ...place.corpus, problems }]
  const found = configProblems({ ...snapshot, corpora } satisfies Snapshot)
  return [...found.values()].flat().map(({ message }) => message)
}

describe('mistakes in the schema of a corpus', () => {
  afterEach(() => setLanguage('en', undefined))

  it('are told in English and in Chinese', () => {
    const bundle = join(import.meta.dirname, '../../l10n/bundle.l10n.zh-cn.json')
    const kinds = new Set<string>()
    for (const schema of schemas) {
      setLanguage('en', undefined)
      const [english = '', ...others] = messages({ schema })
      assert.match(english, /^"\w+": .+\.$/)
      assert.deepEqual(others, [])
      kinds.add(english)
      setLanguage('zh-cn', readFileSync(bundle, 'utf8'))
      const [chinese = ''] = messages({ schema })
      assert.match(chinese, /^"\w+": .*\p{Script=Han}.*。$/u)
    }
    assert.equal(kinds.size, schemas.length)
  })

  it('name what is not there', () => {
    assert.deepEqual(messages({ schema: { types: [{ name: 'A', parent: '劳{0}模' }] } }), [
      '"parent": there is no type “劳{0}模”.',
    ])
  })
})
