/** Reading TEI: names in the text, and annotations and spans that point into it. */

import { t } from '../../text/wording.ts'
import { withKeys } from '../../values/with-keys.ts'
import { decodeUtf8, stemOf } from '../file/files.ts'
import { mostAnnotations } from '../file/limits.ts'
import type { FormatReader, ReadContext, Reading, ReadProblem } from '../format/format.ts'
import type { ExchangeRelation, ReadMention } from '../format/model.ts'
import { idOfXml, textOfWord } from './names.ts'
import { spanBetween, spansOfTarget, teiPlaces } from './places.ts'
import { pageOfHeader } from './read-header.ts'
import { mentionsOfText } from './read-inline.ts'
import { type Remarks, remarksOf, statementOf } from './read-statement.ts'
import { nodesOf, type TeiFile, teiFile, type XmlNode } from './tree.ts'

export const teiReader: FormatReader = {
  accepts: (path) => /\.(?:xml|tei)$/i.test(path) && !path.endsWith('TypeSystem.xml'),
  companions: () => [],
  read({ path, content }, context) {
    const file = teiFile(decodeUtf8(content))
    if (!('trees' in file)) return { pages: [], problems: [{ path, ...file }] }
    if (!file.isTei) return { pages: [], problems: [{ path, message: t('This is no TEI.') }] }
    return readTei(file, path, context)
  },
}

function readTei(file: TeiFile, path: string, { schema }: ReadContext): Reading {
  const problems: ReadProblem[] = []
  const page = pageOfHeader(file.trees)
  const remarks = remarksOf(file.trees)
  const mentions = new Map<string, ReadMention>()
  for (const each of mentionsOfText(file, { schema, remarks, ours: page.ours })) {
    if (mentions.size < mostAnnotations) mentions.set(each.xmlId, each.mention)
  }
  const standing = pointedMentions(file, remarks)
  for (const { xmlId, mention } of standing.mentions) {
    if (mentions.size < mostAnnotations) mentions.set(xmlId, mention)
  }
  for (const id of standing.lost)
    problems.push({ path, message: t('{0} is at no place of the text.', id) })
  const relations = nodesOf(file.trees, 'relation').flatMap((node, i): ExchangeRelation[] => {
    const ends = ['active', 'passive'].map((end) =>
      mentions.get((node.attributes.get(end) ?? '').replace(/^#/, '')),
    )
    const [from, to] = ends
    const xmlId = node.attributes.get('xml:id') ?? `relation-${i + 1}`
    if (from === undefined || to === undefined) {
      problems.push({ path, message: t('{0} has an end that is no mention.', xmlId) })
      return []
    }
    const { entity, reading, ...statement } = statementOf(node.attributes, xmlId, remarks)
    const type = textOfWord(node.attributes.get('name') ?? node.attributes.get('type') ?? '')
    return [{ ...statement, id: idOfXml('r', xmlId) ?? xmlId, type, from: from.id, to: to.id }]
  })
  const name = page.path ?? stemOf(path)
  const { data } = page
  const read = { name, text: file.text, mentions: [...mentions.values()], relations, data }
  return { pages: [read], problems }
}

interface Pointed {
  readonly mentions: readonly { readonly xmlId: string; readonly mention: ReadMention }[]
  /** What points to no place. */
  readonly lost: readonly string[]
}

/** `annotation` with ranges or elements of the text as target, and `span`. */
function pointedMentions(file: TeiFile, remarks: Remarks): Pointed {
  const places = teiPlaces(file.text, file.elements)
  const mentions: { xmlId: string; mention: ReadMention }[] = []
  const lost: string[] = []
  for (const [i, node] of nodesOf(file.trees, 'annotation', 'span').entries()) {
    const { name, attributes } = node
    const xmlId = attributes.get('xml:id') ?? `${name}-${i + 1}`
    const type = typeOf(node, remarks)
    // Without a type it is a note on something.
    if (type === undefined) continue
    const from = attributes.get('from')
    const between = from && spanBetween(from, attributes.get('to') ?? from, places)
    const target = attributes.get('target')
    const spans = between ? [between] : spansOfTarget(target ?? '', places)
    if (spans === undefined) {
      lost.push(xmlId)
      continue
    }
    const statement = statementOf(attributes, xmlId, remarks, node)
    const id = idOfXml('m', xmlId) ?? xmlId
    mentions.push({ xmlId, mention: withKeys(statement, { id, type, spans }) })
  }
  return { mentions, lost }
}

/** What `ana` points to; of a span its own text or type. */
function typeOf(node: XmlNode, { types }: Remarks): string | undefined {
  for (const pointer of (node.attributes.get('ana') ?? '').split(/\s+/)) {
    const type = types.get(pointer)
    if (type !== undefined) return type
  }
  if (node.name !== 'span') return undefined
  return node.text.trim() || node.attributes.get('type') || 'span'
}
