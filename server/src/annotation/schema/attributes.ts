/** Reads the attributes of a type or relation in a schema. */
import { type JsonObject, own } from '../../values/json.ts'
import { type Path, type Report, readNamed } from './parts.ts'
import type { AttributeDefinition } from './schema.ts'

/** The value of the key `attributes`: `[{ "name": "part", "kind": "choice", "choices": […] }]`. */
export function readAttributes(
  owner: JsonObject,
  path: Path,
  report: Report,
): readonly AttributeDefinition[] {
  return readNamed(owner, 'attributes', path, report, (json, named, here) => {
    const kind = readKind(json)
    if (kind === undefined) {
      report([...here, 'kind'], '"flag", "choice", "text" or "number" is expected.')
    }
    const choices = readNamed(json, 'choices', here, report, (_, choice) => choice)
    if (kind === 'choice' && choices.length === 0) {
      report([...here, 'choices'], 'a choice needs "choices": ["…", "…"].')
    }
    if (kind !== 'choice' && choices.length > 0) {
      report([...here, 'choices'], 'only an attribute of the kind "choice" has choices.')
    }
    return { ...named, kind: kind ?? 'text', ...(choices.length === 0 ? {} : { choices }) }
  })
}

/** A flag where nothing is said, a choice where there are choices. */
function readKind(json: JsonObject): AttributeDefinition['kind'] | undefined {
  const kind = own(json, 'kind') ?? (own(json, 'choices') === undefined ? 'flag' : 'choice')
  return kind === 'flag' || kind === 'choice' || kind === 'text' || kind === 'number'
    ? kind
    : undefined
}
