/**
 * The labels that characters get: 0 is outside of all names; each type has four more for the first,
 * an inner, the last and the only character of a name.
 */

export const outside = 0

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

/** Index of the type of `label`; -1 for outside. */
export function typeOf(label: number): number {
  return (label - 1) >> 2
}

/** Whether a text may begin with `label`: not in the midst of a name. */
export function mayBegin(label: number): boolean {
  return label === outside || (label & 3) === 1 || (label & 3) === 0
}

/** Whether a text may end with `label`: not in the midst of a name. */
export function mayEnd(label: number): boolean {
  return label === outside || (label & 3) === 3 || (label & 3) === 0
}

export function mayFollow(before: number, label: number): boolean {
  if (mayEnd(before)) return mayBegin(label)
  return !mayBegin(label) && typeOf(before) === typeOf(label)
}

/** Pairs of labels that may follow each other, `[from, to, from, to, …]`, in order of `to`. */
export function arcsOf(typeCount: number): Uint8Array {
  const arcs: number[] = []
  for (let to = 0; to < labelCount(typeCount); to++) {
    for (let from = 0; from < labelCount(typeCount); from++) {
      if (mayFollow(from, to)) arcs.push(from, to)
    }
  }
  return Uint8Array.from(arcs)
}

/** Sets the labels of a name over `[start, end)`. */
export function markName(labels: Uint8Array, start: number, end: number, type: number): void {
  if (end - start === 1) labels[start] = only(type)
  if (end - start < 2) return
  labels.fill(inner(type), start + 1, end - 1)
  labels[start] = first(type)
  labels[end - 1] = last(type)
}
