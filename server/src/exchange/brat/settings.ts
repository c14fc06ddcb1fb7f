/** Brat's settings of a schema: which types there are, and how they look. */
import type { AttributeDefinition, Schema } from '../../annotation/schema/schema.ts'
import type { Chunk } from '../format/format.ts'
import { bratAttributeName, bratName } from './names.ts'

/** Brat finds both files from the page's folder upwards. */
export function bratSettings(schema: Schema): readonly Chunk[] {
  const { types, relations = [] } = schema
  const attributes = bratAttributes(schema)
  const everything = [...types, ...relations, ...types.flatMap((type) => type.attributes ?? [])]
  const labels = new Map(
    everything.map(({ name, label = name, labelZh }) => [
      bratName(name),
      `${bratName(name)} | ${labelOf(`${labelZh} ${label}`)} | ${labelOf(labelZh)}`,
    ]),
  )
  const colours = types.map(
    ({ name, colour }, i) =>
      `${bratName(name)}\tbgColor:${colour ?? palette[i % palette.length] ?? 'lightgray'}`,
  )
  const ends = (names: readonly string[] | undefined): string =>
    names === undefined || names.length === 0 ? '<ENTITY>' : names.map(bratName).join('|')
  const arcs = relations.map(
    ({ name, from, to }) => `${bratName(name)}\tArg1:${ends(from)}, Arg2:${ends(to)}`,
  )
  return [
    {
      path: 'annotation.conf',
      content: sections({
        entities: types.map(({ name }) => bratName(name)),
        relations: arcs,
        events: [],
        attributes,
      }),
    },
    {
      path: 'visual.conf',
      content: sections({
        labels: [...labels.values()],
        drawing: [
          'SPAN_DEFAULT\tfgColor:black, bgColor:lightgray, borderColor:darken',
          ...colours,
          'Status\tvalue:suggested|rejected, glyph:?|✗',
          'Unsure\tglyph:?',
        ],
      }),
    },
  ]
}

/** Attributes of mentions that brat can show: flags, and choices of plain names. */
function bratAttributes({ types }: Schema): readonly string[] {
  const found = new Map<string, string>()
  for (const { attributes = [] } of types) {
    for (const attribute of attributes) {
      const name = bratAttributeName(attribute.name)
      if (attribute.kind === 'flag') found.set(name, `${name}\tArg:<ENTITY>`)
      const values = plainChoices(attribute)
      if (values.length > 0) {
        found.set(name, `${name}\tArg:<ENTITY>, Value:${values.join('|')}`)
      }
    }
  }
  return [
    'Status\tArg:<ENTITY>, Value:suggested|rejected',
    'Unsure\tArg:<ENTITY>',
    ...found.values(),
  ]
}

/** The values of a choice that brat takes as they are. */
export function plainChoices({ kind, choices = [] }: AttributeDefinition): readonly string[] {
  return kind === 'choice'
    ? choices.map(({ name }) => name).filter((name) => /^[A-Za-z0-9_-]+$/.test(name))
    : []
}

/** Labels are separated by bars and tabs; brat reads `<NAME>` as something of its own. */
function labelOf(text: string): string {
  return text.replace(/[|<>\s]+/g, ' ').trim()
}

function sections(named: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(named)
    .map(([name, lines]) => [`[${name}]`, ...lines, ''].join('\n'))
    .join('\n')
}

/** Light, so that black text on them can be read. */
const palette = [
  '#ffb3a7',
  '#a9cdf5',
  '#c7e6a3',
  '#f7d794',
  '#d9c2f0',
  '#b8e0e0',
  '#e8d5b7',
  '#f5bfdc',
  '#c9d3e0',
  '#ffe28a',
  '#d7d7d7',
]
