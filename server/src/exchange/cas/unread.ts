/** What a CAS has beside what is read: layers and features, each said once with its number. */
import { t, type Wording } from '../../text/wording.ts'
import type { Cas, FeatureStructure } from './model.ts'
import { casTypes, documentType, sentenceType, tokenType } from './type-system.ts'
import { isList } from './values.ts'

/** Layers of ours, and those that say nothing but how a text is cut and kept. */
const known: ReadonlySet<string> = new Set([
  ...casTypes.map(({ name }) => name),
  ...[documentType, sentenceType, tokenType],
])
const ofTools =
  /^(?:uima\.|org\.dkpro\.core\.api\.xml\.|de\.tudarmstadt\.ukp\.(?:clarin\.webanno|inception)\.|de\.tudarmstadt\.ukp\.dkpro\.core\.api\.metadata\.)/

/** Features that each structure has. */
const plain: ReadonlySet<string> = new Set(['sofa', 'begin', 'end'])

export class Unread {
  readonly #layers = new Map<string, { count: number; features: Set<string> }>()
  readonly #features = new Map<string, number>()

  /** One of a layer that is not read, unless it is none that a person annotates. */
  structure(structure: FeatureStructure): void {
    const { type, features } = structure
    // A link is told of with the feature that leads to it.
    const isLink = features.has('target') && !features.has('begin')
    if (known.has(type) || ofTools.test(type) || isList(structure) || isLink) return
    const layer = this.#layers.get(type) ?? { count: 0, features: new Set<string>() }
    this.#layers.set(type, layer)
    layer.count++
    for (const name of features.keys()) if (!plain.has(name)) layer.features.add(name)
  }

  feature(type: string, name: string): void {
    const key = t('{0} of {1}', name, type)
    this.#features.set(key, (this.#features.get(key) ?? 0) + 1)
  }

  /** Sentences. */
  sentences({ others = 0 }: Cas): readonly Wording[] {
    const layers = [...this.#layers].map(([type, { count, features }]) => {
      const names = features.size === 0 ? '' : ` (${[...features].slice(0, 10).join(', ')})`
      return t('{0} is not read: {1}{2}.', type, count, names)
    })
    const features = [...this.#features].map(([key, count]) =>
      t('{0} is not read: {1}.', key, count),
    )
    const views = others === 0 ? [] : [t('Annotations of other views are not read: {0}.', others)]
    return [...layers, ...features, ...views]
  }
}
