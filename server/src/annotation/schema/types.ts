/** Reads the types of a schema. */
import { defined } from '../../values/defined.ts'
import { type JsonObject, own } from '../../values/json.ts'
import { readAttributes } from './attributes.ts'
import { type Named, type Path, type Report, readNamed } from './parts.ts'
import { defaultSchema, type TypeDefinition } from './schema.ts'

/** A type as it was read, with where it stands and whether anything says how it looks. */
interface ReadType {
  readonly type: TypeDefinition
  readonly path: Path
  readonly plain: boolean
}

/** The value of the key `types`. */
export function readTypes(schema: JsonObject, report: Report): readonly TypeDefinition[] {
  const read = readNamed(schema, 'types', [], report, (json, named, path) =>
    readType(json, named, path, report),
  )
  const given = own(schema, 'types')
  if (Array.isArray(given) && given.length === 0) {
    report(['types'], 'at least one type is expected.')
  }
  reportKeys(read, report)
  const byName = new Map(read.map((each) => [each.type.name, each]))
  for (const { type, path } of read) {
    if (type.parent === undefined) continue
    if (!byName.has(type.parent)) {
      report([...path, 'parent'], 'there is no type “{0}”.', type.parent)
    } else if (ancestors(type, byName).some(({ type: { name } }) => name === type.name)) {
      report([...path, 'parent'], 'a type cannot be a kind of itself.')
    }
  }
  return read.map(({ type, plain }) => {
    // A type of which nothing is said looks like that of which it is a kind.
    const like = plain ? ancestors(type, byName).find((each) => !each.plain) : undefined
    return like === undefined ? type : { ...type, superType: like.type.superType }
  })
}

function readType(json: JsonObject, named: Named, path: Path, report: Report): ReadType {
  const text = (key: string, pattern: RegExp, expected: string): string | undefined => {
    const value = own(json, key)
    if (value === undefined || (typeof value === 'string' && pattern.test(value))) return value
    report([...path, key], expected)
    return undefined
  }
  const description = text('description', /(?:)/, 'a text is expected.')
  const colour = text('colour', /^#([\da-f]{3}|[\da-f]{6})$/i, 'a colour is expected: "#d9c2f0".')
  const key = text('key', /^[-\d]$/, 'a key is expected: "1" to "9", "0" or "-".')
  const parent = text('parent', /(?:)/, 'the name of a type is expected.')
  const superType = text('superType', /^[A-Za-z]+$/, 'a token type is expected.')
  const attributes = readAttributes(json, path, report)
  const known = defaultSchema.types.find(({ name }) => name === named.name)
  const type = {
    ...named,
    ...(known === undefined || Object.hasOwn(json, 'label') ? {} : { labelZh: known.labelZh }),
    superType: superType ?? known?.superType ?? 'type',
    ...defined({ description, colour, key, parent }),
    ...(attributes.length === 0 ? {} : { attributes }),
  }
  return { type, path, plain: superType === undefined && known === undefined }
}

function reportKeys(read: readonly ReadType[], report: Report): void {
  const keys = new Set<string>()
  for (const { type, path } of read) {
    if (type.key === undefined) continue
    if (keys.has(type.key)) report([...path, 'key'], 'another type has this key.')
    keys.add(type.key)
  }
}

/** The nearest first; those of a circle once, the type itself among them. */
function ancestors(
  type: TypeDefinition,
  byName: ReadonlyMap<string, ReadType>,
): readonly ReadType[] {
  const found = new Set<ReadType>()
  let at = byName.get(type.parent ?? '')
  while (at !== undefined && !found.has(at)) {
    found.add(at)
    at = byName.get(at.type.parent ?? '')
  }
  return [...found]
}
