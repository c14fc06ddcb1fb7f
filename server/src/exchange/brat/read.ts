/** Reading `.ann` files with the text beside them. */

import type { Attributes } from '../../annotation/record/record.ts'
import { hull } from '../../text/span.ts'
import { t } from '../../text/wording.ts'
import { defined } from '../../values/defined.ts'
import { decodeTable, decodeUtf8, stemOf } from '../file/files.ts'
import { mostAnnotations } from '../file/limits.ts'
import type { FormatReader, ReadContext, Reading, ReadProblem } from '../format/format.ts'
import type { ExchangeRelation, ExchangeStatement, ReadMention } from '../format/model.ts'
import { type Parts, statusOf } from '../our-page/parts.ts'
import { quotedPlace } from '../our-page/quotes.ts'
import { type Quoted, type SpanReader, spanReader } from '../our-page/span-reader.ts'
import { type AnnMention, noRemarks, type Remarks, readAnnLines } from './lines.ts'
import { bratReference, oneLine } from './names.ts'

export const bratReader: FormatReader = {
  accepts: (path) => /\.ann$/i.test(path),
  companions: (path) => textEndings.map((ending) => stemOf(path) + ending),
  read({ path, content }, context) {
    const name = stemOf(path)
    const raw = rawText(name, context)
    if (raw === undefined) {
      return { pages: [], problems: [{ path, message: t('There is no page for {0}.', name) }] }
    }
    return readAnn(path, decodeTable(content), raw)
  },
}

const textEndings = ['.txt', '.TXT'] as const

/** The text beside the file as it is: brat counts all of it, a byte order mark and CR too. */
function rawText(name: string, { companions, text }: ReadContext): string | undefined {
  const [bytes] = textEndings.flatMap((ending) => companions.get(name + ending) ?? [])
  return bytes === undefined ? text(name) : decodeUtf8(bytes)
}

/** Lines that an annotation may have. */
const mostLines = 8 * mostAnnotations

function readAnn(path: string, ann: string, raw: string): Reading {
  const lines = readAnnLines(ann, mostLines)
  const problems: ReadProblem[] = lines.faults.map((fault) => ({ path, ...fault }))
  const places = spanReader(raw, [...lines.mentions.values()].flatMap(quotedRanges))
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  const idOf = (own: string, { comment }: Remarks): string => {
    // A mention that was copied by hand has the id of another.
    const id = comment.id === undefined || taken.has(comment.id) ? own : comment.id
    taken.add(id)
    return id
  }
  const mentions: ReadMention[] = []
  for (const [own, mention] of lines.mentions) {
    const remarks = lines.remarks.get(own) ?? noRemarks
    const place = placeOf(mention, places)
    if (place === undefined) {
      problems.push({ path, message: t('{0} is at no place of the text.', own) })
      continue
    }
    const id = idOf(own, remarks)
    ids.set(own, id)
    const { reading } = remarks.comment
    mentions.push({
      ...statementOf(remarks),
      id,
      type: mention.type,
      ...place,
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
      problems.push({ path, message: t('{0} has an end that is no mention.', own) })
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
  return {
    pages: [{ name: stemOf(path), text: places.text, mentions, relations }],
    problems,
  }
}

/** The words of each fragment; `undefined` where the text column cannot be divided among them. */
function quotesOf({ ranges, text }: AnnMention): readonly string[] | undefined {
  if (text === '' || ranges.length === 1) return text === '' ? undefined : [text]
  const characters = [...text]
  let at = 0
  const cut = ranges.map(([start, end]) => {
    const words = characters.slice(at, at + end - start).join('')
    at += end - start + 1
    return words
  })
  // A space is between two.
  if (at === characters.length + 1) return cut
  const words = text.split(' ')
  return words.length === ranges.length ? words : undefined
}

function quotedRanges(mention: AnnMention): readonly Quoted[] {
  const quotes = quotesOf(mention)
  return mention.ranges.flatMap(([start, end], i): readonly Quoted[] => {
    const quote = quotes?.[i]
    return quote === undefined || start === end ? [] : [[start, end, quote]]
  })
}

/** `undefined` where a fragment is outside of the text, and where all are empty. */
function placeOf(
  mention: AnnMention,
  { spanOf }: SpanReader,
): Pick<ReadMention, 'spans' | 'quote'> | undefined {
  const quotes = quotesOf(mention)
  const pieces = mention.ranges
    .map(([start, end], i) => ({ span: spanOf(start, end), quote: quotes?.[i], start, end }))
    .filter(({ start, end }) => start < end)
  const found = pieces.flatMap(({ span, quote }) => (span === undefined ? [] : [{ span, quote }]))
  const [first] = found
  if (first === undefined || found.length < pieces.length) return undefined
  const whole = hull(found.map(({ span }) => span)) ?? first.span
  // Words that fit no fragments are looked for as one.
  return mention.text !== '' && quotes === undefined
    ? { spans: [whole], quote: [mention.text] }
    : quotedPlace(found)
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
