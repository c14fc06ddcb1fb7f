/** Ids of records: ULIDs, which sort by the time at which they were made. */

interface IdSource {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Random bytes. */
  readonly random: (count: number) => Uint8Array
}

/**
 * A maker of ids of 26 characters. Each is greater than the one before it, also within one
 * millisecond and when the clock is set back.
 */
export function idMaker({ now, random }: IdSource): () => string {
  let time = -1
  let digits: number[] = []
  return () => {
    const current = clamp(now())
    if (current > time) {
      time = current
      digits = randomDigits(random)
    } else if (!increment(digits)) {
      // 32 ** 16 ids in one millisecond: the next one is borrowed.
      time++
      digits = randomDigits(random)
    }
    return timeDigits(time) + digits.map((digit) => alphabet.charAt(digit)).join('')
  }
}

export function isUlid(text: string): boolean {
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text)
}

/** Crockford's base 32: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Whole milliseconds that 48 bits hold. */
function clamp(time: number): number {
  return Number.isFinite(time) ? Math.max(0, Math.min(2 ** 48 - 1, Math.floor(time))) : 0
}

function timeDigits(time: number): string {
  let rest = time
  let text = ''
  for (let i = 0; i < 10; i++) {
    text = alphabet.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}

/** 16 digits of five bits each. */
function randomDigits(random: (count: number) => Uint8Array): number[] {
  return Array.from(random(16), (byte) => byte & 31)
}

/** False where all digits were at their greatest. Changes `digits`. */
function increment(digits: number[]): boolean {
  for (let i = digits.length - 1; i >= 0; i--) {
    const digit = digits[i] ?? 0
    digits[i] = (digit + 1) % 32
    if (digit < 31) return true
  }
  return false
}
