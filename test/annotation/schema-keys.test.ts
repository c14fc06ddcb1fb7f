import assert from 'node:assert/strict'
import { keysOfTypes } from '../../server/src/annotation/schema/keys.ts'
import { defaultSchema, type TypeDefinition } from '../../server/src/annotation/schema/schema.ts'
import { uniteSchemas } from '../../server/src/annotation/schema/union.ts'

const type = (name: string, more: Partial<TypeDefinition> = {}): TypeDefinition => ({
  name,
  labelZh: name,
  superType: 'type',
  ...more,
})

/** `A1 B2`: types with their keys, in the order of the schema. */
function keys(...types: readonly TypeDefinition[]): string {
  const found = keysOfTypes({ types })
  return types.map(({ name }) => `${name}${found.get(name) ?? ''}`).join(' ')
}

describe('the keys of types', () => {
  it('are those of the keyboard in the order of the schema', () => {
    assert.equal(keys(type('A'), type('B')), 'A1 B2')
    assert.equal([...keysOfTypes(defaultSchema).values()].join(''), '1234567890-')
  })

  it('that the schema gives are kept, and the others are what is left', () => {
    assert.equal(
      keys(type('A'), type('B', { key: '1' }), type('C'), type('D', { key: '3' })),
      'A2 B1 C4 D3',
    )
  })

  it('stay when a kind of a type is added anywhere', () => {
    const kind = type('K', { parent: 'A' })
    assert.equal(keys(type('A'), kind, type('B')), 'A1 K3 B2')
    assert.equal(keys(type('A'), type('B')), 'A1 B2')
    assert.equal(
      keys(kind, type('A'), type('B', { parent: 'A', key: '9' }), type('C')),
      'K3 A1 B9 C2',
    )
  })

  it('are eleven: types behind them have none', () => {
    const many = [...'ABCDEFGHIJKLM'].map((name) => type(name))
    assert.equal(keys(...many), 'A1 B2 C3 D4 E5 F6 G7 H8 I9 J0 K- L M')
    assert.equal(keys(type('X', { key: '-' }), ...many).endsWith('I9 J0 K L M'), true)
  })
})

describe('several schemas', () => {
  it('are one with the types of all, of equal names the first', () => {
    const one = { types: [type('A', { colour: '#111111' }), type('B')] }
    const other = { types: [type('C'), type('A')], overlap: true }
    const united = uniteSchemas([one, other, one])
    assert.deepEqual(
      united?.types.map(({ name, colour }) => [name, colour]),
      [
        ['A', '#111111'],
        ['B', undefined],
        ['C', undefined],
      ],
    )
    assert.equal(united?.overlap, true)
  })

  it('are what it is where there is but one, and nothing where there is none', () => {
    assert.equal(uniteSchemas([defaultSchema, defaultSchema]), defaultSchema)
    assert.equal(uniteSchemas([]), undefined)
  })
})
