/** Sidecars: a text of one record a line, read so that nothing is lost, and printed one way only. */

import { fileLines } from '../../text/file-lines.ts'
import { append } from '../../values/append.ts'
import { isObject, parseJson, printJson } from '../../values/json.ts'
import { oneOfEach } from '../../values/one-of-each.ts'
import { sentence } from '../../values/sentence.ts'
import type { AnnotationRecord, Header } from '../record/record.ts'
import { sidecarVersion } from '../record/record.ts'
import { isHeader, isRecord, keyOrder, recordFault } from '../record/record-fields.ts'

/** A line that is no record: kept as it is, and printed behind the record that it follows. */
export interface BrokenLine {
  readonly text: string
  /** One-based. */
  readonly line: number
  /** Id of the record before it; `undefined` at the top, behind the header. */
  readonly after: string | undefined
}

export interface SidecarProblem {
  readonly kind: 'broken line' | 'conflict marker' | 'duplicate id' | 'header' | 'version'
  /** One-based. */
  readonly line: number
  /** English, one sentence: `template` with its `values`. */
  readonly message: string
  /** The sentence with `{0}`, `{1}`, … for translation. */
  readonly template: string
  readonly values: readonly string[]
}

export interface Sidecar {
  readonly header: Header | undefined
  /** In the order of the file. */
  readonly records: readonly AnnotationRecord[]
  readonly broken: readonly BrokenLine[]
}

export interface SidecarReading extends Sidecar {
  /** One-based; lines[i] is that of records[i]. */
  readonly lines: readonly number[]
  readonly problems: readonly SidecarProblem[]
}

/** Total: any text is a sidecar. Byte order mark, CRLF and empty lines are no problem. */
export function readSidecar(text: string): SidecarReading {
  const records: AnnotationRecord[] = []
  const lines: number[] = []
  const broken: BrokenLine[] = []
  const problems: SidecarProblem[] = []
  const firstLines = new Map<string, number>()
  const sharing = sharer()
  let header: Header | undefined
  for (const [i, content] of fileLines(text).entries()) {
    const line = i + 1
    const report = (kind: SidecarProblem['kind'], template: string, ...values: string[]) =>
      problems.push({ kind, line, ...sentence(template, ...values) })
    if (content.trim() === '') continue
    const json = parseJson(content)
    if (isRecord(json)) {
      const first = firstLines.get(json.id)
      if (first === undefined) firstLines.set(json.id, line)
      else report('duplicate id', 'The id {0} is that of line {1} too.', json.id, String(first))
      records.push(sharing(json))
      lines.push(line)
    } else if (isHeader(json) && header === undefined) {
      header = json
      if (records.length > 0) report('header', 'The header is not the first line.')
      if (json.version > sidecarVersion) {
        report('version', 'A newer version of Biaozhu wrote this file.')
      }
    } else {
      broken.push({ text: content, line, after: records.at(-1)?.id })
      if (isHeader(json)) report('header', 'A second header.')
      else if (conflictMarker.test(content)) {
        report('conflict marker', 'A conflict of a merge stands here unresolved.')
      } else
        report(
          'broken line',
          ...(isObject(json) ? (recordFault(json) ?? ['']) : (['No JSON object.'] as const)),
        )
    }
  }
  if (header === undefined && records.length > 0) {
    problems.push({ kind: 'header', line: 1, ...sentence('The header is missing.') })
  }
  return { header, records, broken, lines, problems }
}

/** What many records say in the same words. */
const sharedKeys = ['kind', 'type', 'status', 'source', 'who', 'when']

/** Makes the words of a record those of the records before it: they are read anew from each line. */
function sharer(): (record: AnnotationRecord) => AnnotationRecord {
  const one = oneOfEach(1000)
  return (record) => {
    const values = record as unknown as Record<string, unknown>
    for (const key of sharedKeys) {
      const value = values[key]
      if (typeof value === 'string') values[key] = one(value)
    }
    return record
  }
}

/** A line that git writes at the borders of a conflict. */
export const conflictMarker = /^(<{7}|>{7}|\|{7}|={7})( |$)/

const order: ReadonlyMap<string, number> = new Map(keyOrder.map((key, i) => [key, i]))

/** One line, without line break. Not remembered: of a hundred thousand records that is half of what they take as they are. */
export function printRecord(record: AnnotationRecord | Header): string {
  const values = record as unknown as Readonly<Record<string, unknown>>
  let isOrdered = true
  let before = -1
  for (const key in values) {
    const rank = order.get(key)
    if (rank === undefined || !isFlat(values[key])) return printJson({ ...record }, order)
    if (rank < before) isOrdered = false
    before = rank
  }
  // As the engine prints them, known keys are as they are to be.
  return JSON.stringify(isOrdered ? values : inKeyOrder(values))
}

function inKeyOrder(values: Readonly<Record<string, unknown>>): object {
  const ordered: Record<string, unknown> = {}
  for (const key of keyOrder) if (Object.hasOwn(values, key)) ordered[key] = values[key]
  return ordered
}

/** A value without objects in it, whose keys would have to be put in order. */
function isFlat(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (!Array.isArray(value)) return false
  for (const part of value) if (!isFlat(part)) return false
  return true
}

/**
 * The canonical text: header, records without a place, then by (start, end, id), relations last;
 * broken lines where they were. Of a canonical text, `printSidecar(readSidecar(text))` is the text.
 */
export function printSidecar(sidecar: Sidecar): string {
  return [...sidecarPieces(sidecar)].join('')
}

/** Lines in a piece: printing them takes some milliseconds. */
const linesInPiece = 500

/** The same text piece by piece, each made when it is asked for: none of nothing. */
export function* sidecarPieces({ header, records, broken }: Sidecar): Generator<string, void> {
  const following = new Map<string | undefined, string[]>()
  for (const { text, after } of broken) {
    const lines = following.get(after)
    if (lines === undefined) following.set(after, [text])
    else lines.push(text)
  }
  let lines = header === undefined ? [] : [printRecord(header)]
  append(lines, take(following, undefined))
  const inLines = inOrder(records)
  for (const [i, record] of inLines.entries()) {
    lines.push(printRecord(record))
    if (inLines[i + 1]?.id !== record.id) append(lines, take(following, record.id))
    if (lines.length < linesInPiece) continue
    yield asText(lines)
    lines = []
  }
  // The record before it is gone, the line is not.
  for (const rest of following.values()) append(lines, rest)
  if (lines.length > 0) yield asText(lines)
}

function asText(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

function take(
  following: Map<string | undefined, string[]>,
  id: string | undefined,
): readonly string[] {
  const lines = following.get(id) ?? []
  following.delete(id)
  return lines
}

/** The order of the lines; equal ids stay as they are. */
export function inOrder(records: readonly AnnotationRecord[]): readonly AnnotationRecord[] {
  return isInOrder(records) ? records : sorted(records)
}

/** As a rule it is: sorting makes an object of each. */
function isInOrder(records: readonly AnnotationRecord[]): boolean {
  let [start, end, id] = [-2, -2, '']
  for (const record of records) {
    const [nextStart, nextEnd] = [startOf(record), endOf(record)]
    const order = start - nextStart || end - nextEnd
    if (order > 0 || (order === 0 && id > record.id)) return false
    start = nextStart
    end = nextEnd
    id = record.id
  }
  return true
}

function sorted(records: readonly AnnotationRecord[]): readonly AnnotationRecord[] {
  return records
    .map((record) => ({ record, start: startOf(record), end: endOf(record) }))
    .sort(
      (a, b) =>
        a.start - b.start ||
        a.end - b.end ||
        (a.record.id < b.record.id ? -1 : a.record.id > b.record.id ? 1 : 0),
    )
    .map(({ record }) => record)
}

function startOf(record: AnnotationRecord): number {
  if (record.kind === 'relation') return Number.MAX_SAFE_INTEGER
  return (record.at ?? []).reduce(
    (least, [start]) => Math.min(least, start),
    record.at?.[0]?.[0] ?? -1,
  )
}

function endOf(record: AnnotationRecord): number {
  if (record.kind === 'relation') return Number.MAX_SAFE_INTEGER
  return (record.at ?? []).reduce((most, [, end]) => Math.max(most, end), -1)
}
