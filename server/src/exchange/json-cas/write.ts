/** A CAS as UIMA JSON, a structure a line, with its type system inside. */
import type { Json, JsonObject } from '../../values/json.ts'
import { betweenTexts, type Cas, type FeatureStructure } from '../cas/model.ts'
import { casTypes, linkType, sofaType } from '../cas/type-system.ts'

export function writeJsonCas({ structures }: Cas): string {
  let next = structures.length + 1
  const lines: string[] = []
  for (const structure of structures) {
    const features: Record<string, Json> = {}
    for (const [name, value] of structure.features) {
      if (typeof value !== 'object') features[name] = value
      else if ('texts' in value) features[name] = value.texts.join(betweenTexts)
      else if (!value.list) features[`@${name}`] = value.refs[0] ?? null
      else {
        // A list is a structure of its own.
        const list = { '%ID': next, '%TYPE': `${linkType}[]`, '%ELEMENTS': value.refs }
        lines.push(JSON.stringify(list))
        features[`@${name}`] = next++
      }
    }
    lines.push(JSON.stringify({ '%ID': structure.id, '%TYPE': structure.type, ...features }))
  }
  return `{
"%TYPES": ${JSON.stringify(typesJson())},
"%FEATURE_STRUCTURES": [
${lines.join(',\n')}
],
"%VIEWS": ${JSON.stringify({ _InitialView: viewJson(structures) })}
}
`
}

function viewJson(structures: readonly FeatureStructure[]): JsonObject {
  const sofa = structures.find(({ type }) => type === sofaType)
  const members = structures.filter(({ type }) => type !== sofaType && type !== linkType)
  return { '%SOFA': sofa?.id ?? null, '%MEMBERS': members.map(({ id }) => id) }
}

function typesJson(): JsonObject {
  return Object.fromEntries(
    casTypes.map(({ name, superType, features }) => [
      name,
      {
        '%NAME': name,
        '%SUPER_TYPE': superType,
        ...Object.fromEntries(
          features.map((feature) => [
            feature.name,
            { '%NAME': feature.name, '%RANGE': feature.range },
          ]),
        ),
      },
    ]),
  )
}
