/** Reading UIMA JSON: structures in a list or by their id. */
import { t } from '../../text/wording.ts'
import { isObject, type Json, type JsonObject, own, parseJson } from '../../values/json.ts'
import {
  type Cas,
  type FeatureStructure,
  type FeatureValue,
  referencesFeature,
} from '../cas/model.ts'
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
    const json = parseJson(decodeUtf8(content))
    if (!isObject(json)) return { pages: [], problems: [{ path, message: t('This is no JSON.') }] }
    const cas = casOfJson(json)
    if (cas === undefined) {
      return { pages: [], problems: [{ path, message: t('This is no CAS with a text.') }] }
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
  const kept = all.filter((structure) => {
    const [view] = referencesFeature(structure, 'sofa')
    return view === undefined || view === sofa.id
  })
  return { text, structures: kept, others: all.length - kept.length }
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

/** A list is one of references where it is said so, or holds structures; else of values. */
function featureOf(name: string, value: Json): FeatureValue | undefined {
  if (value === null || (name.startsWith('%') && name !== '%ELEMENTS')) return undefined
  if (isJsonList(value)) {
    const refs = value.filter((each) => typeof each === 'number')
    if (name === '%ELEMENTS' || name.startsWith('@')) {
      if (refs.length === value.length) return { refs, list: true }
    }
    const texts = value.filter((each) => typeof each !== 'object').map(String)
    return texts.length === 0 ? undefined : { texts }
  }
  if (typeof value === 'object') return undefined
  if (!name.startsWith('@')) return value
  return typeof value === 'number' ? { refs: [value], list: false } : undefined
}
