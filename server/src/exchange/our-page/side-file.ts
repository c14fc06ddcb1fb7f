/**
 * Side files: what a format cannot carry, one JSON object a line, so that import can restore it. They
 * stand beside the exported file, and name the page in each line, so that one file can serve many pages.
 */

import type { AnnotationRecord } from '../../annotation/record/record.ts'
import { isRecord } from '../../annotation/record/record-fields.ts'
import type { Span } from '../../text/span.ts'
import {
  isObject,
  type Json,
  type JsonObject,
  own,
  parseJson,
  printJson,
} from '../../values/json.ts'
import { isJsonList, listOf, stringOf } from '../file/json-values.ts'
import { mentionParts, relationParts } from '../format/holds.ts'
import type { Loss, Written } from '../format/losses.ts'
import type { ExchangeMention, ExchangePage, ExchangeRelation } from '../format/model.ts'
import { jsonOfParts, type Parts, partsOfJson, tidySpans } from './parts.ts'
import { codePoints, type Positions } from './text-positions.ts'

/** Name of the side file of an exported file or page. */
export function sideFilePath(stem: string, format: string): string {
  return `${stem}.${format}.side.jsonl`
}

/** The lines of one page; positions are code points of `page.text`. Empty where nothing is lost. */
export function sideLines(page: ExchangePage, losses: readonly Loss[]): string {
  const positions = codePoints(page.text)
  const mentions = new Map(page.mentions.map((mention) => [mention.id, mention]))
  const relations = new Map(page.relations.map((relation) => [relation.id, relation]))
  const records = new Map(page.records.map((record) => [record.id, record]))
  return losses
    .flatMap((loss): readonly JsonObject[] => {
      const { kind, id, lost } = loss
      if (kind === 'mention') {
        const full = mentions.get(id)
        if (full === undefined) return []
        const written = loss.written?.map((each) => jsonOfPlace(each, positions))
        const mention = jsonOfMention(full, positions)
        return [{ kind, page: page.path, lost, ...(written && { written }), mention }]
      }
      if (kind === 'relation') {
        const full = relations.get(id)
        if (full === undefined) return []
        return [{ kind, page: page.path, lost, relation: jsonOfRelation(full) }]
      }
      const record = kind === 'record' ? records.get(id) : undefined
      return record === undefined ? [] : [{ kind, page: page.path, record: { ...record } }]
    })
    .map((line) => `${printJson(line, order)}\n`)
    .join('')
}

const order: ReadonlyMap<string, number> = new Map(
  ['kind', 'page', 'lost', 'written'].map((key, i) => [key, i]),
)

/** Positions count what `positions` do: code points. */
export function jsonOfMention(mention: ExchangeMention, positions: Positions): JsonObject {
  return { ...jsonOfPlace(mention, positions), ...jsonOfParts(mention, mentionParts) }
}

export function jsonOfRelation(relation: ExchangeRelation): JsonObject {
  const { type, from, to } = relation
  return { type, from, to, ...jsonOfParts(relation, relationParts) }
}

function jsonOfPlace({ spans, type }: Written, { toPosition }: Positions): JsonObject {
  return { at: spans.map(({ start, end }) => [toPosition(start), toPosition(end)]), type }
}

export interface SidePage {
  readonly mentions: readonly SideMention[]
  readonly relations: readonly SideRelation[]
  readonly records: readonly AnnotationRecord[]
}

/** Spans are code points here. */
export interface SideMention {
  readonly lost: ReadonlySet<string>
  readonly written: readonly Written[]
  readonly mention: ExchangeMention
}

export interface SideRelation {
  readonly lost: ReadonlySet<string>
  readonly relation: ExchangeRelation
}

/** The pages of a side file by path. Total: other lines are passed over. */
export function readSideFile(text: string): ReadonlyMap<string, SidePage> {
  const pages = new Map<
    string,
    { mentions: SideMention[]; relations: SideRelation[]; records: AnnotationRecord[] }
  >()
  for (const line of text.split('\n')) {
    const json = line === '' ? undefined : parseJson(line)
    const path = isObject(json) ? own(json, 'page') : undefined
    if (!isObject(json) || typeof path !== 'string') continue
    const page = pages.get(path) ?? { mentions: [], relations: [], records: [] }
    pages.set(path, page)
    const mention = sideMention(json)
    const relation = sideRelation(json)
    const record: unknown = own(json, 'record')
    if (mention !== undefined) page.mentions.push(mention)
    if (relation !== undefined) page.relations.push(relation)
    if (isRecord(record)) page.records.push(record)
  }
  return pages
}

function sideMention(json: JsonObject): SideMention | undefined {
  const mention = mentionOfJson(own(json, 'mention'))
  if (mention === undefined) return undefined
  const written = own(json, 'written')
  const places = isJsonList(written)
    ? written.map(placeOf).filter((each) => each !== undefined)
    : [mention]
  return { lost: lostOf(json), written: places, mention }
}

function sideRelation(json: JsonObject): SideRelation | undefined {
  const relation = relationOfJson(own(json, 'relation'))
  return relation && { lost: lostOf(json), relation }
}

/** Spans are what the file counts: code points. */
export function mentionOfJson(json: Json | undefined): ExchangeMention | undefined {
  const place = placeOf(json)
  const statement = statementOf(json)
  return place && statement && { ...statement, ...place }
}

export function relationOfJson(json: Json | undefined): ExchangeRelation | undefined {
  const statement = statementOf(json)
  if (!isObject(json) || statement === undefined) return undefined
  const [type, from, to] = ['type', 'from', 'to'].map((key) => stringOf(json, key))
  if (type === undefined || from === undefined || to === undefined) return undefined
  const { entity, reading, ...parts } = statement
  return { ...parts, type, from, to }
}

function statementOf(
  json: Json | undefined,
): (Parts & { id: string; status: ExchangeMention['status'] }) | undefined {
  const { id, status = 'accepted', ...parts } = partsOfJson(json)
  return id === undefined ? undefined : { id, status, ...parts }
}

function placeOf(json: Json | undefined): Written | undefined {
  if (!isObject(json)) return undefined
  const type = own(json, 'type')
  const at = own(json, 'at')
  if (typeof type !== 'string' || !isJsonList(at)) return undefined
  const spans = tidySpans(spansOfJson(at))
  return spans.length === 0 ? undefined : { spans, type }
}

/** Ranges `[start, end]`. */
export function spansOfJson(json: Json | undefined): readonly Span[] {
  return listOf(json).flatMap((range): Span[] => {
    const [start, end] = isJsonList(range) ? range : []
    return typeof start === 'number' && typeof end === 'number' ? [{ start, end }] : []
  })
}

function lostOf(json: JsonObject): ReadonlySet<string> {
  const lost = own(json, 'lost')
  return new Set(isJsonList(lost) ? lost.filter((part) => typeof part === 'string') : [])
}
