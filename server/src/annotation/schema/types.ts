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
  const circular = circularTypes(byName)
  for (const { type, path } of read) {
    if (type.parent === undefined) continue
    if (!byName.has(type.parent)) {
      report([...path, 'parent'], 'there is no type “{0}”.', type.parent)
    } else if (circular.has(type.name)) {
      report([...path, 'parent'], 'a type cannot be a kind of itself.')
    }
  }
  return circular.size > 0 ? read.map(({ type }) => type) : withLooks(read, byName)
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

type ByName = ReadonlyMap<string, ReadType>

/** Names of the types whose parents lead back to them. Each type is visited once, however long the chain. */
function circularTypes(byName: ByName): ReadonlySet<string> {
  const circular = new Set<string>()
  /** By name where the walk began that came there first. */
  const visited = new Map<string, string>()
  const parentOf = (name: string): string | undefined => byName.get(name)?.type.parent
  for (const start of byName.keys()) {
    let at: string | undefined = start
    for (; at !== undefined && !visited.has(at); at = parentOf(at)) visited.set(at, start)
    if (at === undefined || visited.get(at) !== start) continue
    for (; at !== undefined && !circular.has(at); at = parentOf(at)) circular.add(at)
  }
  return circular
}

/** A type of which nothing is said looks like that of which it is a kind. No type is a kind of itself. */
function withLooks(read: readonly ReadType[], byName: ByName): readonly TypeDefinition[] {
  const looks = new Map<string, string | undefined>()
  const findLook = (from: ReadType): string | undefined => {
    const passed: string[] = []
    let at: ReadType | undefined = from
    for (; at?.plain === true && !looks.has(at.type.name); at = byName.get(at.type.parent ?? '')) {
      passed.push(at.type.name)
    }
    const look = at?.plain === true ? looks.get(at.type.name) : at?.type.superType
    for (const name of passed) looks.set(name, look)
    return look
  }
  return read.map((each) => ({ ...each.type, superType: findLook(each) ?? each.type.superType }))
}
