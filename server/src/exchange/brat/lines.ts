/** The lines of an `.ann` file, sorted into mentions, relations and what is said of each. */

import type { AttributeValue } from '../../annotation/record/record.ts'
import { parseJson } from '../../values/json.ts'
import { type Parts, partsOfJson } from '../our-page/parts.ts'
import { nameOfBrat, ownAttributes } from './names.ts'

export interface AnnLines {
  /** By brat's ids: `T1`. Ranges are code points of the text as it is, CR and byte order mark too. */
  readonly mentions: ReadonlyMap<string, AnnMention>
  /** By brat's ids: `R1`. Ends are ids of mentions. */
  readonly relations: ReadonlyMap<string, AnnRelation>
  /** By the id of what they are about. */
  readonly remarks: ReadonlyMap<string, Remarks>
  readonly faults: readonly { readonly line: number; readonly message: string }[]
}

export interface AnnMention {
  readonly type: string
  readonly ranges: readonly (readonly [start: number, end: number])[]
  /** The text column: the words of all fragments, a space between two; empty where it is not there. */
  readonly text: string
}

export interface AnnRelation {
  readonly type: string
  readonly from: string
  readonly to: string
}

/** What other lines say of a mention or relation. */
export interface Remarks {
  readonly attributes: Readonly<Record<string, AttributeValue>>
  /** Our own `Status` and `Unsure`. */
  readonly own: Readonly<Record<string, AttributeValue>>
  /** Of an `N` line: data base and id. */
  readonly reference: string | undefined
  /** What a person wrote in brat. */
  readonly note: string | undefined
  /** Our own comment. */
  readonly comment: Parts
}

export const noRemarks: Remarks = {
  attributes: {},
  own: {},
  reference: undefined,
  note: undefined,
  comment: {},
}

/** At most `most` lines are read. Total. */
export function readAnnLines(ann: string, most: number): AnnLines {
  const mentions = new Map<string, AnnMention>()
  const relations = new Map<string, AnnRelation>()
  const remarks = new Map<string, GrowingRemarks>()
  const faults: { line: number; message: string }[] = []
  const remarksOn = (target: string): GrowingRemarks => {
    const found = remarks.get(target) ?? { ...noRemarks, attributes: new Map(), own: new Map() }
    remarks.set(target, found)
    return found
  }

  /** What is wrong with the line; `undefined` for nothing. */
  const readLine = (line: string): string | undefined => {
    const { id, data, tail } = columns(line)
    const [type = '', target = '', ...values] = data.split(' ')
    switch (id[0]) {
      case 'T': {
        const ranges = rangesOf(data.slice(type.length + 1))
        if (ranges === undefined) return 'A place is start and end, in numbers.'
        if (mentions.has(id)) return `${id} is there twice.`
        mentions.set(id, { type: nameOfBrat(type), ranges, text: tail })
        return undefined
      }
      case 'R': {
        const [, name = '', from = '', to = ''] =
          /^(\S+) +[^\s:]+:(\S+) +[^\s:]+:(\S+)\s*$/.exec(data) ?? []
        if (to === '') return 'A relation has a type and two ends.'
        relations.set(id, { type: nameOfBrat(name), from, to })
        return undefined
      }
      case 'A':
      case 'M': {
        const value = values.length === 0 ? true : values.join(' ')
        const { own, attributes } = remarksOn(target)
        if (ownAttributes.includes(type)) own.set(type, value)
        else attributes.set(nameOfBrat(type), value)
        return undefined
      }
      case 'N': {
        const twice = remarks.get(target)?.reference !== undefined
        if (!twice) remarksOn(target).reference = values.join(' ')
        return twice ? `${target} refers to two entities, of which one is read.` : undefined
      }
      case '#': {
        if (type === 'Biaozhu') remarksOn(target).comment = partsOfJson(parseJson(tail))
        else if (type === 'AnnotatorNotes') remarksOn(target).note = tail
        else return `A comment of the type ${type} is not read.`
        return undefined
      }
      default:
        return 'Events and equivalences are not read.'
    }
  }

  for (const [i, each] of ann
    .replace(/^\uFEFF/, '')
    .split('\n', most)
    .entries()) {
    const line = each.replace(/\r$/, '')
    const message = line.trim() === '' ? undefined : readLine(line)
    if (message !== undefined) faults.push({ line: i + 1, message })
  }
  return { mentions, relations, remarks: new Map([...remarks].map(whole)), faults }
}

interface GrowingRemarks {
  readonly attributes: Map<string, AttributeValue>
  readonly own: Map<string, AttributeValue>
  reference: Remarks['reference']
  note: Remarks['note']
  comment: Remarks['comment']
}

function whole([id, { attributes, own, ...others }]: readonly [string, GrowingRemarks]): readonly [
  string,
  Remarks,
] {
  return [
    id,
    { ...others, attributes: Object.fromEntries(attributes), own: Object.fromEntries(own) },
  ]
}

/** `ID⇥DATA⇥TAIL`; the tail may have tabs of its own. */
function columns(line: string): { id: string; data: string; tail: string } {
  const [id = '', data = ''] = line.split('\t', 2)
  return { id, data, tail: line.slice(id.length + data.length + 2) }
}

/** `s e;s e`; `undefined` where it is something else. */
function rangesOf(text: string): AnnMention['ranges'] | undefined {
  const ranges = text.split(';').map((part): readonly [number, number] | undefined => {
    const [, start = '', end = ''] = /^\s*(\d{1,9}) (\d{1,9})\s*$/.exec(part) ?? []
    return end === '' || Number(start) > Number(end) ? undefined : [Number(start), Number(end)]
  })
  const found = ranges.filter((range) => range !== undefined)
  return found.length === ranges.length ? found : undefined
}
