/** Reading tasks of Label Studio: a file of one, or of a list of them. */
import { isObject, type Json, type JsonObject, own, parseJson } from '../../values/json.ts'
import { decodeUtf8, stemOf } from '../file/files.ts'
import { listOf, numberOf, stringOf } from '../file/json-values.ts'
import type { FormatReader, ReadProblem } from '../format/format.ts'
import type { ReadPage } from '../format/model.ts'
import { pageDataOfJson } from '../our-page/page-data-json.ts'
import { type Quoted, spanReader } from '../our-page/span-reader.ts'
import { type ReadResult, type ResultContext, readResult, wordsOf } from './result.ts'

export const labelStudioReader: FormatReader = {
  accepts: (path) => /\.json$/i.test(path),
  companions: () => [],
  read({ path, content }, { schema }) {
    const json = parseJson(decodeUtf8(content).replace(/^\uFEFF/, ''))
    if (json === undefined) return { pages: [], problems: [{ path, message: 'This is no JSON.' }] }
    const problems: ReadProblem[] = []
    const pages = listOf(json).flatMap((task, i): readonly ReadPage[] => {
      const fault = (message: string): void =>
        void problems.push({ path, message: `Task ${i + 1}: ${message}` })
      const name = listOf(json).length === 1 ? stemOf(path) : `${stemOf(path)} ${i + 1}`
      const overlap = schema.overlap === true
      const page = isObject(task) ? readTask(task, name, { overlap, fault }) : undefined
      if (page === undefined) fault('there is no text.')
      return page === undefined ? [] : [page]
    })
    return { pages, problems }
  },
}

type TaskContext = Pick<ResultContext, 'overlap' | 'fault'>

function readTask(task: JsonObject, otherName: string, context: TaskContext): ReadPage | undefined {
  const { fault } = context
  const data = own(task, 'data')
  const raw = isObject(data) ? textOfData(data) : undefined
  if (!isObject(data) || raw === undefined) return undefined
  const done = listOf(own(task, 'annotations') ?? own(task, 'completions')).filter(isDone)
  if (done.length > 1) fault(`it has ${done.length} annotations, of which the last is read.`)
  const predictions = listOf(own(task, 'predictions'))
  if (predictions.length > 1) {
    fault(`it has ${predictions.length} predictions, of which the last is read.`)
  }
  const lists = [
    { status: 'accepted', result: resultOf(done.at(-1)) },
    { status: 'suggested', result: resultOf(predictions.at(-1)) },
  ] as const
  const spans = spanReader(raw, lists.flatMap(({ result }) => result).flatMap(quoteOf))
  const read = lists.map(
    ({ status, result }): ReadResult => readResult(result, { ...context, status, spans }),
  )
  return {
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
  }
}

/** The value `text`, or else the longest one: projects are free in the name. */
function textOfData(data: JsonObject): string | undefined {
  const texts = Object.values(data).filter((value) => typeof value === 'string')
  return stringOf(data, 'text') ?? texts.sort((a, b) => b.length - a.length)[0]
}

function isDone(annotation: Json): boolean {
  return isObject(annotation) && own(annotation, 'was_cancelled') !== true
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
