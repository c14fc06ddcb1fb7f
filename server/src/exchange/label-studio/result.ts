/** The list `result` of an annotation or a prediction: regions, what is said of them, and relations. */

import type { Attributes, AttributeValue, Status } from '../../annotation/record/record.ts'
import type { Span } from '../../text/span.ts'
import { append } from '../../values/append.ts'
import { defined } from '../../values/defined.ts'
import { isObject, type JsonObject, own } from '../../values/json.ts'
import { listOf, numberOf, stringOf, textOf } from '../file/json-values.ts'
import type { ExchangeRelation, ReadMention } from '../format/model.ts'
import { partsOfJson, tidySpans } from '../our-page/parts.ts'
import type { SpanReader } from '../our-page/span-reader.ts'

export interface ReadResult {
  readonly mentions: readonly ReadMention[]
  readonly relations: readonly ExchangeRelation[]
}

export interface ResultContext {
  readonly status: Status
  readonly spans: SpanReader
  fault(message: string): void
}

/** Its pieces are regions of their own, which come later. */
type GrowingMention = Omit<ReadMention, 'spans'> & { readonly spans: Span[] }

export function readResult(items: readonly JsonObject[], context: ResultContext): ReadResult {
  const mentions = new Map<string, GrowingMention>()
  const relations: ExchangeRelation[] = []
  const said = answersOf(items)
  const ends = new Map<string, string>()
  for (const [i, item] of items.entries()) {
    if (!isLabels(item)) continue
    const id = stringOf(item, 'id') ?? `#${i + 1}`
    const mention = mentionOf(item, id, context)
    if (mention === undefined) {
      context.fault(`region ${id} is no label at a place of the text.`)
      continue
    }
    const of = pieceOf(item)
    const whole = of === undefined ? undefined : mentions.get(of)
    ends.set(id, whole?.id ?? id)
    if (whole !== undefined) append(whole.spans, mention.spans)
    else {
      const full = withAnswers(mention, said.get(id))
      // A region with several labels is a mention of each type.
      for (const [n, type] of labelsOf(item).entries()) {
        const own = n === 0 ? id : `${id}~${n + 1}`
        mentions.set(own, { ...full, id: own, type, spans: [...mention.spans] })
      }
    }
  }
  sayUnread(items, ends, context)
  for (const item of items.filter((each) => stringOf(each, 'type') === 'relation')) {
    const from = ends.get(stringOf(item, 'from_id') ?? '')
    const to = ends.get(stringOf(item, 'to_id') ?? '')
    if (from === undefined || to === undefined) {
      context.fault('a relation has an end that is no region.')
      continue
    }
    const type = textOf(listOf(own(item, 'labels'))[0]) ?? ''
    const back = stringOf(item, 'direction') === 'left'
    const id = stringOf(item, 'id') ?? `r${relations.length + 1} ${context.status}`
    relations.push({
      id,
      type,
      status: 'accepted',
      ...(back ? { from: to, to: from } : { from, to }),
    })
  }
  return {
    mentions: [...mentions.values()].map((mention) => ({
      ...mention,
      spans: tidySpans(mention.spans),
    })),
    relations,
  }
}

function mentionOf(
  item: JsonObject,
  id: string,
  { status, spans }: ResultContext,
): ReadMention | undefined {
  const value = own(item, 'value')
  if (!isObject(value)) return undefined
  const [type] = labelsOf(item)
  const span = spans.spanOf(numberOf(value, 'start') ?? -1, numberOf(value, 'end') ?? -1)
  if (type === undefined || span === undefined) return undefined
  const meta = own(item, 'meta')
  const ours = isObject(meta) ? partsOfJson(own(meta, 'biaozhu')) : {}
  const notes = isObject(meta) ? listOf(own(meta, 'text')).map(textOf) : []
  const note = notes.filter((each) => each !== undefined)
  const confidence = numberOf(item, 'score')
  return {
    ...ours,
    id,
    type,
    status,
    spans: [span],
    ...defined({ confidence }),
    ...(note.length === 0 ? {} : { note: note.join('\n') }),
  }
}

function pieceOf(item: JsonObject): string | undefined {
  const meta = own(item, 'meta')
  const ours = isObject(meta) ? own(meta, 'biaozhu') : undefined
  return isObject(ours) ? stringOf(ours, 'pieceOf') : undefined
}

function isLabels(item: JsonObject): boolean {
  return /^(?:hypertext)?labels$/.test(stringOf(item, 'type') ?? '')
}

function labelsOf(item: JsonObject): readonly string[] {
  const value = own(item, 'value')
  if (!isObject(value)) return []
  const labels = listOf(own(value, 'labels') ?? own(value, 'hypertextlabels')).map(textOf)
  return [...new Set(labels.filter((label) => label !== undefined))].filter((label) => label !== '')
}

/** Answers to the whole text, and results of other kinds, by their number. `ends`: regions that were read. */
function sayUnread(
  items: readonly JsonObject[],
  ends: ReadonlyMap<string, string>,
  { fault }: ResultContext,
): void {
  const counts = new Map<string, number>()
  for (const item of items) {
    const kind = stringOf(item, 'type') ?? 'no kind'
    if (kind === 'relation' || isLabels(item)) continue
    if (answerKinds.has(kind) && ends.has(stringOf(item, 'id') ?? '')) continue
    const name = stringOf(item, 'from_name')
    const key = name === undefined ? kind : `${kind} ${name}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const [key, count] of counts) fault(`${key} is not read: ${count}.`)
}

const answerKinds: ReadonlySet<string> = new Set(['choices', 'textarea', 'number', 'rating'])

/** Answers for a region (`perRegion`), by its id: choices, numbers and texts by the name of their tag. */
function answersOf(items: readonly JsonObject[]): ReadonlyMap<string, Attributes> {
  const answers = new Map<string, Map<string, AttributeValue>>()
  for (const item of items) {
    const kind = stringOf(item, 'type') ?? ''
    const id = stringOf(item, 'id')
    const name = stringOf(item, 'from_name')
    const value = own(item, 'value')
    if (id === undefined || name === undefined || !isObject(value)) continue
    if (!answerKinds.has(kind)) continue
    const key = kind === 'textarea' ? 'text' : kind
    const values = listOf(own(value, key)).filter((each) => typeof each !== 'object')
    const [first] = values
    if (first === undefined) continue
    const answer = values.length === 1 ? first : values.join('; ')
    const said = answers.get(id) ?? new Map<string, AttributeValue>()
    answers.set(id, said)
    said.set(name, answer)
  }
  return new Map([...answers].map(([id, said]) => [id, Object.fromEntries(said)]))
}

/** An answer to `note` is the note, all others are attributes. */
function withAnswers(mention: ReadMention, answers: Attributes | undefined): ReadMention {
  if (answers === undefined) return mention
  const { note, ...rest } = answers
  const attributes = { ...mention.attributes, ...rest }
  return {
    ...mention,
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    ...(note === undefined ? {} : { note: String(note) }),
  }
}
