/** Reading tasks of Label Studio: a file of one, or of a list of them, or of rows of JSON-MIN. */
import { t, type Wording } from '../../text/wording.ts'
import { defined } from '../../values/defined.ts'
import { isObject, type Json, type JsonObject, own, parseJson } from '../../values/json.ts'
import { decodeUtf8, stemOf } from '../file/files.ts'
import { listOf, numberOf, stringOf } from '../file/json-values.ts'
import type { FormatReader, ReadProblem } from '../format/format.ts'
import type { ReadPage } from '../format/model.ts'
import { pageDataOfJson } from '../our-page/page-data-json.ts'
import { type Quoted, spanReader } from '../our-page/span-reader.ts'
import { byAnnotator } from './annotators.ts'
import { isMinRow, tasksOfRows } from './min.ts'
import { type ReadResult, type ResultContext, readResult, wordsOf } from './result.ts'

export const labelStudioReader: FormatReader = {
  accepts: (path) => /\.json$/i.test(path),
  companions: () => [],
  read({ path, content }, { schema }) {
    const json = parseJson(decodeUtf8(content))
    if (json === undefined)
      return { pages: [], problems: [{ path, message: t('This is no JSON.') }] }
    const problems: ReadProblem[] = []
    const tasks = tasksOf(json, path, problems)
    const pages = tasks.flatMap((task, i): readonly ReadPage[] => {
      const fault = (message: Wording): void =>
        void problems.push({ path, message: t('Task {0}: {1}', i + 1, message) })
      const name = tasks.length === 1 ? stemOf(path) : `${stemOf(path)} ${i + 1}`
      const overlap = schema.overlap === true
      const found = isObject(task) ? readTask(task, name, { overlap, fault }) : []
      if (found.length === 0) fault(t('there is no text.'))
      return found
    })
    return { pages, problems }
  },
}

function tasksOf(json: Json, path: string, problems: ReadProblem[]): readonly Json[] {
  const list = listOf(json)
  if (!list.some(isMinRow)) return list
  const unread = new Map<string, number>()
  const tasks = tasksOfRows(list, (name) => unread.set(name, (unread.get(name) ?? 0) + 1))
  for (const [name, count] of unread) {
    problems.push({ path, message: t('{0} is not read: {1}.', name, count) })
  }
  return tasks
}

type TaskContext = Pick<ResultContext, 'overlap' | 'fault'>

/** A page for each annotator; none where there is no text. What was predicted belongs to none of several. */
function readTask(task: JsonObject, otherName: string, context: TaskContext): readonly ReadPage[] {
  const { fault } = context
  const data = own(task, 'data')
  const raw = isObject(data) ? textOfData(data) : undefined
  if (!isObject(data) || raw === undefined) return []
  const people = byAnnotator(listOf(own(task, 'annotations') ?? own(task, 'completions')))
  const predictions = listOf(own(task, 'predictions'))
  if (predictions.length > 1) {
    fault(t('it has {0} predictions, of which the last is read.', predictions.length))
  }
  const suggested = resultOf(predictions.at(-1))
  const results = people.map(({ annotation }) => resultOf(annotation))
  const spans = spanReader(raw, [...results, suggested].flat().flatMap(quoteOf))
  const pageOf = (read: readonly ReadResult[]): ReadPage => ({
    name:
      stringOf(data, 'path') ??
      stringOf(data, 'filename') ??
      // Label Studio puts eight digits before the name of a file that is uploaded.
      stringOf(task, 'file_upload')?.replace(/^[0-9a-f]{8}-/, '') ??
      otherName,
    text: spans.text,
    mentions: read.flatMap(({ mentions }) => mentions),
    relations: read.flatMap(({ relations }) => relations),
    data: pageDataOfJson(data),
  })
  const accepted = results.map((result) =>
    readResult(result, { ...context, status: 'accepted', spans }),
  )
  const predicted = readResult(suggested, { ...context, status: 'suggested', spans })
  const [first] = accepted
  if (first !== undefined && people.length === 1) return [pageOf([first, predicted])]
  return [
    ...accepted.map((read, i) => ({
      ...pageOf([read]),
      ...defined({ annotator: people[i]?.annotator }),
    })),
    ...(predicted.mentions.length === 0 ? [] : [pageOf([predicted])]),
  ]
}

/** The value `text`, or else the longest one: projects are free in the name. */
function textOfData(data: JsonObject): string | undefined {
  const texts = Object.values(data).filter((value) => typeof value === 'string')
  return stringOf(data, 'text') ?? texts.sort((a, b) => b.length - a.length)[0]
}

function resultOf(annotation: Json | undefined): readonly JsonObject[] {
  return isObject(annotation) ? listOf(own(annotation, 'result')).filter(isObject) : []
}

/** Older versions counted UTF-16: what the region says of its text tells. */
function quoteOf(item: JsonObject): readonly Quoted[] {
  const value = own(item, 'value')
  if (!isObject(value)) return []
  const [start, end] = [numberOf(value, 'start'), numberOf(value, 'end')]
  const quote = wordsOf(value)
  return start === undefined || end === undefined || quote === undefined
    ? []
    : [[start, end, quote]]
}
