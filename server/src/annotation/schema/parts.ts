/** What all parts of a schema are read with: lists of named things, labels, and where a mistake is. */
import { isObject, type Json, type JsonObject, own } from '../../values/json.ts'

/** A mistake in the schema. */
export interface SchemaProblem {
  /** Keys and indexes from the schema on: `['types', 0, 'colour']`. */
  readonly path: readonly (string | number)[]
  /** English, what is expected or wrong; `{0}` stands for the first of `values`. */
  readonly message: string
  readonly values?: readonly string[]
}

export type Path = SchemaProblem['path']
export type Report = (path: Path, message: string, ...values: readonly string[]) => void

export interface Named {
  readonly name: string
  readonly label?: string
  readonly labelZh: string
}

/** Of each list at most: types, relations and their ends, attributes of one type, choices of one attribute. */
const mostNamed = 1000

/** A list of objects with a name, each one's own; a name alone stands for an object of only it. */
export function readNamed<T>(
  parent: JsonObject,
  key: string,
  path: Path,
  report: Report,
  read: (json: JsonObject, named: Named, path: Path) => T,
): readonly T[] {
  const value = own(parent, key)
  if (value === undefined) return []
  if (!isList(value)) {
    report([...path, key], 'a list is expected: […].')
    return []
  }
  if (isTooLong(value, [...path, key], report)) return []
  const names = new Set<string>()
  return value.flatMap((each, i): readonly T[] => {
    const here = [...path, key, i]
    const json = typeof each === 'string' ? { name: each } : each
    if (!isObject(json)) {
      report(here, 'an object is expected: { "name": … }.')
      return []
    }
    const named = readName(json, here, report)
    if (named === undefined) {
      // What else is wrong with it is said as well.
      read(json, nameless, here)
      return []
    }
    if (names.has(named.name)) report([...here, 'name'], 'another one has this name.')
    names.add(named.name)
    return [read(json, named, here)]
  })
}

const nameless: Named = { name: '', labelZh: '' }

/** Names stand in files of many formats: no white space, none of their separators, nothing that steers a terminal. */
const nameForm = /^[^\s|⟦⟧;,:"<>\p{Cc}\u202A-\u202E\u2066-\u2069]{1,64}$/u

function readName(json: JsonObject, path: Path, report: Report): Named | undefined {
  const name = own(json, 'name')
  if (typeof name !== 'string' || !nameForm.test(name)) {
    report(
      name === undefined ? path : [...path, 'name'],
      'a name is expected, without white space and without | ⟦ ⟧ ; , : " < >.',
    )
    return undefined
  }
  const label = own(json, 'label')
  if (label === undefined) return { name, labelZh: name }
  if (typeof label === 'string') return { name, label, labelZh: label }
  if (!isObject(label)) {
    report([...path, 'label'], 'a text is expected, or { "en": text, "zh": text }.')
    return { name, labelZh: name }
  }
  const [en, zh] = [own(label, 'en'), own(label, 'zh')]
  for (const [key, value] of [
    ['en', en],
    ['zh', zh],
  ] as const) {
    if (value !== undefined && typeof value !== 'string') {
      report([...path, 'label', key], 'a text is expected.')
    }
  }
  const english = typeof en === 'string' ? { label: en } : {}
  return { name, ...english, labelZh: typeof zh === 'string' ? zh : (english.label ?? name) }
}

/** A list of texts; `undefined` where there is none. */
export function readNames(
  json: JsonObject,
  key: string,
  path: Path,
  report: Report,
): readonly string[] | undefined {
  const value = own(json, key)
  if (value === undefined) return undefined
  if (isList(value)) {
    if (isTooLong(value, [...path, key], report)) return undefined
    const names = value.filter((each) => typeof each === 'string')
    if (names.length === value.length) return names
  }
  report([...path, key], 'a list of names is expected: ["…"].')
  return undefined
}

function isTooLong(list: readonly Json[], path: Path, report: Report): boolean {
  if (list.length <= mostNamed) return false
  report(path, 'at most {0} are expected.', String(mostNamed))
  return true
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
