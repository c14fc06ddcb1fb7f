/** Reads corpus.json. A mistake is a problem with its place, and what it stands in keeps its old value. */

import { readSchema } from '../../annotation/schema/read.ts'
import { isKnownEncoding } from '../../disk/decode.ts'
import type { PageData } from '../../page/model.ts'
import { defined } from '../../values/defined.ts'
import { isObject, type Json, type JsonObject, own, parseJson } from '../../values/json.ts'
import { type CorpusConfig, type Problem, tooSlowFileNames } from './config.ts'
import { globsProblem } from './globs.ts'
import { isImagePattern } from './image-pattern.ts'
import { type JsonScan, scanJson } from './json-scan.ts'

export interface ConfigReading {
  readonly config: CorpusConfig
  readonly problems: readonly Problem[]
}

/** `before` is the last good configuration of this file, or the default one. */
export function readConfig(uri: string, text: string, before: CorpusConfig): ConfigReading {
  const nothing = (problem: Omit<Problem, 'uri'>): ConfigReading => {
    return { config: before, problems: [{ uri, ...problem }] }
  }
  if (text.length > mostCharacters) {
    const values = [String(mostCharacters)]
    return nothing({ offset: 0, message: 'The file is longer than {0} characters.', values })
  }
  const json = parseJson(text)
  if (json === undefined) {
    return nothing({ offset: scanJson(text).fault ?? 0, message: 'This is not valid JSON.' })
  }
  if (!isObject(json)) return nothing({ offset: 0, message: 'An object is expected: { … }.' })
  const file = new ConfigFile(uri, text, json)
  const { schema, problems } = readSchema(own(json, 'schema'), before.schema)
  const config = { ...describedCorpus(file, before), ...describedPages(file, before), schema }
  for (const { path, message, values } of problems)
    file.report(['schema', ...path], message, values)
  return { config, problems: file.problems }
}

/** The problem of a pattern that took too long over a file name, which only the names show. */
export function slowFileNames(uri: string, text: string): Problem {
  const { start, end } = scanJson(text).placeOf(['fileNames'])
  return { uri, offset: start, end, message: tooSlowFileNames }
}

/** A corpus.json at most, in UTF-16 units: to find out where things stand in it takes eighty times as many bytes. */
const mostCharacters = 4_000_000

/** Behind these nobody reads on. */
const mostProblems = 100

/** The keys of one corpus.json, and what is wrong with them. */
class ConfigFile {
  readonly problems: Problem[] = []
  readonly #uri: string
  readonly #text: string
  readonly #json: JsonObject
  /** Where things stand is found out with the first problem. */
  #scan: JsonScan | undefined

  constructor(uri: string, text: string, json: JsonObject) {
    this.#uri = uri
    this.#text = text
    this.#json = json
  }

  /** The value of a key, `old` where it has a wrong form; `undefined` where the file does not have the key. */
  read<T>(key: string, parse: (value: Json) => T | undefined, expected: string, old: T) {
    if (!Object.hasOwn(this.#json, key)) return undefined
    const value = parse(own(this.#json, key) ?? null)
    if (value !== undefined) return value
    this.report([key], expected)
    return old
  }

  report(
    path: readonly (string | number)[],
    message: string,
    values?: readonly string[] | undefined,
  ): void {
    if (this.problems.length >= mostProblems) return
    this.#scan ??= scanJson(this.#text)
    const { start, end } = this.#scan.placeOf(path)
    const key = path[0] === 'pageData' ? path[0] : path.findLast((part) => typeof part === 'string')
    const problem = { uri: this.#uri, offset: start, end, message: `"${key}": ${message}` }
    this.problems.push({ ...problem, ...defined({ values }) })
  }
}

/** What is said of the corpus as a whole. */
function describedCorpus(file: ConfigFile, before: CorpusConfig) {
  const isText = 'a text is expected.'
  const name = file.read('name', toText, isText, before.name)
  const newspaper = file.read('newspaper', toText, isText, before.newspaper)
  const annotator = file.read('annotator', toText, isText, before.annotator)
  const guidelines = file.read(
    'guidelines',
    toText,
    'a text is expected: the path of a file below this folder, or a version.',
    before.guidelines,
  )
  return defined({ name, newspaper, annotator, guidelines })
}

/** Which files are pages, and how they are read. */
function describedPages(file: ConfigFile, before: CorpusConfig) {
  const globs = file.read('pages', toTexts, 'a list of globs is expected: ["*.txt"].', before.pages)
  const mistake = globsProblem(globs ?? [])
  if (mistake !== undefined) file.report(['pages'], mistake.message, mistake.values)
  const encoding = file.read(
    'encoding',
    (value) => (typeof value === 'string' && isKnownEncoding(value) ? value : undefined),
    'the name of an encoding is expected, such as "gb18030" or "big5".',
    before.encoding,
  )
  const fileNames = file.read(
    'fileNames',
    toPattern,
    'a regular expression is expected, of at most 1000 characters, with groups named year, month, day and page.',
    before.fileNames,
  )
  const pageData = file.read(
    'pageData',
    (value) => toPageData(value, file, before.pageData),
    pageDataForm,
    before.pageData,
  )
  const images = file.read(
    'images',
    (value) => (typeof value === 'string' && isImagePattern(value) ? value : undefined),
    'a path below this folder is expected, such as "scans/{name}.jpg", with {name}, {path}, {page} or {date}.',
    before.images,
  )
  return {
    pages: (mistake === undefined ? globs : before.pages) ?? ['**/*.txt'],
    encoding: encoding ?? 'gb18030',
    ...defined({ fileNames, images }),
    pageData: pageData ?? {},
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

/** UTF-16 units; a pattern is compiled before anything can watch it. */
const longestPattern = 1000

function toPattern(value: Json): string | undefined {
  if (typeof value !== 'string' || value.length > longestPattern) return undefined
  try {
    new RegExp(value, 'u')
    return value
  } catch {
    return undefined
  }
}

const pageDataForm =
  'for each page { "newspaper": text, "date": "2021-11-22", "number": 3 } is expected.'

/** Each mistake is said at its place; with any all stays as it was. */
function toPageData(
  value: Json,
  file: ConfigFile,
  before: CorpusConfig['pageData'],
): CorpusConfig['pageData'] | undefined {
  if (!isObject(value)) return undefined
  const pages = new Map<string, PageData>()
  let isSound = true
  const isWrong = (path: readonly string[]): void => {
    isSound = false
    file.report(['pageData', ...path], pageDataForm)
  }
  for (const [path, data] of Object.entries(value)) {
    if (!isObject(data)) {
      isWrong([path])
      continue
    }
    const { newspaper, date, number } = data
    const isText = newspaper === undefined || typeof newspaper === 'string'
    const isDate = date === undefined || (typeof date === 'string' && dateForm.test(date))
    const isNumber =
      number === undefined || (typeof number === 'number' && Number.isInteger(number))
    if (!isText) isWrong([path, 'newspaper'])
    if (!isDate) isWrong([path, 'date'])
    if (!isNumber) isWrong([path, 'number'])
    if (isText && isDate && isNumber) pages.set(path, defined({ newspaper, date, number }))
  }
  return isSound ? Object.fromEntries(pages) : before
}

const dateForm = /^\d{4}(-\d\d(-\d\d)?)?$/
