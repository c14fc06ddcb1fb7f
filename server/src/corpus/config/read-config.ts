/** Reads corpus.json. A mistake is a problem with its place, and what it stands in keeps its old value. */

import { readSchema } from '../../annotation/schema/read.ts'
import { isKnownEncoding } from '../../disk/decode.ts'
import type { PageData } from '../../page/model.ts'
import { defined } from '../../values/defined.ts'
import { isObject, type Json, own, parseJson } from '../../values/json.ts'
import type { CorpusConfig, Problem } from './config.ts'
import { isImagePattern } from './image-pattern.ts'
import { scanJson } from './json-scan.ts'

export interface ConfigReading {
  readonly config: CorpusConfig
  readonly problems: readonly Problem[]
}

/** `before` is the last good configuration of this file, or the default one. */
export function readConfig(uri: string, text: string, before: CorpusConfig): ConfigReading {
  const { fault, placeOf } = scanJson(text)
  const json = fault === undefined ? parseJson(text) : undefined
  if (json === undefined) {
    return {
      config: before,
      problems: [{ uri, offset: fault ?? 0, message: 'This is not valid JSON.' }],
    }
  }
  if (!isObject(json)) {
    return {
      config: before,
      problems: [{ uri, offset: 0, message: 'An object is expected: { … }.' }],
    }
  }
  const problems: Problem[] = []
  const report = (
    path: readonly (string | number)[],
    message: string,
    values?: readonly string[],
  ): void => {
    const { start, end } = placeOf(path)
    const key = path.findLast((part) => typeof part === 'string')
    const said = values === undefined ? {} : { values }
    problems.push({ uri, offset: start, end, message: `"${key}": ${message}`, ...said })
  }
  const read = <T>(
    key: string,
    parse: (value: Json) => T | undefined,
    expected: string,
    old: T,
  ) => {
    if (!Object.hasOwn(json, key)) return undefined
    const value = parse(own(json, key) ?? null)
    if (value !== undefined) return value
    report([key], expected)
    return old
  }
  const name = read('name', toText, 'a text is expected.', before.name)
  const newspaper = read('newspaper', toText, 'a text is expected.', before.newspaper)
  const annotator = read('annotator', toText, 'a text is expected.', before.annotator)
  const guidelines = read(
    'guidelines',
    toText,
    'a text is expected: the path of a file below this folder, or a version.',
    before.guidelines,
  )
  const pages = read('pages', toTexts, 'a list of globs is expected: ["*.txt"].', before.pages)
  const encoding = read(
    'encoding',
    (value) => (typeof value === 'string' && isKnownEncoding(value) ? value : undefined),
    'the name of an encoding is expected, such as "gb18030" or "big5".',
    before.encoding,
  )
  const fileNames = read(
    'fileNames',
    toPattern,
    'a regular expression is expected, with groups named year, month, day and page.',
    before.fileNames,
  )
  const pageData = read(
    'pageData',
    toPageData,
    'for each page { "newspaper": text, "date": "2021-11-22", "number": 3 } is expected.',
    before.pageData,
  )
  const images = read(
    'images',
    (value) => (typeof value === 'string' && isImagePattern(value) ? value : undefined),
    'a path below this folder is expected, such as "scans/{name}.jpg", with {name}, {path}, {page} or {date}.',
    before.images,
  )
  const { schema, problems: mistakes } = readSchema(own(json, 'schema'), before.schema)
  for (const { path, message, values } of mistakes) report(['schema', ...path], message, values)
  return {
    config: {
      ...defined({ name }),
      pages: pages ?? ['**/*.txt'],
      encoding: encoding ?? 'gb18030',
      ...defined({ newspaper, fileNames, annotator, guidelines }),
      schema,
      ...defined({ images }),
      pageData: pageData ?? {},
    },
    problems,
  }
}

function toText(value: Json): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function toTexts(value: Json): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const texts = value.filter((each) => typeof each === 'string')
  return texts.length === value.length ? texts : undefined
}

function toPattern(value: Json): string | undefined {
  if (typeof value !== 'string') return undefined
  try {
    new RegExp(value, 'u')
    return value
  } catch {
    return undefined
  }
}

function toPageData(value: Json): Readonly<Record<string, PageData>> | undefined {
  if (!isObject(value)) return undefined
  const pages = new Map<string, PageData>()
  for (const [path, data] of Object.entries(value)) {
    if (!isObject(data)) return undefined
    const { newspaper, date, number } = data
    if (newspaper !== undefined && typeof newspaper !== 'string') return undefined
    if (date !== undefined && !(typeof date === 'string' && /^\d{4}(-\d\d(-\d\d)?)?$/.test(date))) {
      return undefined
    }
    if (number !== undefined && !(typeof number === 'number' && Number.isInteger(number))) {
      return undefined
    }
    pages.set(path, {
      ...defined({ newspaper, date, number }),
    })
  }
  return Object.fromEntries(pages)
}
