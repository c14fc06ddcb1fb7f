/** Merging one record key by key. Keys that belong together are one: a place, a decision. */
import { isObject, type Json, type JsonObject, own, sameJson } from '../../values/json.ts'

export interface MergedKeys {
  readonly merged: JsonObject
  /** Keys that both sides changed, each to another value. Attributes are named `attributes.part`. */
  readonly keys: readonly string[]
}

/** Where something stands goes from one side as a whole: offsets without their quote say nothing. */
const placeKeys = ['at', 'quote', 'prefix', 'suffix', 'anchor', 'marked', 'of']
/** Who said it when is of the side that changed it, of the later one where both did. */
const authorKeys = ['who', 'when']
/** Keys that change without anybody's decision about the record. */
const undecided = new Set([...placeKeys, ...authorKeys])
const apart = new Set([...placeKeys, ...authorKeys, 'attributes', 'conflict'])

/** Whether the two say the same, places and authors aside. */
export function onlyDerivedDiffers(a: JsonObject, b: JsonObject): boolean {
  return (
    keysOf(a, b).every((key) => undecided.has(key) || sameJson(own(a, key), own(b, key))) &&
    sameJson(markedPlace(a, isOneText(a, b)), markedPlace(b, isOneText(a, b)))
  )
}

/** `base` is empty where both sides added the record. */
export function mergeKeys(base: JsonObject, ours: JsonObject, theirs: JsonObject): MergedKeys {
  const merged = new Map<string, Json>()
  const lost = new Map<string, Json>()
  const take = (from: JsonObject, keys: readonly string[]): void => {
    for (const key of keys) {
      const value = own(from, key)
      if (value !== undefined) merged.set(key, value)
    }
  }
  for (const key of keysOf(ours, theirs)) {
    if (apart.has(key)) continue
    const value = mergeValue(own(base, key), own(ours, key), own(theirs, key))
    if (value.merged !== undefined) merged.set(key, value.merged)
    if (value.lost !== undefined) lost.set(key, value.lost)
  }
  const attributes = mergeAttributes(base, ours, theirs)
  if (attributes.merged !== undefined) merged.set('attributes', attributes.merged)
  for (const [key, value] of attributes.lost) lost.set(key, value)
  const place = mergePlace(base, ours, theirs)
  take(place.from, placeKeys)
  if (place.isConflict) {
    lost.set('quote', own(theirs, 'quote') ?? null)
    lost.set('at', own(theirs, 'at') ?? null)
  }
  take(authorOf(base, ours, theirs), authorKeys)
  const conflict = mergeNotes(base, ours, theirs, lost)
  if (conflict !== undefined) merged.set('conflict', conflict)
  return { merged: Object.fromEntries(merged), keys: [...lost.keys()] }
}

interface MergedValue {
  readonly merged: Json | undefined
  /** What theirs has, where both changed it; `null` where theirs has none. */
  readonly lost?: Json
}

function mergeValue(
  base: Json | undefined,
  ours: Json | undefined,
  theirs: Json | undefined,
): MergedValue {
  if (sameJson(ours, theirs) || sameJson(base, theirs)) return { merged: ours }
  if (sameJson(base, ours)) return { merged: theirs }
  return { merged: ours, lost: theirs ?? null }
}

function mergeAttributes(
  base: JsonObject,
  ours: JsonObject,
  theirs: JsonObject,
): { readonly merged: Json | undefined; readonly lost: readonly (readonly [string, Json])[] } {
  const [b, o, t] = [base, ours, theirs].map((side) => own(side, 'attributes'))
  if (!isObject(o) || !isObject(t)) {
    const { merged, lost } = mergeValue(b, o, t)
    return { merged, lost: lost === undefined ? [] : [['attributes', lost]] }
  }
  const merged = new Map<string, Json>()
  const lost: (readonly [string, Json])[] = []
  const old = isObject(b) ? b : {}
  for (const key of keysOf(o, t)) {
    const value = mergeValue(own(old, key), own(o, key), own(t, key))
    if (value.merged !== undefined) merged.set(key, value.merged)
    if (value.lost !== undefined) lost.push([`attributes.${key}`, value.lost])
  }
  return { merged: Object.fromEntries(merged), lost }
}

/** The side that marked another text; where none did, the one whose offsets are of the merged text. */
function mergePlace(
  base: JsonObject,
  ours: JsonObject,
  theirs: JsonObject,
): { readonly from: JsonObject; readonly isConflict: boolean } {
  const isOne = isOneText(ours, theirs) && (own(base, 'at') === undefined || isOneText(base, ours))
  const [b, o, t] = [base, ours, theirs].map((side) => markedPlace(side, isOne))
  const isConflict = mergeValue(b, o, t).lost !== undefined
  if (isConflict) return { from: ours, isConflict }
  if (sameJson(o, t)) {
    const isOursStale = own(ours, 'of') !== undefined && own(theirs, 'of') === undefined
    return { from: isOursStale || isOnlyTheirs(base, ours, theirs) ? theirs : ours, isConflict }
  }
  return { from: sameJson(b, o) ? theirs : ours, isConflict }
}

/** Whether theirs alone moved it: a person put an orphan back, say. */
function isOnlyTheirs(base: JsonObject, ours: JsonObject, theirs: JsonObject): boolean {
  const isOursMoved = placeKeys.some((key) => !sameJson(own(base, key), own(ours, key)))
  return !isOursMoved && sameJson(own(ours, 'of'), own(theirs, 'of'))
}

/** What a person marked, however the text has changed since; and where, if offsets can be compared. */
function markedPlace(record: JsonObject, withOffsets: boolean): Json | undefined {
  const text = own(record, 'marked') ?? own(record, 'quote')
  return text === undefined || !withOffsets ? text : [text, own(record, 'at') ?? null]
}

/** Whether the offsets of both count in the same text. */
function isOneText(a: JsonObject, b: JsonObject): boolean {
  return sameJson(own(a, 'of'), own(b, 'of'))
}

function authorOf(base: JsonObject, ours: JsonObject, theirs: JsonObject): JsonObject {
  const isOf = (side: JsonObject): boolean =>
    authorKeys.every((key) => sameJson(own(base, key), own(side, key)))
  if (isOf(theirs)) return ours
  // What takes back has the earlier date again.
  return isOf(ours) || isLater(theirs, ours) ? theirs : ours
}

function isLater(a: JsonObject, b: JsonObject): boolean {
  const [one, other] = [own(a, 'when'), own(b, 'when')]
  return typeof one === 'string' && (typeof other !== 'string' || one > other)
}

/** Conflicts that were there and are not resolved, then the new ones. */
function mergeNotes(
  base: JsonObject,
  ours: JsonObject,
  theirs: JsonObject,
  lost: ReadonlyMap<string, Json>,
): JsonObject | undefined {
  const [b, o, t] = [base, ours, theirs].map((side) => {
    const value = own(side, 'conflict')
    return isObject(value) ? value : {}
  })
  const notes = new Map<string, Json>()
  for (const key of keysOf(o ?? {}, t ?? {})) {
    const { merged } = mergeValue(own(b ?? {}, key), own(o ?? {}, key), own(t ?? {}, key))
    if (merged !== undefined) notes.set(key, merged)
  }
  for (const [key, value] of lost) notes.set(key, value)
  return notes.size === 0 ? undefined : Object.fromEntries(notes)
}

function keysOf(...objects: readonly JsonObject[]): readonly string[] {
  return [...new Set(objects.flatMap((object) => Object.keys(object)))]
}
