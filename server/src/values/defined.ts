/** Objects whose optional keys are left out, not set to `undefined`. */

/** The type of `T` without the value `undefined`: keys that could have it are optional. */
export type Defined<T> = {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
} & {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K]
}

/** The same object without the keys that are `undefined`, in the same order. */
export function defined<T extends object>(values: T): Defined<T> {
  const kept: Partial<T> = {}
  for (const key in values) if (values[key] !== undefined) kept[key] = values[key]
  return kept as unknown as Defined<T>
}
