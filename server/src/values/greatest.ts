/** The greatest of many numbers: `Math.max` takes no more of them than a call has arguments. */

/** `least` where none is greater. */
export function greatest(numbers: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let found = least
  for (const number of numbers) if (number > found) found = number
  return found
}
