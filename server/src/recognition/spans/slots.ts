/** A slot of a table for each of many features, so that one look says whether the table has a feature: there is no search. */

export interface Slots {
  /** By bucket: what brings each of its features to a slot that no other has. */
  readonly seeds: Uint8Array
  /** 32 less the binary logarithm of the number of slots. */
  readonly slotShift: number
}

/** The first bits of a feature are its bucket, of which there are so many; some have five features, most less. */
const bucketBits = 14
const buckets = 1 << bucketBits
export const bucketShift = 32 - bucketBits

/** The slot of a feature with the seed of its bucket. */
export function slotOf(feature: number, seed: number, slotShift: number): number {
  return Math.imul(feature ^ Math.imul(seed, 0x9e3779b1), 0x85ebca6b) >>> slotShift
}

/** A third of the slots or more stay empty. `features` are hashes other than 0. */
export function slotsFor(features: Uint32Array): Slots {
  const parted = partedByBucket(features)
  let bits = 4
  while (1 << bits < features.length * 1.5) bits++
  for (; ; bits++) {
    const seeds = seedsFor(parted, 32 - bits)
    if (seeds !== undefined) return { seeds, slotShift: 32 - bits }
  }
}

interface Parted {
  /** Bucket by bucket. */
  readonly features: Int32Array
  /** Where each bucket begins, and where the last one ends. */
  readonly begins: Int32Array
}

function partedByBucket(features: Uint32Array): Parted {
  const begins = new Int32Array(buckets + 1)
  for (const feature of features) {
    const next = (feature >>> bucketShift) + 1
    begins[next] = (begins[next] ?? 0) + 1
  }
  for (let i = 1; i <= buckets; i++) begins[i] = (begins[i] ?? 0) + (begins[i - 1] ?? 0)
  // Buckets follow each other as their features do.
  return { features: Int32Array.from(features.slice().sort()), begins }
}

/** `undefined` where the slots are too few. The largest buckets choose first, as long as most slots are free. */
function seedsFor({ features, begins }: Parted, slotShift: number): Uint8Array | undefined {
  const seeds = new Uint8Array(buckets)
  const taken = new Int32Array(2 ** (32 - slotShift))
  const sizes = Int32Array.from(
    seeds,
    (_, bucket) => (begins[bucket + 1] ?? 0) - (begins[bucket] ?? 0),
  )
  const bySize = sizes.map((size, bucket) => size * buckets + bucket).sort()
  for (let i = buckets - 1; i >= 0; i--) {
    const bucket = (bySize[i] ?? 0) % buckets
    const own = features.subarray(begins[bucket], begins[bucket + 1])
    let seed = 0
    while (!takeSlots(own, seed, slotShift, taken)) if (++seed > 255) return undefined
    seeds[bucket] = seed
  }
  return seeds
}

/** Whether all of the features have slots of their own by the seed; if so, they are theirs. */
function takeSlots(
  features: Int32Array,
  seed: number,
  slotShift: number,
  taken: Int32Array,
): boolean {
  for (let i = 0; i < features.length; i++) {
    const feature = features[i] ?? 0
    const slot = slotOf(feature, seed, slotShift)
    const other = taken[slot] ?? 0
    if (other === 0) taken[slot] = feature
    else if (other !== feature) {
      while (--i >= 0) taken[slotOf(features[i] ?? 0, seed, slotShift)] = 0
      return false
    }
  }
  return true
}
