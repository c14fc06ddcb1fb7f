/** Reading `.ann` files with the text beside them. */

import type { Attributes } from '../../annotation/record/record.ts'
import { defined } from '../../values/defined.ts'
import { decodeUtf8, stemOf } from '../file/files.ts'
import { mostAnnotations } from '../file/limits.ts'
import type { FormatReader, ReadContext, Reading, ReadProblem } from '../format/format.ts'
import type { ExchangeRelation, ExchangeStatement, ReadMention } from '../format/model.ts'
import { type Parts, statusOf, tidySpans } from '../our-page/parts.ts'
import { codePoints, lfText } from '../our-page/text-positions.ts'
import { noRemarks, type Remarks, readAnnLines } from './lines.ts'
import { bratReference, oneLine } from './names.ts'

export const bratReader: FormatReader = {
  accepts: (path) => path.endsWith('.ann'),
  companions: (path) => [`${stemOf(path)}.txt`],
  read({ path, content }, context) {
    const name = stemOf(path)
    const raw = rawText(name, context)
    if (raw === undefined) {
      return { pages: [], problems: [{ path, message: `There is no page for ${name}.` }] }
    }
    return readAnn(path, decodeUtf8(content), raw)
  },
}

/** The text beside the file as it is: brat counts all of it, a byte order mark and CR too. */
function rawText(name: string, { companions, text }: ReadContext): string | undefined {
  const bytes = companions.get(`${name}.txt`)
  return bytes === undefined ? text(name) : decodeUtf8(bytes)
}

/** Lines that an annotation may have. */
const mostLines = 8 * mostAnnotations

function readAnn(path: string, ann: string, raw: string): Reading {
  const lines = readAnnLines(ann, mostLines)
  const problems: ReadProblem[] = lines.faults.map((fault) => ({ path, ...fault }))
  const { text, toLf } = lfText(raw)
  const { toOffset, length } = codePoints(raw)
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  const idOf = (own: string, { comment }: Remarks): string => {
    // A mention that was copied by hand has the id of another.
    const id = comment.id === undefined || taken.has(comment.id) ? own : comment.id
    taken.add(id)
    return id
  }
  const mentions: ReadMention[] = []
  for (const [own, { type, ranges }] of lines.mentions) {
    const remarks = lines.remarks.get(own) ?? noRemarks
    const spans = tidySpans(
      ranges.map(([start, end]) => ({ start: toLf(toOffset(start)), end: toLf(toOffset(end)) })),
    )
    if (spans.length === 0 || ranges.some(([, end]) => end > length)) {
      problems.push({ path, message: `${own} is at no place of the text.` })
      continue
    }
    const id = idOf(own, remarks)
    ids.set(own, id)
    const { reading } = remarks.comment
    mentions.push({
      ...statementOf(remarks),
      id,
      type,
      spans,
      ...entityOf(remarks),
      ...defined({ reading }),
    })
  }
  const relations: ExchangeRelation[] = []
  for (const [own, relation] of lines.relations) {
    const remarks = lines.remarks.get(own) ?? noRemarks
    const from = ids.get(relation.from)
    const to = ids.get(relation.to)
    if (from === undefined || to === undefined) {
      problems.push({ path, message: `${own} has an end that is no mention.` })
      continue
    }
    relations.push({
      ...statementOf(remarks),
      id: idOf(own, remarks),
      type: relation.type,
      from,
      to,
    })
  }
  // Of a line that could not be read, it was said already.
  const known = new Set([...lines.mentions.keys(), ...lines.relations.keys()])
  const lost = [...lines.remarks.keys()].filter((id) => !known.has(id))
  if (lost.length > 0) {
    const shown = lost.slice(0, 10).join(', ')
    const message = `Attributes and notes of what is not read are left out (${lost.length}): ${shown}.`
    problems.push({ path, message })
  }
  return { pages: [{ name: path.replace(/\.ann$/, ''), text, mentions, relations }], problems }
}

function statementOf(remarks: Remarks): Omit<ExchangeStatement, 'id' | 'type'> {
  const { id, entity, reading, note, attributes, ...comment } = remarks.comment
  const { Status, Unsure } = remarks.own
  const all: Attributes = { ...attributes, ...remarks.attributes }
  const status = statusOf(typeof Status === 'string' ? Status : undefined)
  return {
    ...comment,
    status: status ?? comment.status ?? 'accepted',
    ...(Unsure === true ? { unsure: true } : {}),
    ...(Object.keys(all).length === 0 ? {} : { attributes: all }),
    ...noteOf(remarks.note, note),
  }
}

/** The note as brat has it, unless ours is the same with line breaks. */
function noteOf(shown: string | undefined, exact: string | undefined): Pick<Parts, 'note'> {
  if (shown === undefined) return {}
  return { note: exact !== undefined && oneLine(exact) === shown ? exact : shown }
}

/** The entity as brat has it, unless ours is the same with spaces. */
function entityOf({ reference, comment: { entity } }: Remarks): Pick<Parts, 'entity'> {
  if (reference === undefined || reference === '') return {}
  const same = entity !== undefined && bratReference(entity) === reference
  return { entity: same ? entity : reference }
}
