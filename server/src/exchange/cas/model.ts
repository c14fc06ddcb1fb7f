/** A UIMA CAS as its files have it: a text, and feature structures that point to it and to each other. */

import { oncePer } from '../../values/once-per.ts'

export interface Cas {
  readonly text: string
  readonly structures: readonly FeatureStructure[]
  /** Annotations of other texts in the same file, which are left out. */
  readonly others?: number
}

export interface FeatureStructure {
  /** Positive; its own in the CAS. */
  readonly id: number
  /** With its package: `webanno.custom.BiaozhuMention`. */
  readonly type: string
  readonly features: ReadonlyMap<string, FeatureValue>
}

/** XMI does not say what a value is, so that a reader of it gives everything as text. */
export type FeatureValue = string | number | boolean | References | Texts

/** Several values of one feature. */
export interface Texts {
  readonly texts: readonly string[]
}

/** Ids of other structures; one for a feature that is no list. */
export interface References {
  readonly refs: readonly number[]
  readonly list: boolean
}

export function reference(id: number): References {
  return { refs: [id], list: false }
}

export function textFeature({ features }: FeatureStructure, name: string): string | undefined {
  const value = features.get(name)
  if (typeof value !== 'object') return value === undefined ? undefined : String(value)
  return 'texts' in value ? value.texts.join(betweenTexts) : undefined
}

/** Stands between several values where there is room for one. */
export const betweenTexts = '; '

/** `undefined` for what is no number. */
export function numberFeature(structure: FeatureStructure, name: string): number | undefined {
  const text = textFeature(structure, name)
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : undefined
}

/** The ids to which a feature points; none for one that is something else. */
export function referencesFeature({ features }: FeatureStructure, name: string): readonly number[] {
  const value = features.get(name)
  if (typeof value === 'object') return 'refs' in value ? value.refs : []
  if (typeof value !== 'string') return []
  const known = readReferences(features)
  const ids = known.get(name) ?? (/^\d+(?: \d+)*$/.test(value) ? value.split(' ').map(Number) : [])
  known.set(name, ids)
  return ids
}

/** By name of the feature: many structures may point to one that has a long list. */
const readReferences = oncePer(
  (_features: FeatureStructure['features']) => new Map<string, readonly number[]>(),
)
