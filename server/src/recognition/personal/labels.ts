/**
 * The labels that characters get: 0 is outside of all names; each type has four more for the first,
 * an inner, the last and the only character of a name.
 */

export function labelCount(typeCount: number): number {
  return 1 + 4 * typeCount
}

export function first(type: number): number {
  return 1 + 4 * type
}

export function inner(type: number): number {
  return 2 + 4 * type
}

export function last(type: number): number {
  return 3 + 4 * type
}

export function only(type: number): number {
  return 4 + 4 * type
}

/** Sets the labels of a name over `[start, end)`. */
export function markName(labels: Uint8Array, start: number, end: number, type: number): void {
  if (end - start === 1) labels[start] = only(type)
  if (end - start < 2) return
  labels.fill(inner(type), start + 1, end - 1)
  labels[start] = first(type)
  labels[end - 1] = last(type)
}
