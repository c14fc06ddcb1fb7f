/** Layers that are not ours, as other projects of INCEpTION have them: what they say as mentions. */
import type { ExchangeRelation, ReadMention } from '../format/model.ts'
import { type Cas, type FeatureStructure, referencesFeature, textFeature } from './model.ts'
import { namedEntityType, pieceType } from './type-system.ts'

/** Features that say the type: `value` is that of DKPro's named entities. */
const typeFeatures = ['label', 'value', 'kind', 'category']
/** Features that say something else than an attribute. */
const known = new Set([
  ...typeFeatures,
  ...['sofa', 'begin', 'end', 'id', 'note', 'status', 'confidence', 'identifier'],
])

/** Sentences, tokens and what linguists add to them are no names. */
export function isForeignMention({ type, features }: FeatureStructure): boolean {
  if (!features.has('begin') || !features.has('end') || type === pieceType) return false
  if (type === namedEntityType) return true
  return !/^(?:uima|de\.tudarmstadt\.ukp|org\.dkpro)\./.test(type)
}

/** The first feature that says one, else the layer's own name. */
export function foreignType(structure: FeatureStructure): string {
  for (const name of typeFeatures) {
    const value = textFeature(structure, name)
    if (value) return value
  }
  return structure.type.replace(/^.*\./, '')
}

/** The entity, and the other features. What could be references, as XMI has them, is left out. */
export function foreignParts(
  structure: FeatureStructure,
): Pick<ReadMention, 'entity' | 'attributes'> {
  const attributes = [...structure.features].flatMap(([name, value]): [string, string][] => {
    const text = typeof value === 'object' ? undefined : textFeature(structure, name)
    const other = text === undefined || known.has(name) || /^[\d ]*$/.test(text)
    return other ? [] : [[name, text]]
  })
  const entity = textFeature(structure, 'identifier')
  return {
    ...(entity ? { entity } : {}),
    ...(attributes.length === 0 ? {} : { attributes: Object.fromEntries(attributes) }),
  }
}

/** Link features between mentions are relations from the one that has them, of the type of their role. */
export function foreignLinks(
  { structures }: Cas,
  mentions: ReadonlyMap<number, ReadMention>,
  find: (id: number) => FeatureStructure | undefined,
): readonly ExchangeRelation[] {
  const relations: ExchangeRelation[] = []
  for (const structure of structures) {
    const from = mentions.get(structure.id)?.id
    if (from === undefined) continue
    for (const name of structure.features.keys()) {
      for (const id of known.has(name) ? [] : referencesFeature(structure, name)) {
        const link = find(id)
        const to = link && mentions.get(referencesFeature(link, 'target')[0] ?? 0)?.id
        if (link === undefined || to === undefined) continue
        const type = textFeature(link, 'role') ?? name
        relations.push({ id: `${structure.id}-${id}`, type, status: 'accepted', from, to })
      }
    }
  }
  return relations
}
