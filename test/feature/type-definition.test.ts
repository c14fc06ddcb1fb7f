import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { defaultSchema } from '../../server/src/annotation/schema/schema.ts'
import { type SchemaText, typeDefinition } from '../../server/src/feature/cursor/type-definition.ts'
import { corpusFixture } from '../corpus-fixture.ts'

const { place, cursor } = corpusFixture({ '1.txt': '在⟦嘉兴市|Place⟧$0举行。' })

/** What is found of the type Place, with the file where it stands. */
function found(...texts: readonly (readonly [SchemaText['kind'], string])[]): string | undefined {
  const given = texts.map(([kind, text], i) => ({ kind, text, uri: `${i}` }))
  const { uri, span } = typeDefinition(place, cursor, given) ?? {}
  return span && `${uri} ${texts[Number(uri)]?.[1].slice(span.start, span.end)}`
}

describe('type definition', () => {
  it('is the name of the type in corpus.json', () => {
    const named = '{ "schema": { "types": ["Person", "Place"] } }'
    assert.equal(found(['config', named]), '0 "Place"')
    const whole = '{\n "schema": { "types": [{ "key": "1",\n  "name": "Place" }] } }'
    assert.equal(found(['config', whole]), '0 "Place"')
  })

  it('is the line of the guidelines that begins with its name, else with its label', () => {
    assert.equal(
      found(['guidelines', 'Places\n| `Place` 地点 | a site |']),
      '0 | `Place` 地点 | a site |',
    )
    assert.equal(
      found(['guidelines', '在地点\r\n地点名\r\n## 2.1 地点：有名字\r\n']),
      '0 ## 2.1 地点：有名字',
    )
    assert.equal(found(['guidelines', '地点\n- **Place** is a site']), '0 - **Place** is a site')
  })

  it('is in the first text that has it', () => {
    const config = '{ "name": "Place", "schema": { "types": ["Person"] } }'
    assert.equal(
      found(['config', config], ['guidelines', 'Person'], ['guidelines', 'Place']),
      '2 Place',
    )
    assert.equal(
      found(['config', '{ broken'], ['config', '{"schema":{"types":"Place"}}']),
      undefined,
    )
  })

  it('is none beside mentions', () => {
    const texts = [{ kind: 'guidelines', uri: '0', text: 'Place' }] as const
    assert.equal(typeDefinition(place, 0, texts), undefined)
    assert.equal(place.corpus.schema, defaultSchema)
  })
})
