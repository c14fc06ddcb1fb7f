/** Layers that are not ours, as other projects of INCEpTION have them: what they say as mentions. */
import type { Attributes } from '../../annotation/record/record.ts'
import { mostAnnotations } from '../file/limits.ts'
import type { ExchangeRelation, ReadMention } from '../format/model.ts'
import type { Parts } from '../our-page/parts.ts'
import { type Cas, type FeatureStructure, referencesFeature, textFeature } from './model.ts'
import { dependent, governor, namedEntityType, pieceType } from './type-system.ts'
import type { CasValues } from './values.ts'

/** Features that say the type: `value` is that of DKPro's named entities. The first with a value does. */
const typeFeatures = ['label', 'value', 'kind', 'category']
/** Features that are no attributes, whatever they say. */
export const structural: ReadonlySet<string> = new Set([
  ...['sofa', 'begin', 'end', 'id', 'note', 'identifier', governor, dependent],
])

/** Sentences, tokens and what linguists add to them are no names. */
export function isForeignMention({ type, features }: FeatureStructure): boolean {
  if (!features.has('begin') || !features.has('end') || type === pieceType) return false
  if (type === namedEntityType) return true
  return !/^(?:uima|de\.tudarmstadt\.ukp|org\.dkpro)\./.test(type)
}

/** The first feature that says one, else the layer's own name. */
export function foreignType(structure: FeatureStructure): string {
  const name = typeFeature(structure)
  return (name && textFeature(structure, name)) ?? structure.type.replace(/^.*\./, '')
}

function typeFeature(structure: FeatureStructure): string | undefined {
  return typeFeatures.find((name) => Boolean(textFeature(structure, name)))
}

/** What our words for features say in a layer of others; all else are attributes. `parts` as ours would be read. */
export function foreignParts(
  structure: FeatureStructure,
  parts: Parts,
  values: CasValues,
): Pick<ReadMention, 'attributes' | 'note' | 'confidence'> & Pick<Parts, 'status'> {
  const { note, status, confidence } = parts
  const isShare = confidence !== undefined && confidence >= 0 && confidence <= 1
  const said = new Set([
    typeFeature(structure),
    ...(status === undefined ? [] : ['status']),
    ...(isShare ? ['confidence'] : []),
  ])
  const names = [...structure.features.keys()].filter(
    (name) => !structural.has(name) && !said.has(name),
  )
  const attributes = attributesOf(structure, names, values)
  return {
    ...(note === undefined ? {} : { note }),
    ...(status === undefined ? {} : { status }),
    ...(isShare ? { confidence } : {}),
    ...(attributes === undefined ? {} : { attributes }),
  }
}

/** The values of features; `undefined` where none has one. */
export function attributesOf(
  structure: FeatureStructure,
  names: readonly string[],
  { value }: CasValues,
): Attributes | undefined {
  const found = names.flatMap((name): [string, Attributes[string]][] => {
    const said = value(structure, name)
    return said === undefined || said === '' ? [] : [[name, said]]
  })
  return found.length === 0 ? undefined : Object.fromEntries(found)
}

/** The entity that a named entity of DKPro, and what is like it, names. */
export function foreignEntity(structure: FeatureStructure): Pick<ReadMention, 'entity'> {
  const entity = textFeature(structure, 'identifier')
  return entity ? { entity } : {}
}

/**
 * Link features between mentions are relations from the one that has them, of the type of their role. `unread` hears
 * of features that lead to something else.
 */
export function foreignLinks(
  { structures }: Cas,
  mentions: ReadonlyMap<number, ReadMention>,
  { isReference, links, value }: CasValues,
  unread: (type: string, feature: string) => void,
): readonly ExchangeRelation[] {
  const relations: ExchangeRelation[] = []
  // Mentions may share one list of links, so that a short file has very many.
  let left = mostAnnotations
  for (const structure of structures) {
    const from = mentions.get(structure.id)?.id
    if (from === undefined) continue
    for (const name of structure.features.keys()) {
      if (structural.has(name) || name === 'pieces' || !isReference(structure, name)) continue
      if (value(structure, name) !== undefined) continue
      for (const link of links(structure, name)) {
        if (--left < 0) return relations
        const [target = 0] = referencesFeature(link, 'target')
        const to = mentions.get(target)?.id
        if (to === undefined) {
          unread(structure.type, name)
          continue
        }
        const type = textFeature(link, 'role') ?? name
        relations.push({ id: `${structure.id}-${link.id}`, type, status: 'accepted', from, to })
      }
    }
  }
  return relations
}
