/** The parts of mentions and relations out of attributes and notes of TEI. */

import type { Status } from '../../annotation/record/record.ts'
import { isObject, type Json, parseJson } from '../../values/json.ts'
import { oncePer } from '../../values/once-per.ts'
import { stringOf } from '../file/json-values.ts'
import { longestShared } from '../file/limits.ts'
import { allowedXml } from '../file/xml.ts'
import { type Parts, partsOfJson, statusOf } from '../our-page/parts.ts'
import { textOfWord } from './names.ts'
import { nodesOf, type XmlNode } from './tree.ts'

/** What other elements say of them, by pointer (`#id`). */
export interface Remarks {
  readonly people: ReadonlyMap<string, string>
  readonly types: ReadonlyMap<string, string>
  readonly statuses: ReadonlyMap<string, Status>
  /** Annotations on mentions and relations. */
  readonly notes: ReadonlyMap<string, XmlNode>
}

export function remarksOf(trees: readonly XmlNode[]): Remarks {
  const people = new Map<string, string>()
  for (const node of nodesOf(trees, 'respStmt')) {
    const id = node.attributes.get('xml:id')
    const name = nodesOf(node.nodes, 'name', 'persName')[0]?.text
    const isShort = name !== undefined && name.length <= longestShared
    if (id !== undefined && isShort) people.set(`#${id}`, name)
  }
  const types = new Map<string, string>()
  const statuses = new Map<string, Status>()
  for (const { attributes, text } of nodesOf(trees, 'interp')) {
    const id = attributes.get('xml:id')
    const status = id?.startsWith('status-') ? statusOf(id.slice('status-'.length)) : undefined
    const word = attributes.get('n')
    const type = word === undefined ? text.trim() : textOfWord(word)
    if (id !== undefined && status !== undefined) statuses.set(`#${id}`, status)
    else if (id !== undefined && type.length <= longestShared) types.set(`#${id}`, type)
  }
  const notes = new Map<string, XmlNode>()
  for (const node of nodesOf(trees, 'annotation')) {
    const target = node.attributes.get('target')
    if (target !== undefined && !notes.has(target)) notes.set(target, node)
  }
  return { people, types, statuses, notes }
}

/** `node`: the annotation itself, where the notes are inside. */
export function statementOf(
  attributes: ReadonlyMap<string, string>,
  xmlId: string,
  { people, statuses, notes }: Remarks,
  node = notes.get(`#${xmlId}`),
): Parts & { readonly status: Status } {
  const { note, hidden } = node === undefined ? noNotes : notesIn(node)
  const pointers = (attributes.get('ana') ?? '').split(/\s+/)
  const confidence = Number(attributes.get('cert') ?? Number.NaN)
  const shown: readonly (readonly [string, Json | undefined])[] = [
    ['note', note],
    ['who', people.get(attributes.get('resp') ?? '')],
    ['entity', attributes.get('key') ?? attributes.get('ref')],
    ['confidence', Number.isFinite(confidence) ? confidence : undefined],
  ]
  const values: Record<string, Json> = isObject(hidden) ? { ...hidden } : {}
  for (const [part, value] of shown) {
    const full = stringOf(values, part)
    // Another tool may have changed what it shows: that counts then.
    if (value !== undefined && (full === undefined || allowedXml(full) !== value)) {
      values[part] = value
    }
  }
  const status = pointers.map((pointer) => statuses.get(pointer)).find((each) => each !== undefined)
  const { id, ...parts } = partsOfJson(values)
  return { ...parts, status: status ?? 'accepted' }
}

interface Notes {
  readonly note?: string | undefined
  /** Our own note. */
  readonly hidden?: Json | undefined
}

const noNotes: Notes = {}

/** Elements with one id share the annotation on it. */
const notesIn = oncePer(({ nodes }: XmlNode): Notes => {
  const children = nodesOf(nodes, 'note')
  const json = children.find((note) => note.attributes.get('type') === 'biaozhu')?.text
  return {
    note: children.find((note) => note.attributes.get('type') !== 'biaozhu')?.text,
    hidden: json === undefined ? undefined : parseJson(json),
  }
})
