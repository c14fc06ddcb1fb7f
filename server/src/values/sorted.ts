/** Search in what is sorted. */

/**
 * The first index from 0 to `length` at which `isFromHere` holds, `length` for none. `isFromHere` is
 * false up to that index and true from there on. Takes log n questions.
 */
export function firstIndex(length: number, isFromHere: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isFromHere(middle)) high = middle
    else low = middle + 1
  }
  return low
}
