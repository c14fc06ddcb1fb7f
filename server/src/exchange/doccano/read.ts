/** Reading what doccano exports: spans as objects or as `[start, end, label]`, relations by the ids of spans. */
import { t, type Wording } from '../../text/wording.ts'
import { isObject, type Json, type JsonObject, own } from '../../values/json.ts'
import { decodeUtf8, stemOf } from '../file/files.ts'
import { readJsonLines } from '../file/json-lines.ts'
import { isJsonList, listOf, numberOf, stringOf } from '../file/json-values.ts'
import type { FormatReader, Reading, ReadProblem } from '../format/format.ts'
import type { ExchangeRelation, ReadMention, ReadPage } from '../format/model.ts'
import { pageDataOfJson } from '../our-page/page-data-json.ts'
import { type SpanReader, spanReader } from '../our-page/span-reader.ts'

export const doccanoReader: FormatReader = {
  accepts: (path) => /\.jsonl$/i.test(path) && !/\.side\.jsonl$/i.test(path),
  companions: () => [],
  read({ path, content }) {
    const pages: ReadPage[] = []
    const problems: ReadProblem[] = []
    for (const { line, value } of readJsonLines(decodeUtf8(content))) {
      const fault = (message: Wording): void => void problems.push({ path, line, message })
      const page = isObject(value) ? readPage(value, `${stemOf(path)} ${line}`, fault) : undefined
      if (page === undefined) fault(t('There is no text in this line.'))
      else pages.push(page)
    }
    return { pages, problems } satisfies Reading
  },
}

type Fault = (message: Wording) => void

function readPage(row: JsonObject, otherName: string, fault: Fault): ReadPage | undefined {
  const raw = stringOf(row, 'text') ?? stringOf(row, 'data')
  if (raw === undefined) return undefined
  const spans = spanReader(raw)
  const mentions: ReadMention[] = []
  /** Id of a mention by that of doccano, which may be a number. */
  const ids = new Map<Json, string>()
  // Versions differ in the name, and a row that was put together may have several.
  for (const each of labelKeys.flatMap((key) => listOf(own(row, key)))) {
    const id = isObject(each) ? own(each, 'id') : undefined
    const mention = mentionOf(each, `${id ?? `#${mentions.length + 1}`}`, spans)
    if (mention === undefined) fault(t('This is no span of the text: {0}.', JSON.stringify(each)))
    else {
      mentions.push(mention)
      if (id !== undefined) ids.set(id, mention.id)
    }
  }
  const relations: ExchangeRelation[] = []
  for (const each of listOf(own(row, 'relations'))) {
    const relation = isObject(each) ? each : {}
    const from = ids.get(own(relation, 'from_id') ?? '')
    const to = ids.get(own(relation, 'to_id') ?? '')
    const id = `r${relations.length + 1}`
    const type = stringOf(relation, 'type') ?? ''
    if (from === undefined || to === undefined)
      fault(t('A relation has an end that is no mention.'))
    else if (type === '') fault(t('A relation has no type: {0}.', JSON.stringify(each)))
    else relations.push({ id, type, status: 'accepted', from, to })
  }
  sayUnread(row, fault)
  const name = stringOf(row, 'path') ?? stringOf(row, 'filename') ?? otherName
  return { name, text: spans.text, mentions, relations, data: pageDataOfJson(row) }
}

const labelKeys = ['entities', 'label', 'labels', 'spans', 'annotations'] as const

/** Lists that are none of these hold what somebody has said of the text: `cats`, `Comments`. */
function sayUnread(row: JsonObject, fault: Fault): void {
  const known: ReadonlySet<string> = new Set([...labelKeys, 'relations'])
  for (const [key, value] of Object.entries(row)) {
    if (!known.has(key) && isJsonList(value) && value.length > 0) {
      fault(t('The list {0} is not read: {1}.', key, value.length))
    }
  }
}

function mentionOf(json: Json, id: string, { spanOf }: SpanReader): ReadMention | undefined {
  const [start, end, type] = isJsonList(json)
    ? json
    : isObject(json)
      ? [
          numberOf(json, 'start_offset') ?? numberOf(json, 'start'),
          numberOf(json, 'end_offset') ?? numberOf(json, 'end'),
          stringOf(json, 'label'),
        ]
      : []
  if (typeof start !== 'number' || typeof end !== 'number') return undefined
  const span = spanOf(start, end)
  if (span === undefined || typeof type !== 'string' || type === '') return undefined
  return { id, type, status: 'accepted', spans: [span] }
}
