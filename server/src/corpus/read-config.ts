/** Reads corpus.json. A mistake is a problem with its place, and what it stands in keeps its old value. */
import type { PageData } from '../page/model.ts'
import type { CorpusConfig, Problem } from './config.ts'
import { isKnownEncoding } from './decode.ts'
import { scanJson } from './json-scan.ts'

export interface ConfigReading {
  readonly config: CorpusConfig
  readonly problems: readonly Problem[]
}

/** `before` is the last good configuration of this file, or the default one. */
export function readConfig(uri: string, text: string, before: CorpusConfig): ConfigReading {
  const { fault, keys } = scanJson(text)
  if (fault !== undefined) {
    return {
      config: before,
      problems: [{ uri, offset: fault, message: 'This is not valid JSON.' }],
    }
  }
  const json: unknown = JSON.parse(text)
  if (!isRecord(json)) {
    return {
      config: before,
      problems: [{ uri, offset: 0, message: 'An object is expected: { … }.' }],
    }
  }
  const problems: Problem[] = []
  const read = <T>(
    key: string,
    parse: (value: unknown) => T | undefined,
    expected: string,
    old: T,
  ) => {
    if (!Object.hasOwn(json, key)) return undefined
    const value = parse(json[key])
    if (value !== undefined) return value
    problems.push({ uri, offset: keys.get(key) ?? 0, message: `"${key}": ${expected}` })
    return old
  }
  const name = read('name', toText, 'a text is expected.', before.name)
  const newspaper = read('newspaper', toText, 'a text is expected.', before.newspaper)
  const annotator = read('annotator', toText, 'a text is expected.', before.annotator)
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
  return {
    config: {
      ...(name === undefined ? {} : { name }),
      pages: pages ?? ['**/*.txt'],
      encoding: encoding ?? 'gb18030',
      ...(newspaper === undefined ? {} : { newspaper }),
      ...(fileNames === undefined ? {} : { fileNames }),
      ...(annotator === undefined ? {} : { annotator }),
      pageData: pageData ?? {},
    },
    problems,
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function toTexts(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const texts = value.filter((each) => typeof each === 'string')
  return texts.length === value.length ? texts : undefined
}

function toPattern(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  try {
    new RegExp(value, 'u')
    return value
  } catch {
    return undefined
  }
}

function toPageData(value: unknown): Readonly<Record<string, PageData>> | undefined {
  if (!isRecord(value)) return undefined
  const pages = new Map<string, PageData>()
  for (const [path, data] of Object.entries(value)) {
    if (!isRecord(data)) return undefined
    const { newspaper, date, number } = data
    if (newspaper !== undefined && typeof newspaper !== 'string') return undefined
    if (date !== undefined && !(typeof date === 'string' && /^\d{4}(-\d\d(-\d\d)?)?$/.test(date))) {
      return undefined
    }
    if (number !== undefined && !(typeof number === 'number' && Number.isInteger(number))) {
      return undefined
    }
    pages.set(path, {
      ...(newspaper === undefined ? {} : { newspaper }),
      ...(date === undefined ? {} : { date }),
      ...(number === undefined ? {} : { number }),
    })
  }
  return Object.fromEntries(pages)
}
