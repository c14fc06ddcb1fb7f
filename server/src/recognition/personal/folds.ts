/** Which pages are held back when a model is judged. */
import { hashOf } from '../spans/hash.ts'

/** From so many pages on, one part of five is held back; below, every page is, once. */
export const manyPages = 21

/**
 * Indices of pages held back, one list for each training: each page alone for less than five, every
 * fifth for more. For many pages it is one list, which keeps its pages when others are added.
 */
export function heldBack(ids: readonly string[]): readonly (readonly number[])[] {
  if (ids.length < 2) return []
  const indices = ids.map((_, index) => index)
  if (ids.length < 5) return indices.map((index) => [index])
  if (ids.length < manyPages) {
    return [0, 1, 2, 3, 4].map((fold) => indices.filter((index) => index % 5 === fold))
  }
  const chosen = indices.filter((index) => hashOf(ids[index] ?? '') % 5 === 0)
  return [chosen.length > 0 ? chosen : indices.filter((index) => index % 5 === 0)]
}
