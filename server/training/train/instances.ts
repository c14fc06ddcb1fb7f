/** Samples as numbers: features of every character, and the label that it should get. */
import { featuresAt, mostFeatures } from '../../src/recognition/learned/features.ts'
import { markName } from '../../src/recognition/learned/labels.ts'
import { segmentsOf } from '../../src/recognition/learned/segments.ts'
import { signalsOf } from '../../src/recognition/learned/signals.ts'
import { lexicon, type Sample } from './samples.ts'

export interface Instances {
  /** Where each sequence of characters begins, and the end of the last. */
  readonly starts: Uint32Array
  /** By sequence, the source of its sample. */
  readonly sources: readonly string[]
  /** By character. */
  readonly labels: Uint8Array
  /** By character, where its features begin in `features`, and the end of the last. */
  readonly featureStarts: Uint32Array
  /** Indices of features in `keys`. */
  readonly features: Uint32Array
  /** Hashes of the features, the most frequent first. */
  readonly keys: Uint32Array
}

/** Features that are met less often than `least` are left out: L1 would drop them anyway. */
export function instancesOf(
  samples: readonly Sample[],
  types: readonly string[],
  least: number,
): Instances {
  const starts = [0]
  const sources: string[] = []
  const labels: number[] = []
  const featureStarts = [0]
  const hashes = new Numbers()
  const found = new Uint32Array(mostFeatures)
  for (const { unit, names, source } of samples) {
    const wanted = new Uint8Array(unit.text.length)
    for (const { start, end, type } of names) {
      const index = types.indexOf(type)
      if (index >= 0) markName(wanted, start, end, index)
    }
    const signals = signalsOf(unit, lexicon)
    for (const segment of segmentsOf(unit.text)) {
      for (let at = segment.start; at < segment.end; at++) {
        const count = featuresAt(signals, at, segment, found)
        for (const feature of found.subarray(0, count)) hashes.push(feature)
        featureStarts.push(hashes.length)
        labels.push(wanted[at] ?? 0)
      }
      starts.push(labels.length)
      sources.push(source)
    }
  }
  const keys = frequent(hashes.values(), least)
  return {
    starts: Uint32Array.from(starts),
    sources,
    labels: Uint8Array.from(labels),
    ...keep(hashes.values(), featureStarts, keys),
    keys,
  }
}

/** A list of numbers that grows without an object for each. */
class Numbers {
  length = 0
  #values = new Uint32Array(1 << 20)

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Uint32Array(this.length * 2)
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[this.length++] = value
  }

  values(): Uint32Array {
    return this.#values.subarray(0, this.length)
  }
}

/**
 * Numbers that stand at least `least` times in `hashes`, the most frequent first: what is used
 * together lies together in memory, which makes training twice as fast.
 */
function frequent(hashes: Uint32Array, least: number): Uint32Array {
  const sorted = hashes.slice().sort()
  const kept: { readonly hash: number; readonly times: number }[] = []
  for (let at = 0; at < sorted.length; ) {
    const hash = sorted[at] ?? 0
    const start = at
    while (sorted[at] === hash) at++
    if (at - start >= least) kept.push({ hash, times: at - start })
  }
  kept.sort((a, b) => b.times - a.times || a.hash - b.hash)
  return Uint32Array.from(kept, ({ hash }) => hash)
}

function keep(
  hashes: Uint32Array,
  featureStarts: readonly number[],
  keys: Uint32Array,
): Pick<Instances, 'featureStarts' | 'features'> {
  const features = new Numbers()
  const starts = new Uint32Array(featureStarts.length)
  const index = new Map<number, number>()
  for (const [i, key] of keys.entries()) index.set(key, i)
  for (let character = 0; character + 1 < featureStarts.length; character++) {
    const end = featureStarts[character + 1] ?? 0
    for (let at = featureStarts[character] ?? 0; at < end; at++) {
      const known = index.get(hashes[at] ?? 0)
      if (known !== undefined) features.push(known)
    }
    starts[character + 1] = features.length
  }
  return { featureStarts: starts, features: features.values() }
}
