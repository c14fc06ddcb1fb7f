/** The list `result` of an annotation or a prediction: regions, what is said of them, and relations. */

import type { Attributes, AttributeValue, Status } from '../../annotation/record/record.ts'
import { t, type Wording } from '../../text/wording.ts'
import { defined } from '../../values/defined.ts'
import { isObject, type Json, type JsonObject, own } from '../../values/json.ts'
import { listOf, numberOf, stringOf, textOf } from '../file/json-values.ts'
import type { ExchangeRelation, ReadMention } from '../format/model.ts'
import { partsOfJson } from '../our-page/parts.ts'
import { type Piece, quotedPlace } from '../our-page/quotes.ts'
import type { SpanReader } from '../our-page/span-reader.ts'

export interface ReadResult {
  readonly mentions: readonly ReadMention[]
  readonly relations: readonly ExchangeRelation[]
}

export interface ResultContext {
  readonly status: Status
  readonly spans: SpanReader
  /** Whether the schema takes several mentions at one place. */
  readonly overlap: boolean
  fault(message: Wording): void
}

/** Its pieces are regions of their own, which come later. */
type GrowingMention = Omit<ReadMention, 'spans' | 'quote'> & { readonly pieces: Piece[] }

export function readResult(items: readonly JsonObject[], context: ResultContext): ReadResult {
  const { mentions, ends } = regionsOf(items, context)
  const relations = items
    .filter((each) => stringOf(each, 'type') === 'relation')
    .flatMap((item, i) => relationsOf(item, `r${i + 1} ${context.status}`, ends, context))
  sayUnread(items, new Set(ends.keys()), context)
  return {
    mentions: mentions.map(({ pieces, ...mention }) => ({ ...mention, ...quotedPlace(pieces) })),
    relations,
  }
}

interface Regions {
  readonly mentions: readonly GrowingMention[]
  /** Id of its first mention by that of a region. */
  readonly ends: ReadonlyMap<string, string>
}

/** A region is a mention for each of its labels, also where it comes again with those of another tag. */
function regionsOf(items: readonly JsonObject[], context: ResultContext): Regions {
  const mentions = new Map<string, GrowingMention>()
  const types = new Map<string, Set<string>>()
  const ends = new Map<string, string>()
  const said = answersOf(items)
  for (const [i, item] of items.entries()) {
    if (!isRegion(stringOf(item, 'type') ?? '')) continue
    const id = stringOf(item, 'id') ?? `#${i + 1}`
    const piece = placeOf(item, context)
    const labels = labelsOf(item)
    if (piece === undefined || labels.length === 0) {
      context.fault(t('region {0} is no label at a place of the text.', id))
      continue
    }
    const of = pieceOf(item)
    const whole = of === undefined ? undefined : mentions.get(of)
    if (whole !== undefined) {
      ends.set(id, whole.id)
      whole.pieces.push(piece)
      continue
    }
    const own = types.get(id) ?? new Set<string>()
    types.set(id, own)
    for (const type of labels) {
      if (own.has(type)) continue
      const unique = own.size === 0 ? id : `${id} ${own.size + 1}`
      own.add(type)
      const mention = { ...statementOf(item, unique, type, context), pieces: [piece] }
      mentions.set(unique, withAnswers(mention, said.get(id)))
    }
    if (!ends.has(id)) ends.set(id, id)
  }
  for (const [id, own] of types) {
    if (own.size < 2 || context.overlap) continue
    const names = [...own].join(', ')
    context.fault(
      own.size === 2
        ? t('region {0} has two labels, and the schema takes one: {1}.', id, names)
        : t('region {0} has {1} labels, and the schema takes one: {2}.', id, own.size, names),
    )
  }
  return { mentions: [...mentions.values()], ends }
}

function isRegion(kind: string): boolean {
  return /^(?:hypertext)?labels$/.test(kind)
}

/** One for each of its labels. */
function relationsOf(
  item: JsonObject,
  otherId: string,
  ends: ReadonlyMap<string, string>,
  { fault }: ResultContext,
): readonly ExchangeRelation[] {
  const from = ends.get(stringOf(item, 'from_id') ?? '')
  const to = ends.get(stringOf(item, 'to_id') ?? '')
  if (from === undefined || to === undefined) {
    fault(t('a relation has an end that is no region.'))
    return []
  }
  const types = [...new Set(textsOf(own(item, 'labels')))]
  if (types.length === 0) fault(t('the relation from {0} to {1} has no label.', from, to))
  const direction = stringOf(item, 'direction') ?? 'right'
  if (direction === 'bi')
    fault(t('the relation from {0} to {1} is read in one direction.', from, to))
  const id = stringOf(item, 'id') ?? otherId
  return types.map((type, i) => ({
    id: i === 0 ? id : `${id} ${i + 1}`,
    type,
    status: 'accepted',
    ...(direction === 'left' ? { from: to, to: from } : { from, to }),
  }))
}

/** What no mention and no relation says: how many there are of each kind. */
function sayUnread(
  items: readonly JsonObject[],
  regions: ReadonlySet<string>,
  { fault }: ResultContext,
): void {
  const counts = new Map<Wording, number>()
  const count = (what: Wording): void => void counts.set(what, (counts.get(what) ?? 0) + 1)
  for (const item of items) {
    const kind = stringOf(item, 'type') ?? ''
    const name = stringOf(item, 'from_name') ?? kind
    if (kind === 'relation' || isRegion(kind)) continue
    if (!answerKinds.has(kind)) count(t('results of the kind {0}', kind || t('none')))
    else if (!regions.has(stringOf(item, 'id') ?? ''))
      count(t('answers to {0}, of no region,', name))
    else if (answerOf(item) === undefined) count(t('answers to {0}', name))
  }
  for (const [what, number] of counts) fault(t('{0} are not read: {1}.', what, number))
}

function textsOf(json: Json | undefined): readonly string[] {
  return listOf(json)
    .map((each) => textOf(each) ?? '')
    .filter((text) => text !== '')
}

function labelsOf(item: JsonObject): readonly string[] {
  const value = own(item, 'value')
  if (!isObject(value)) return []
  return textsOf(own(value, 'labels') ?? own(value, 'hypertextlabels'))
}

/** What a region says of its text; older versions write a break as a backslash and an n. */
export function wordsOf(value: JsonObject): string | undefined {
  return stringOf(value, 'text')?.replaceAll('\\n', '\n') || undefined
}

function placeOf(item: JsonObject, { spans }: ResultContext): Piece | undefined {
  const value = own(item, 'value')
  if (!isObject(value)) return undefined
  const span = spans.spanOf(numberOf(value, 'start') ?? -1, numberOf(value, 'end') ?? -1)
  return span && { span, quote: wordsOf(value) }
}

function statementOf(
  item: JsonObject,
  id: string,
  type: string,
  { status }: ResultContext,
): Omit<ReadMention, 'spans' | 'quote'> {
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
    ...defined({ confidence }),
    ...(note.length === 0 ? {} : { note: note.join('\n') }),
  }
}

function pieceOf(item: JsonObject): string | undefined {
  const meta = own(item, 'meta')
  const ours = isObject(meta) ? own(meta, 'biaozhu') : undefined
  return isObject(ours) ? stringOf(ours, 'pieceOf') : undefined
}

/** As Label Studio names the kinds of answers for a region (`perRegion`), with where the value is. */
const answerKinds: ReadonlyMap<string, string> = new Map([
  ['choices', 'choices'],
  ['textarea', 'text'],
  ['text', 'text'],
  ['number', 'number'],
  ['rating', 'rating'],
])

/** Several in one text; `undefined` where it is of another form. */
function answerOf(item: JsonObject): AttributeValue | undefined {
  const key = answerKinds.get(stringOf(item, 'type') ?? '')
  const value = own(item, 'value')
  if (key === undefined || !isObject(value)) return undefined
  const values = listOf(own(value, key)).filter((each) => typeof each !== 'object')
  return values.length === 1 ? values[0] : values.join('; ') || undefined
}

/** By the id of the region, then by the name of their tag. */
function answersOf(items: readonly JsonObject[]): ReadonlyMap<string, Attributes> {
  const answers = new Map<string, Map<string, AttributeValue>>()
  for (const item of items) {
    const id = stringOf(item, 'id')
    const name = stringOf(item, 'from_name')
    const answer = answerOf(item)
    if (id === undefined || name === undefined || answer === undefined) continue
    const said = answers.get(id) ?? new Map<string, AttributeValue>()
    answers.set(id, said)
    said.set(name, answer)
  }
  return new Map([...answers].map(([id, said]) => [id, Object.fromEntries(said)]))
}

/** An answer to `note` is the note, all others are attributes. */
function withAnswers(mention: GrowingMention, answers: Attributes | undefined): GrowingMention {
  if (answers === undefined) return mention
  const { note, ...rest } = answers
  const attributes = { ...mention.attributes, ...rest }
  return {
    ...mention,
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    ...(note === undefined ? {} : { note: String(note) }),
  }
}
