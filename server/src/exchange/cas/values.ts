/**
 * What a feature of a layer that we do not know is: a value, several values, or a reference. XMI does not tell them
 * apart: a number is a place code, a year or a grade, unless all numbers of the feature are ids of links.
 */
import { append } from '../../values/append.ts'
import { oncePer } from '../../values/once-per.ts'
import {
  betweenTexts,
  type Cas,
  type FeatureStructure,
  referencesFeature,
  textFeature,
} from './model.ts'

export interface CasValues {
  structure(id: number): FeatureStructure | undefined
  /** `undefined` for a reference, and for nothing. */
  value(structure: FeatureStructure, name: string): string | number | boolean | undefined
  /** The structures to which a feature leads, those of an array one by one; none for a value. */
  links(structure: FeatureStructure, name: string): readonly FeatureStructure[]
  isReference(structure: FeatureStructure, name: string): boolean
}

/** Values of a list that are read at most, and the structures that many may share. */
const longestList = 1000

export function casValues({ structures }: Cas): CasValues {
  const byId = new Map(structures.map((structure) => [structure.id, structure]))
  const structure = (id: number): FeatureStructure | undefined => byId.get(id)
  const targets = (each: FeatureStructure, name: string): readonly FeatureStructure[] =>
    referencesFeature(each, name).flatMap((id) => structure(id) ?? [])
  const elements = oncePer((list: FeatureStructure) => elementsOf(list, structure))
  /** By type and feature: whether each of its values in the file leads to links or lists. */
  const leading = new Map<string, boolean>()
  for (const each of structures) {
    for (const [name, value] of each.features) {
      if (typeof value !== 'string') continue
      const key = `${each.type} ${name}`
      if (leading.get(key) === false) continue
      const ids = referencesFeature(each, name)
      const found = targets(each, name)
      leading.set(key, ids.length > 0 && found.length === ids.length && found.every(isLed))
    }
  }
  const isReference = (each: FeatureStructure, name: string): boolean => {
    const value = each.features.get(name)
    if (typeof value === 'object') return 'refs' in value
    return chainFeatures.has(name) || leading.get(`${each.type} ${name}`) === true
  }
  return {
    structure,
    isReference,
    value(each, name) {
      const value = each.features.get(name)
      if (typeof value === 'number' || typeof value === 'boolean') return value
      if (!isReference(each, name)) return textFeature(each, name)
      const [list, ...others] = targets(each, name)
      const texts = list && others.length === 0 ? elements(list).texts : []
      return texts.length === 0 ? undefined : texts.join(betweenTexts)
    },
    links(each, name) {
      if (!isReference(each, name)) return []
      return targets(each, name).flatMap((target) =>
        isList(target) ? elements(target).links : [target],
      )
    },
  }
}

/** What leads from one link of a chain to the next. */
const chainFeatures: ReadonlySet<string> = new Set(['next', 'first'])

/** A link from a feature to its target, or an array or list. */
function isLed(structure: FeatureStructure): boolean {
  const { features } = structure
  return isList(structure) || (features.has('target') && !features.has('begin'))
}

export function isList({ type }: FeatureStructure): boolean {
  return type.endsWith('[]') || /^uima\.cas\.\w*(?:Array|List)$/.test(type)
}

function elementsOf(
  first: FeatureStructure,
  structure: (id: number) => FeatureStructure | undefined,
): { readonly texts: readonly string[]; readonly links: readonly FeatureStructure[] } {
  const texts: string[] = []
  const links: FeatureStructure[] = []
  let list: FeatureStructure | undefined = first
  for (let n = 0; list !== undefined && n < longestList; n++) {
    for (const name of ['elements', 'head']) {
      const isOfLinks: boolean = /FS|\[\]$/.test(list.type)
      const value = list.features.get(name)
      if (isOfLinks) {
        append(
          links,
          referencesFeature(list, name).flatMap((id) => structure(id) ?? []),
        )
      } else if (typeof value === 'object') {
        append(texts, 'texts' in value ? value.texts : value.refs.map(String))
      } else if (typeof value === 'string') {
        // Numbers stand in one attribute, texts in elements.
        append(texts, list.type.includes('String') ? [value] : value.split(/\s+/))
      } else if (value !== undefined) texts.push(String(value))
    }
    const [tail]: readonly number[] = referencesFeature(list, 'tail')
    list = tail === undefined ? undefined : structure(tail)
  }
  return { texts: texts.filter((text) => text !== ''), links }
}
