/** The schema of a corpus for people: labels in the interface language, and a key and colour for each type. */

import { keysOfTypes } from '../../annotation/schema/keys.ts'
import {
  type AttributeDefinition,
  defaultSchema,
  type RelationDefinition,
  type Schema,
} from '../../annotation/schema/schema.ts'
import type { Corpus } from '../../corpus/snapshot/model.ts'
import type { AttributeInfo, RelationInfo, SchemaInfo, TypeInfo } from '../../protocol.ts'
import { defined } from '../../values/defined.ts'
import { labelOf } from '../wording/messages.ts'

export function schemaInfo({ root, schema }: Pick<Corpus, 'root' | 'schema'>): SchemaInfo {
  const keys = keysOfTypes(schema)
  const colours = typeColours(schema)
  const types = schema.types.map((type): TypeInfo => {
    const [key, colour] = [keys.get(type.name), colours.get(type.name)]
    return {
      name: type.name,
      label: labelOf(type),
      ...defined({ description: type.description, key, colour, parent: type.parent }),
      ...attributesOf(type),
    }
  })
  const relations = (schema.relations ?? []).map(
    (relation): RelationInfo => ({
      name: relation.name,
      label: labelOf(relation),
      ...defined({ from: relation.from, to: relation.to }),
      ...attributesOf(relation),
    }),
  )
  return { corpus: root, types, relations, overlap: schema.overlap ?? false }
}

/** Colours of those `types` that do not have the theme's. A type that the schema lacks is grey. */
export function coloursOf(
  schema: Schema,
  types: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const colours = typeColours(schema)
  const found = [...types].flatMap((type): readonly [string, string][] => {
    const colour = colours.get(type) ?? (themed.has(type) ? undefined : '#808080')
    return colour === undefined ? [] : [[type, colour]]
  })
  return Object.fromEntries(found)
}

/** The default types have colours in the themes. */
const themed = new Set(defaultSchema.types.map(({ name }) => name))

/** What the schema gives; types without one that no theme knows take turns through the palette. */
function typeColours({ types }: Schema): ReadonlyMap<string, string> {
  const colours = new Map<string, string>()
  let turn = 0
  for (const { name, colour } of types) {
    const given = colour ?? (themed.has(name) ? undefined : palette[turn++ % palette.length])
    if (given !== undefined) colours.set(name, sixDigits(given))
  }
  return colours
}

/** `#abc` → `#aabbcc`. */
function sixDigits(colour: string): string {
  return colour.length === 4 ? colour.replace(/[^#]/g, (digit) => digit + digit) : colour
}

/** Hues far apart, each beside its opposite. */
const palette = [
  '#2f7fd1',
  '#d1622f',
  '#2fa35c',
  '#b03fb8',
  '#b8932a',
  '#2a9fb0',
  '#d13f6f',
  '#7a9c2a',
  '#6f5fd1',
  '#b0503f',
  '#2fa38a',
  '#a35f8f',
]

function attributesOf({
  attributes,
}: Pick<RelationDefinition, 'attributes'>): Pick<TypeInfo, 'attributes'> {
  return attributes === undefined ? {} : { attributes: attributes.map(attributeInfo) }
}

function attributeInfo(attribute: AttributeDefinition): AttributeInfo {
  const { name, kind, choices } = attribute
  const listed = choices?.map((choice) => ({ name: choice.name, label: labelOf(choice) }))
  return {
    name,
    label: labelOf(attribute),
    kind,
    ...defined({ choices: listed }),
  }
}
