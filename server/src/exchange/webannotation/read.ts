/** Reading Web Annotations: ours, and those of others with positions or quotes in a text. */

import type { AnnotationRecord } from '../../annotation/record/record.ts'
import { isRecord } from '../../annotation/record/record-fields.ts'
import { t, type Wording } from '../../text/wording.ts'
import { append } from '../../values/append.ts'
import { defined } from '../../values/defined.ts'
import { isObject, type Json, type JsonObject, own, parseJson } from '../../values/json.ts'
import { decodeUtf8, stemOf } from '../file/files.ts'
import { isJsonList, listOf, stringOf, textOf } from '../file/json-values.ts'
import { mostAnnotations } from '../file/limits.ts'
import type { FormatReader, Reading, ReadProblem } from '../format/format.ts'
import type { ExchangeRelation, ExchangeStatement, ReadMention } from '../format/model.ts'
import { pageDataOfJson } from '../our-page/page-data-json.ts'
import { type Parts, partsOfJson } from '../our-page/parts.ts'
import { placesOf, quotedPositions, type TextPlaces, textPlaces } from './places.ts'
import { annotationIri, entityIri } from './terms.ts'

export const webAnnotationReader: FormatReader = {
  accepts: (path) => /\.jsonld$/i.test(path),
  companions: () => [],
  read({ path, content }, { text }) {
    const json = parseJson(decodeUtf8(content))
    if (json === undefined)
      return { pages: [], problems: [{ path, message: t('This is no JSON.') }] }
    const name = (isObject(json) ? stringOf(json, 'path') : undefined) ?? stemOf(path)
    const page = text(name)
    if (page === undefined) {
      return { pages: [], problems: [{ path, message: t('There is no page for {0}.', name) }] }
    }
    return readAnnotations(json, { path, name, text: page })
  },
}

interface FileOf {
  readonly path: string
  readonly name: string
  readonly text: string
}

function readAnnotations(json: Json, { path, name, text }: FileOf): Reading {
  const problems: ReadProblem[] = []
  const mentions: ReadMention[] = []
  const relations: ExchangeRelation[] = []
  const records: AnnotationRecord[] = []
  const all = itemsOf(json)
  const items = all.slice(0, mostAnnotations)
  if (items.length < all.length) {
    problems.push({ path, message: t('{0} annotations are too many.', all.length - items.length) })
  }
  const places = textPlaces(
    text,
    items.flatMap((item) => quotedPositions(own(item, 'target'))),
  )
  for (const [i, item] of items.entries()) {
    const iri = stringOf(item, 'id')
    const id = (iri === undefined ? undefined : annotationIri.id(iri)) ?? iri ?? `${i + 1}`
    const record: unknown = own(item, 'record')
    if (isRecord(record)) records.push(record)
    else if (stringOf(item, 'relation') !== undefined) {
      const relation = relationOf(item, id)
      if (relation === undefined) problems.push({ path, message: t('{0} has no two ends.', id) })
      else relations.push(relation)
    } else {
      const mention = mentionOf(item, id, places)
      if (typeof mention === 'string') problems.push({ path, message: t('{0} {1}', id, mention) })
      else append(mentions, mention)
      const unread = unreadBodies(item)
      if (unread > 0)
        problems.push({ path, message: t('{0} has {1} bodies that are not read.', id, unread) })
    }
  }
  const ids = new Set(mentions.map((mention) => mention.id))
  const joined = relations.filter(({ id, from, to }) => {
    if (ids.has(from) && ids.has(to)) return true
    problems.push({ path, message: t('{0} has an end that is no mention.', id) })
    return false
  })
  const data = isObject(json) ? pageDataOfJson(own(json, 'data')) : {}
  return { pages: [{ name, text, mentions, relations: joined, data, records }], problems }
}

/** Those of an `AnnotationPage`, of the first page of an `AnnotationCollection`, of a list, or the one. */
function itemsOf(json: Json): readonly JsonObject[] {
  if (isJsonList(json)) return json.filter(isObject)
  if (!isObject(json)) return []
  const first = own(json, 'first')
  const items = own(json, 'items') ?? (isObject(first) ? own(first, 'items') : undefined)
  return items === undefined ? [json] : listOf(items).filter(isObject)
}

/** A mention for each of its types, or what is wrong with it. */
function mentionOf(
  item: JsonObject,
  id: string,
  places: TextPlaces,
): readonly ReadMention[] | Wording {
  const bodies = bodiesOf(item)
  const types = typesOf(bodies)
  if (types.length === 0) return t('has no type.')
  const place = placesOf(own(item, 'target'), places)
  if (typeof place === 'string') return place
  const reading = bodyText(bodies, 'editing')
  const identifying = bodies.find((body) => stringOf(body, 'purpose') === 'identifying')
  const iri = identifying && (stringOf(identifying, 'source') ?? stringOf(identifying, 'id'))
  const entity = iri && (entityIri.id(iri) ?? iri)
  return types.map((type, i) => ({
    ...statementOf(item, i === 0 ? id : `${id} ${i + 1}`, type, bodies),
    ...place,
    ...defined({ reading }),
    ...(entity ? { entity } : {}),
  }))
}

/** Classes, else tags: several are several labels of one place. */
function typesOf(bodies: readonly JsonObject[]): readonly string[] {
  for (const purpose of ['classifying', 'tagging']) {
    const types = bodiesFor(bodies, purpose)
      .flatMap((body) => listOf(own(body, 'value')).map(textOf))
      .filter((type) => type !== undefined && type !== '')
    if (types.length > 0) return [...new Set(types)].filter((type) => type !== undefined)
  }
  return []
}

/** The number of bodies of a mention that say something which is none of its parts. */
function unreadBodies(item: JsonObject): number {
  const bodies = bodiesOf(item)
  const types = ['classifying', 'tagging'].map((purpose) => bodiesFor(bodies, purpose))
  const read = new Set([
    ...(types.find((each) => each.length > 0) ?? []),
    ...['editing', 'identifying'].flatMap((purpose) => bodiesFor(bodies, purpose).slice(0, 1)),
    ...['commenting', 'describing'].flatMap((purpose) => bodiesFor(bodies, purpose)).slice(0, 1),
  ])
  const plain = listOf(own(item, 'body')).filter((body) => !isObject(body)).length
  return bodies.filter((body) => !read.has(body)).length + plain
}

function relationOf(item: JsonObject, id: string): ExchangeRelation | undefined {
  const bodies = bodiesOf(item)
  const linking = bodies.find((body) => stringOf(body, 'purpose') === 'linking')
  const from = annotationIri.id(stringOf(item, 'target') ?? '')
  const to = annotationIri.id((linking && stringOf(linking, 'source')) ?? '')
  if (from === undefined || to === undefined) return undefined
  return { ...statementOf(item, id, stringOf(item, 'relation') ?? '', bodies), from, to }
}

function statementOf(
  item: JsonObject,
  id: string,
  type: string,
  bodies: readonly JsonObject[],
): ExchangeStatement {
  const name = (key: string): string | undefined => {
    const agent = own(item, key)
    return isObject(agent) ? stringOf(agent, 'name') : undefined
  }
  const note = bodyText(bodies, 'commenting') ?? bodyText(bodies, 'describing')
  const who = name('creator')
  const when = stringOf(item, 'created') ?? stringOf(item, 'when')
  const source = name('generator')
  const { confidence, unsure, attributes, extra, status = 'accepted' }: Parts = partsOfJson(item)
  return {
    id,
    type,
    status,
    ...defined({ confidence, unsure, attributes, extra, note, who, when, source }),
  }
}

/** A body may be a text: `bodyValue`. One that says no purpose has that of the annotation. */
function bodiesOf(item: JsonObject): readonly JsonObject[] {
  const value = stringOf(item, 'bodyValue')
  const plain = value === undefined ? [] : [{ type: 'TextualBody', value }]
  const motivation = own(item, 'motivation')
  return [...listOf(own(item, 'body')).filter(isObject), ...plain].map((body) =>
    own(body, 'purpose') === undefined && motivation !== undefined
      ? { ...body, purpose: motivation }
      : body,
  )
}

function bodyText(bodies: readonly JsonObject[], purpose: string): string | undefined {
  const [body] = bodiesFor(bodies, purpose)
  return body && textOf(own(body, 'value'))
}

function bodiesFor(bodies: readonly JsonObject[], purpose: string): readonly JsonObject[] {
  return bodies.filter((each) => listOf(own(each, 'purpose')).includes(purpose))
}
