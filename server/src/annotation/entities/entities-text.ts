/** The text of `entities.jsonl`: one record a line, read so that nothing is lost, and printed one way only. */
import { fileLines } from '../../text/file-lines.ts'
import { append } from '../../values/append.ts'
import { isObject, parseJson, printJson } from '../../values/json.ts'
import { sentence } from '../../values/sentence.ts'
import { type BrokenLine, conflictMarker, type SidecarProblem } from '../sidecar/sidecar.ts'
import {
  type EntitiesRecord,
  entitiesFault,
  entitiesKeys,
  entitiesVersion,
  isEntitiesHeader,
  isEntitiesRecord,
  recordKey,
} from './entity-record.ts'

export interface EntitiesText {
  /** Of the format that its header names. */
  readonly version: number
  /** Each key once, in the order of the lines. */
  readonly records: readonly EntitiesRecord[]
  /** Lines that are no record, and of two about one thing the older one: kept as they are. `after` is a record's key. */
  readonly broken: readonly BrokenLine[]
}

export interface EntitiesReading extends EntitiesText {
  readonly problems: readonly SidecarProblem[]
}

export const noEntities: EntitiesReading = {
  version: entitiesVersion,
  records: [],
  broken: [],
  problems: [],
}

interface Line {
  readonly text: string
  /** One-based. */
  readonly line: number
  readonly record: EntitiesRecord
}

/** Total: any text is read. Byte order mark, CRLF, empty lines and a missing header are no problem. */
export function readEntities(text: string): EntitiesReading {
  const found = new Map<string, Line>()
  const broken: BrokenLine[] = []
  const problems: SidecarProblem[] = []
  let version: number | undefined
  let after: string | undefined
  for (const [i, content] of fileLines(text).entries()) {
    const line = i + 1
    const report = (kind: SidecarProblem['kind'], template: string, ...values: string[]) =>
      problems.push({ kind, line, ...sentence(template, ...values) })
    const keep = (lost: string, at = line) => broken.push({ text: lost, line: at, after })
    if (content.trim() === '') continue
    const json = parseJson(content)
    if (isEntitiesRecord(json)) {
      after = recordKey(json)
      const other = found.get(after)
      const isLater = other === undefined || (json.when ?? '') >= (other.record.when ?? '')
      if (other !== undefined) {
        report('duplicate id', 'The id {0} is that of line {1} too.', json.id, String(other.line))
        if (printRecord(other.record) !== printRecord(json)) {
          if (isLater) keep(other.text, other.line)
          else keep(content)
        }
      }
      if (isLater) found.set(after, { text: content, line, record: json })
    } else if (isEntitiesHeader(json) && version === undefined) {
      version = json.version
      if (version > entitiesVersion)
        report('version', 'A newer version of Biaozhu wrote this file.')
    } else {
      keep(content)
      if (isEntitiesHeader(json)) report('header', 'A second header.')
      else if (conflictMarker.test(content))
        report('conflict marker', 'A conflict of a merge stands here unresolved.')
      else if (isObject(json)) report('broken line', ...(entitiesFault(json) ?? ['']))
      else report('broken line', 'No JSON object.')
    }
  }
  const records = [...found.values()].map(({ record }) => record)
  return { version: version ?? entitiesVersion, records, broken, problems }
}

/**
 * The canonical text: header, then records by id and kind, broken lines where they were; empty for nothing. Of a
 * canonical text, `printEntities(readEntities(text))` is the text.
 */
export function printEntities({ version, records, broken }: EntitiesText): string {
  if (records.length === 0 && broken.length === 0) return ''
  const following = new Map<string | undefined, string[]>()
  for (const { text, after } of broken) {
    following.set(after, [...(following.get(after) ?? []), text])
  }
  const lines = [printJson({ kind: 'entities', version }, entitiesKeys)]
  const take = (after: string | undefined): void => {
    append(lines, following.get(after) ?? [])
    following.delete(after)
  }
  take(undefined)
  for (const record of inOrder(records)) {
    lines.push(printRecord(record))
    take(recordKey(record))
  }
  // The record before it is gone, the line is not.
  for (const rest of following.values()) append(lines, rest)
  return lines.map((line) => `${line}\n`).join('')
}

function printRecord(record: EntitiesRecord): string {
  return printJson({ ...record }, entitiesKeys)
}

function inOrder(records: readonly EntitiesRecord[]): readonly EntitiesRecord[] {
  return records
    .map((record) => ({ record, key: recordKey(record) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ record }) => record)
}
