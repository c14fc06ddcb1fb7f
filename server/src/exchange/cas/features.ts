/** The parts of a mention or relation as features of a CAS, and back. */
import { isObject, type Json, parseJson } from '../../values/json.ts'
import { stringOf } from '../file/json-values.ts'
import type { ExchangeMention, ExchangeRelation } from '../format/model.ts'
import { jsonOfParts, type Parts, partsOfJson } from '../our-page/parts.ts'
import { type FeatureStructure, type FeatureValue, numberFeature, textFeature } from './model.ts'

/** A text as a file can show it; `undefined` where it can show nothing. */
export type Shown = (text: string) => string | undefined

const texts = ['source', 'note', 'entity', 'reading', 'who', 'when', 'id'] as const

/** By name. What a file cannot show as it is stands in `exact` too, as JSON. */
export function featuresOf(
  statement: ExchangeMention | ExchangeRelation,
  shown: Shown,
): Map<string, FeatureValue> {
  const { type, status, confidence, unsure, attributes, extra } = statement
  const features = new Map<string, FeatureValue>()
  const exact: Record<string, string> = {}
  const add = (name: string, part: string, value: Json | undefined): void => {
    if (typeof value !== 'string') return
    const text = shown(value)
    if (text !== undefined) features.set(name, text)
    if (text !== value) exact[part] = value
  }
  add('label', 'type', type)
  features.set('status', status)
  if (confidence !== undefined) features.set('confidence', `${confidence}`)
  if (unsure) features.set('unsure', true)
  for (const [part, value] of Object.entries(jsonOfParts(statement, texts))) add(part, part, value)
  if (attributes !== undefined) features.set('attributes', plainJson(attributes))
  if (extra !== undefined) features.set('extra', plainJson(extra))
  if (Object.keys(exact).length > 0) features.set('exact', plainJson(exact))
  return features
}

/** JSON without what XML forbids and other tools take for a line break. */
export function plainJson(value: Json): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The parts that a structure says, and its type. `shown` as it was written with. Total. */
export function partsOfFeatures(
  structure: FeatureStructure,
  shown: Shown,
): { readonly parts: Parts; readonly type: string | undefined } {
  const exact = jsonFeature(structure, 'exact')
  const text = (name: string, part: string): string | undefined => {
    const value = textFeature(structure, name)
    const full = isObject(exact) ? stringOf(exact, part) : undefined
    // Another tool may have changed what it shows: that counts then.
    return full !== undefined && shown(full) === value ? full : value
  }
  const values: Record<string, Json> = {}
  for (const part of texts) {
    const value = text(part, part)
    if (value !== undefined) values[part] = value
  }
  const plain: readonly (readonly [string, Json | undefined])[] = [
    ['status', textFeature(structure, 'status')],
    ['confidence', numberFeature(structure, 'confidence')],
    ['unsure', textFeature(structure, 'unsure') === 'true'],
    ['attributes', jsonFeature(structure, 'attributes')],
    ['extra', jsonFeature(structure, 'extra')],
  ]
  for (const [part, value] of plain) if (value !== undefined) values[part] = value
  return { parts: partsOfJson(values), type: text('label', 'type') }
}

function jsonFeature(structure: FeatureStructure, name: string): Json | undefined {
  const text = textFeature(structure, name)
  return text === undefined ? undefined : parseJson(text)
}
