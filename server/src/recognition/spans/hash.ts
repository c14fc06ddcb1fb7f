/** Features as 32-bit numbers: FNV-1a over what they consist of. */

export const hashSeed = 0x811c9dc5

/** `hash` with one more number mixed in, a UTF-16 unit or another hash. */
export function mix(hash: number, value: number): number {
  const low = Math.imul(hash ^ (value & 0xffff), 0x01000193)
  return Math.imul(low ^ (value >>> 16), 0x01000193)
}

export function hashOf(text: string): number {
  let hash = hashSeed
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i))
  return hash
}

/** Spreads the bits of a finished feature; never 0, which means an empty slot. */
export function finish(hash: number): number {
  const high = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const low = Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  return low ^ (low >>> 16) || 1
}
