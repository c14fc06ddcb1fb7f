/** Features of the personal model: those of the shipped tagger, and what the rest of the recogniser found there. */
import type { Span } from '../../text/span.ts'
import { finish, hashOf, hashSeed, mix } from '../spans/hash.ts'
import { featuresAt, mostFeatures } from './character-features.ts'
import type { BaseName, LineSample } from './sample.ts'
import type { Signals } from './signals.ts'

/** No character has more. */
export const mostPersonalFeatures = mostFeatures + 24

/** Writes the features of one character to `out` and gives their number. `within` as for `featuresAt`. */
type PersonalFeatures = (at: number, within: Span, out: Uint32Array) => number

/** The feature that says: the recogniser found a name of `type` here, and this is its first (1), … character. */
export function baseFeature(type: string, place: number): number {
  return feature1(templates.found, mix(hashOf(type), place))
}

export function personalFeatures({ signals, base }: LineSample): PersonalFeatures {
  const places = placesOf(base, signals.length)
  const names = base.map((name) => describe(name, signals))
  return (at, within, out) => {
    let count = featuresAt(signals, at, within, out)
    const put = (feature: number): void => {
      out[count++] = feature
    }
    const c = signals.units[at] ?? 0
    const here = places.marks[at] ?? 0
    const before = at > within.start ? (places.marks[at - 1] ?? 0) : 1
    const after = at + 1 < within.end ? (places.marks[at + 1] ?? 0) : 1
    put(feature2(templates.around, mix(here, before), after))
    put(feature2(templates.character, here, c))
    put(feature2(templates.wordBefore, here, wordAt(signals, (signals.tokens[at] ?? 0) - 1)))
    put(feature2(templates.word, here, wordAt(signals, signals.tokens[at] ?? -1)))
    put(feature2(templates.wordAfter, here, wordAt(signals, (signals.tokens[at] ?? -2) + 1)))
    const name = names[places.indices[at] ?? -1]
    if (name === undefined) return count
    put(feature1(templates.found, here))
    for (const [template, value] of name) put(feature2(template, here, value))
    return count
  }
}

const templates = {
  found: 128,
  around: 129,
  character: 130,
  word: 131,
  wordBefore: 132,
  wordAfter: 133,
  name: 140,
} as const

/** By character: index of its base name, and one number for type and place of the character in it. */
function placesOf(base: readonly BaseName[], length: number) {
  const indices = new Int32Array(length).fill(-1)
  const marks = new Int32Array(length)
  for (const [index, { start, end, type }] of base.entries()) {
    const hash = hashOf(type)
    for (let at = start; at < end; at++) {
      indices[at] = index
      marks[at] = mix(hash, placeIn(at, start, end))
    }
  }
  return { indices, marks }
}

/** 1 first, 2 inner, 3 last, 4 only. */
function placeIn(at: number, start: number, end: number): number {
  if (end - start === 1) return 4
  if (at === start) return 1
  return at === end - 1 ? 3 : 2
}

/** Templates with what they say of a whole name. */
function describe(
  { start, end, reason, confidence }: BaseName,
  { units, length }: Signals,
): readonly (readonly [number, number])[] {
  const unit = (at: number): number => (at < 0 || at >= length ? 0 : (units[at] ?? 0))
  let whole = 7
  for (let at = start; at < end; at++) whole = mix(whole, unit(at))
  const values = [
    reason,
    whole,
    unit(end - 1),
    mix(unit(end - 2), unit(end - 1)),
    unit(start),
    mix(unit(start), unit(start + 1)),
    unit(start - 1),
    mix(unit(start - 2), unit(start - 1)),
    unit(end),
    mix(unit(end), unit(end + 1)),
    Math.min(end - start, 12),
    Math.floor(confidence * 10),
  ]
  return values.map((value, i) => [templates.name + i, value])
}

function wordAt({ words }: Signals, token: number): number {
  return words[token] ?? 1
}

function feature1(template: number, a: number): number {
  return finish(mix(hashSeed ^ template, a))
}

function feature2(template: number, a: number, b: number): number {
  return finish(mix(mix(hashSeed ^ template, a), b))
}
