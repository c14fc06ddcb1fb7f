/** The lines of an `.ann` file, sorted into mentions, relations and what is said of each. */

import type { AttributeValue } from '../../annotation/record/record.ts'
import { fileLines } from '../../text/file-lines.ts'
import { t, type Wording } from '../../text/wording.ts'
import { parseJson } from '../../values/json.ts'
import { type Parts, partsOfJson, statusOf } from '../our-page/parts.ts'
import { nameOfBrat, ownAttributes } from './names.ts'

export interface AnnLines {
  /** By brat's ids: `T1`. Ranges are code points of the text as it is, CR and byte order mark too. */
  readonly mentions: ReadonlyMap<string, AnnMention>
  /** By brat's ids: `R1`, and `*7.1` of an equivalence in line 7. Ends are ids of mentions. */
  readonly relations: ReadonlyMap<string, AnnRelation>
  /** By the id of what they are about. */
  readonly remarks: ReadonlyMap<string, Remarks>
  readonly faults: readonly { readonly line: number; readonly message: Wording }[]
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
  const sorter = new LineSorter()
  const faults: { line: number; message: Wording }[] = []
  for (const [i, line] of fileLines(ann, most + 1).entries()) {
    if (line.trim() === '') continue
    const message =
      i < most ? sorter.read(line, i + 1) : t('No more than {0} lines are read.', most)
    if (message !== undefined) faults.push({ line: i + 1, message })
  }
  const { mentions, relations, remarks } = sorter
  for (const [target, { line }] of remarks) {
    if (mentions.has(target) || relations.has(target)) continue
    faults.push({
      line,
      message: t('This is about {0}, which is not read.', target || t('nothing')),
    })
  }
  return { mentions, relations, remarks: new Map([...remarks].map(whole)), faults }
}

class LineSorter {
  readonly mentions = new Map<string, AnnMention>()
  readonly relations = new Map<string, AnnRelation>()
  readonly remarks = new Map<string, GrowingRemarks>()

  /** What is wrong with the line of this number; `undefined` for nothing. */
  read(line: string, number: number): Wording | undefined {
    const { id, data, tail } = columns(line)
    const [type = '', target = '', ...values] = data.split(' ')
    switch (id[0]) {
      case 'T':
        return this.#mention(id, type, rangesOf(data.slice(type.length + 1)), tail)
      case 'R':
        return this.#relation(id, data)
      case 'A':
      case 'M':
        return this.#attribute(type, target, values, number)
      case 'N': {
        const twice = this.remarks.get(target)?.reference !== undefined
        if (!twice) this.#remarksOn(target, number).reference = values.join(' ')
        return twice ? t('{0} refers to two entities, of which one is read.', target) : undefined
      }
      case '#': {
        if (type !== 'Biaozhu' && type !== 'AnnotatorNotes') {
          return t('A comment of the type {0} is not read.', type)
        }
        const about = this.#remarksOn(target, number)
        if (type === 'Biaozhu') about.comment = partsOfJson(parseJson(tail))
        else about.note = about.note === undefined ? tail : `${about.note}; ${tail}`
        return undefined
      }
      case '*':
        return this.#equivalence(type, [target, ...values], number)
      default:
        return id.startsWith('E') ? t('Events are not read.') : t('This is no line of brat.')
    }
  }

  #mention(
    id: string,
    type: string,
    ranges: AnnMention['ranges'] | undefined,
    text: string,
  ): Wording | undefined {
    if (ranges === undefined) return t('A place is start and end, in numbers.')
    if (this.mentions.has(id)) return t('{0} is there twice.', id)
    this.mentions.set(id, { type: nameOfBrat(type), ranges, text })
    return undefined
  }

  #relation(id: string, data: string): Wording | undefined {
    const [, name = '', from = '', to = ''] =
      /^(\S+) +[^\s:]+:(\S+) +[^\s:]+:(\S+)\s*$/.exec(data) ?? []
    if (to === '') return t('A relation has a type and two ends.')
    if (this.relations.has(id)) return t('{0} is there twice.', id)
    this.relations.set(id, { type: nameOfBrat(name), from, to })
    return undefined
  }

  /** From its first mention to each other one. */
  #equivalence(type: string, ends: readonly string[], number: number): Wording | undefined {
    const [from = '', ...others] = ends.filter((each) => each !== '')
    if (others.length === 0) return t('An equivalence has a type and two mentions or more.')
    for (const [i, to] of others.entries()) {
      this.relations.set(`*${number}.${i + 1}`, { type: nameOfBrat(type), from, to })
    }
    return undefined
  }

  #attribute(
    type: string,
    target: string,
    values: readonly string[],
    number: number,
  ): Wording | undefined {
    const value = values.length === 0 ? true : values.join(' ')
    if (type === 'Status' && statusOf(value) === undefined) {
      return t('The status {0} of {1} is not known.', String(value), target)
    }
    const { own, attributes } = this.#remarksOn(target, number)
    if (ownAttributes.includes(type)) own.set(type, value)
    else addValue(attributes, nameOfBrat(type), value)
    return undefined
  }

  #remarksOn(target: string, number: number): GrowingRemarks {
    const found = this.remarks.get(target) ?? emptyRemarks(number)
    this.remarks.set(target, found)
    return found
  }
}

interface GrowingRemarks {
  /** The first of them, one-based. */
  readonly line: number
  readonly attributes: Map<string, AttributeValue>
  readonly own: Map<string, AttributeValue>
  reference: Remarks['reference']
  note: Remarks['note']
  comment: Remarks['comment']
}

function emptyRemarks(line: number): GrowingRemarks {
  return { ...noRemarks, line, attributes: new Map(), own: new Map() }
}

/** Several values of one name are one text. */
function addValue(
  attributes: Map<string, AttributeValue>,
  name: string,
  value: AttributeValue,
): void {
  const before = attributes.get(name)
  attributes.set(name, before === undefined || before === value ? value : `${before}; ${value}`)
}

function whole([id, { attributes, own, line, ...others }]: readonly [
  string,
  GrowingRemarks,
]): readonly [string, Remarks] {
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
