/** Reading UIMA JSON: structures in a list or by their id. */
import { isObject, type Json, type JsonObject, own, parseJson } from '../../values/json.ts'
import type { Cas, FeatureStructure, FeatureValue } from '../cas/model.ts'
import { readingOfCas } from '../cas/read-cas.ts'
import { sofaType } from '../cas/type-system.ts'
import { decodeUtf8 } from '../file/files.ts'
import { isJsonList, listOf, stringOf } from '../file/json-values.ts'
import { allowedXml } from '../file/xml.ts'
import type { FormatReader } from '../format/format.ts'

export const jsonCasReader: FormatReader = {
  accepts: (path) => /\.json$/i.test(path) && !/(?:^|\/)layers\.json$/i.test(path),
  companions: () => [],
  read({ path, content }) {
    const json = parseJson(decodeUtf8(content).replace(/^\uFEFF/, ''))
    if (!isObject(json)) return { pages: [], problems: [{ path, message: 'This is no JSON.' }] }
    const cas = casOfJson(json)
    if (cas === undefined) {
      return { pages: [], problems: [{ path, message: 'This is no CAS with a text.' }] }
    }
    return readingOfCas(cas, { path, shown: allowedXml })
  },
}

/** Structures of the first view that has a text. */
function casOfJson(json: JsonObject): Cas | undefined {
  const given = own(json, '%FEATURE_STRUCTURES')
  const structures = isObject(given)
    ? Object.entries(given).map(([id, each]) => structureOf(each, Number(id)))
    : listOf(given).map((each) => structureOf(each, undefined))
  const all = structures.filter((each) => each !== undefined)
  const sofas = all.filter(({ type, features }) => type === sofaType && features.has('sofaString'))
  const sofa = sofas.find(({ features }) => features.get('sofaID') === '_InitialView') ?? sofas[0]
  const text = sofa?.features.get('sofaString')
  if (sofa === undefined || typeof text !== 'string') return undefined
  return {
    text,
    structures: all.filter(({ features }) => {
      const view = features.get('sofa')
      return typeof view !== 'object' || view.refs[0] === sofa.id
    }),
  }
}

function structureOf(json: Json, key: number | undefined): FeatureStructure | undefined {
  if (!isObject(json)) return undefined
  const id = key ?? own(json, '%ID')
  const type = stringOf(json, '%TYPE')
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || type === undefined) return undefined
  const features = new Map<string, FeatureValue>()
  for (const [name, value] of Object.entries(json)) {
    const feature = featureOf(name, value)
    // `@target` is a reference, `^begin` a position, `#score` a number that JSON has no word for.
    const plain = name === '%ELEMENTS' ? 'elements' : name.replace(/^[@^#]/, '')
    if (feature !== undefined) features.set(plain, feature)
  }
  return { id, type, features }
}

function featureOf(name: string, value: Json): FeatureValue | undefined {
  if (name === '%ELEMENTS') {
    const refs = isJsonList(value) ? value.filter((each) => typeof each === 'number') : []
    return { refs, list: true }
  }
  if (name.startsWith('%') || value === null || typeof value === 'object') return undefined
  if (!name.startsWith('@')) return value
  return typeof value === 'number' ? { refs: [value], list: false } : undefined
}
