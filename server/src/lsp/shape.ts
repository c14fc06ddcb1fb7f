/** The forms that parameters of requests have, and what is to be said of a value that has another one. */

export interface Shape<T> {
  readonly isOptional?: true
  /** A sentence on what is wrong, in English; `undefined` where nothing is. `name` is that of the value. */
  fault(value: unknown, name: string): string | undefined
  /** Says only which type the shape is of. */
  readonly of?: T
}

export interface OptionalShape<T> extends Shape<T> {
  readonly isOptional: true
}

/** A shape for each key of `T`. An optional key has an optional shape. */
export type Fields<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? OptionalShape<Exclude<T[K], undefined>>
    : Shape<T[K]>
}

export const text: Shape<string> = primitive('a string')
export const number: Shape<number> = primitive('a number')
export const flag: Shape<boolean> = primitive('true or false')

/** Parameters that are not read. */
export const anything: Shape<unknown> = { fault: () => undefined }

export function optional<T>({ fault }: Shape<T>): OptionalShape<T> {
  return {
    isOptional: true,
    fault: (value, name) => (value === undefined ? undefined : fault(value, name)),
  }
}

export function oneOf<T extends string>(...values: readonly T[]): Shape<T> {
  return {
    fault: (value, name) =>
      values.some((each) => each === value)
        ? undefined
        : `${name} has to be one of ${values.join(', ')}.`,
  }
}

export function list<T>(each: Shape<T>): Shape<readonly T[]> {
  return {
    fault: (value, name) =>
      Array.isArray(value)
        ? firstOf(value.map((one: unknown, at) => [`${name}[${at}]`, one, each]))
        : `${name} has to be a list.`,
  }
}

/** An object with values of one shape under keys of any name. */
export function record<T>(each: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    fault: (value, name) =>
      isObject(value)
        ? firstOf(Object.entries(value).map(([key, one]) => [`${name}.${key}`, one, each]))
        : `${name} has to be an object.`,
  }
}

/** Keys that are not among `fields` are left alone: clients may know more. */
export function object<T extends object>(fields: Fields<T>): Shape<T> {
  const all: readonly (readonly [string, Shape<unknown>])[] = Object.entries(fields)
  return {
    fault: (value, name) =>
      isObject(value)
        ? firstOf(all.map(([key, shape]) => [`${name}.${key}`, value[key], shape]))
        : `${name} has to be an object.`,
  }
}

/** An object that has further fields by its `kind`. */
export function kinds<T extends { readonly kind: string }>(
  byKind: {
    readonly [K in T['kind']]: Shape<Extract<T, { readonly kind: K }>>
  },
): Shape<T> {
  const known: ReadonlyMap<unknown, Shape<unknown>> = new Map(Object.entries(byKind))
  return {
    fault(value, name) {
      if (!isObject(value)) return `${name} has to be an object.`
      const shape = known.get(value['kind'])
      if (shape !== undefined) return shape.fault(value, name)
      return `${name}.kind has to be one of ${[...known.keys()].join(', ')}.`
    },
  }
}

function primitive<T extends string | number | boolean>(
  what: 'a string' | 'a number' | 'true or false',
): Shape<T> {
  const type = { 'a string': 'string', 'a number': 'number', 'true or false': 'boolean' }[what]
  return {
    fault: (value, name) => (typeof value === type ? undefined : `${name} has to be ${what}.`),
  }
}

function firstOf(
  values: readonly (readonly [string, unknown, Shape<unknown>])[],
): string | undefined {
  for (const [name, value, shape] of values) {
    const fault = shape.fault(value, name)
    if (fault !== undefined) return fault
  }
  return undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
