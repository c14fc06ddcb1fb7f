/** A page that was read, with what its format lost, and its places in the page's source of now. */
import { placeSidecar } from '../../annotation/placed/placed.ts'
import type { AnnotationRecord } from '../../annotation/record/record.ts'
import {
  headerOf,
  spansOfRanges,
  type TextView,
  textView,
} from '../../annotation/record/selectors.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import type { ReadMention, ReadPage } from '../../exchange/format/model.ts'
import { sourceReading } from '../../exchange/our-page/logical-side.ts'
import { recordsOfPage } from '../../exchange/our-page/page-records.ts'
import type { PageTexts } from './texts.ts'

export interface SourceReading {
  /** Records of the page as it is now; those whose place is in doubt have `anchor`. Ids are the file's. */
  readonly records: readonly AnnotationRecord[]
  /** English sentences. */
  readonly problems: readonly string[]
}

export function inSource(read: ReadPage, document: Document, texts: PageTexts): SourceReading {
  const { view } = document
  const restored = texts.restore(read, document)
  const map = texts.mapOf(document, read.text)
  const page = map === undefined ? restored : sourceReading(restored, map, view.lf)
  const lost = texts.lostOutside(document, read.text)
  const old = page.text === view.lf ? view : textView(page.text)
  return {
    records: placed(page, old, view),
    problems:
      lost === 0
        ? []
        : [`${document.path} has changed: ${lost} mentions outside of its articles have no place.`],
  }
}

export interface Verified {
  readonly page: ReadPage
  /** Mentions whose place is not sure, as lines for people. */
  readonly uncertain: readonly string[]
  /** English sentences, of what has no place. */
  readonly problems: readonly string[]
}

/** A page in its own text, its places compared with the words that its file says of them, as an import does. */
export function verified(page: ReadPage): Verified {
  const isSaid = page.mentions.some(
    ({ quote, doubt }) => quote !== undefined || doubt !== undefined,
  )
  if (!isSaid) return { page, uncertain: [], problems: [] }
  const view = textView(page.text)
  const records = placed({ ...page, relations: [], records: [] }, view, view)
  const uncertain: string[] = []
  const problems: string[] = []
  const mentions = page.mentions.flatMap((mention, i): ReadMention[] => {
    const record = records[i]
    if (record?.kind !== 'span') return [mention]
    const { anchor, quote, at } = record
    const here = { ...mention, spans: spansOfRanges(view, at) }
    if (anchor === undefined) return [here]
    const words = quote.join('…')
    if (anchor === 'orphan') {
      problems.push(`${mention.type} ${words} is at no place of the text.`)
      return []
    }
    const place = at.map(([start, end]) => `${start}-${end}`).join(',')
    uncertain.push(`uncertain ${place} ${mention.type} ${words} ${anchor}`)
    return [here]
  })
  const ids = new Set(mentions.map(({ id }) => id))
  const relations = page.relations.filter(({ from, to }) => ids.has(from) && ids.has(to))
  const cut = page.relations.length - relations.length
  if (cut > 0) problems.push(`${cut} relations have an end that has no place.`)
  return { page: { ...page, mentions, relations }, uncertain, problems }
}

/** `old` is the text in which the page was read: records are brought from it to `view`, as after an edit. */
function placed(page: ReadPage, old: TextView, view: TextView): readonly AnnotationRecord[] {
  const records = recordsOfPage(page, old)
  const quoted = new Map(
    page.mentions
      .filter(({ quote, doubt }) => quote !== undefined || doubt !== undefined)
      .map((each) => [each.id, each]),
  )
  const own = new Set((page.records ?? []).map(({ id }) => id))
  const isSame = old.sha256 === view.sha256
  const told = records.map((record) => {
    const mention = record.kind === 'span' ? quoted.get(record.id) : undefined
    if (record.kind === 'span' && mention !== undefined) return withQuote(record, mention)
    // Other records count in the source of then, of which only their quotes are known.
    const isStrange = !isSame && record.kind !== 'relation' && record.at !== undefined
    return own.has(record.id) && isStrange ? { ...record, of: record.of ?? unknownText } : record
  })
  const sidecar = { header: headerOf(old, page.name), records: told, broken: [] }
  const { records: found } = placeSidecar(sidecar, view, {
    page: page.name,
    textOf: (sha256) => (sha256 === old.sha256 ? old.text : undefined),
  })
  return found.map(({ record }) => record)
}

/** The file says what is marked: where its positions lead to other words, the words are looked for. */
function withQuote(
  record: AnnotationRecord & { kind: 'span' },
  { quote, prefix, suffix, doubt }: ReadMention,
): AnnotationRecord {
  const found = doubt === undefined ? record : { ...record, anchor: doubt }
  if (quote === undefined || quote.length !== record.at.length) return found
  if (quote.every((each, i) => each === record.quote[i])) return found
  return {
    ...record,
    quote,
    prefix: prefix ?? '',
    suffix: suffix ?? '',
    of: unknownText,
  }
}

/** Stands for the hash of a text that nobody has. */
const unknownText = 'unknown'
