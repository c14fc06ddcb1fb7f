/** Objects with further keys, where there are very many of them. */

/**
 * The same as `{ ...object, ...more }`. The engine of Node 20 gives every object that is made by a spread and has further
 * keys behind it a shape of its own, which takes 200 bytes and slows down all that reads it.
 */
export function withKeys<T extends object, More extends object>(
  object: T,
  more: More,
): Omit<T, keyof More> & More {
  return Object.assign({}, object, more)
}
