/** A page that was read, with what its format lost, and its places in the page's source of now. */

import { placeSidecar } from '../../annotation/placed/placed.ts'
import type { AnnotationRecord, SpanRecord } from '../../annotation/record/record.ts'
import {
  describeSpans,
  headerOf,
  type TextView,
  textView,
} from '../../annotation/record/selectors.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import type { ReadMention, ReadPage } from '../../exchange/format/model.ts'
import { onText } from '../../exchange/our-page/blanks.ts'
import { sourceReading } from '../../exchange/our-page/logical-side.ts'
import { recordsOfPage } from '../../exchange/our-page/page-records.ts'
import { sameWords } from '../../exchange/our-page/quotes.ts'
import { sliceSpan } from '../../text/span.ts'
import { t, type Wording } from '../../text/wording.ts'
import type { PageTexts } from './texts.ts'

export interface SourceReading {
  /** Records of the page as it is now; those whose place is in doubt have `anchor`. Ids are the file's. */
  readonly records: readonly AnnotationRecord[]
  /** Sentences. */
  readonly problems: readonly Wording[]
}

export function inSource(given: ReadPage, document: Document, texts: PageTexts): SourceReading {
  const { view } = document
  const read = inOwnBlanks(given, document, texts)
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
        : [
            t(
              '{0} has changed: {1} mentions outside of its articles have no place.',
              document.path,
              lost,
            ),
          ],
  }
}

/** In the page's text where that has other blanks only. */
function inOwnBlanks(read: ReadPage, document: Document, texts: PageTexts): ReadPage {
  const { text } = read
  if (text === document.view.lf || texts.mapOf(document, text) !== undefined) return read
  const form = texts.formOf(document, text)
  return form === undefined ? read : onText(read, form)
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
  record: SpanRecord,
  { quote, prefix, suffix, doubt }: ReadMention,
): AnnotationRecord {
  if (quote === undefined || saysSame(record, quote)) {
    return doubt === undefined ? record : { ...record, anchor: doubt }
  }
  const [at, words] =
    quote.length === record.at.length ? [record.at, quote] : [hullOf(record), [quote.join('')]]
  return {
    ...record,
    at,
    quote: words,
    prefix: prefix ?? '',
    suffix: suffix ?? '',
    of: unknownText,
  }
}

function saysSame(record: SpanRecord, quote: readonly string[]): boolean {
  return quote.length === record.quote.length
    ? quote.every((each, i) => sameWords(each, record.quote[i] ?? ''))
    : sameWords(quote.join(''), record.quote.join(''))
}

function hullOf({ at }: SpanRecord): SpanRecord['at'] {
  return [[Math.min(...at.map(([start]) => start)), Math.max(...at.map(([, end]) => end))]]
}

/** Stands for the hash of a text that nobody has. */
const unknownText = 'unknown'

/**
 * The page with its mentions where the words are that the file says of them, in its own text; a sentence for each
 * whose words are not surely found: it stays where the file has it.
 */
export function atItsWords(page: ReadPage): {
  readonly page: ReadPage
  readonly problems: readonly Wording[]
  /** Of those that are found by their words, with a part of their context. */
  readonly uncertain: readonly string[]
} {
  const view = textView(page.text)
  const uncertain = page.mentions.flatMap(({ doubt, spans, type }) => {
    if (doubt === undefined) return []
    const { at, quote } = describeSpans(view, spans)
    const place = at.map(([start, end]) => `${start}-${end}`).join(',')
    return [`uncertain ${place} ${type} ${quote.join('…')} ${doubt}`]
  })
  const offsetOf = (at: number): number => view.lfMap.toOffset(at)
  const problems: Wording[] = []
  const quoted = page.mentions.filter(({ quote, spans }) => {
    const words = spans.map((span) => sliceSpan(page.text, span))
    return quote !== undefined && !sameWords(quote.join(''), words.join(''))
  })
  if (quoted.length === 0) return { page, problems, uncertain }
  const found = new Map(
    placed({ ...page, mentions: quoted, relations: [], records: [] }, view, view).map((record) => [
      record.id,
      record,
    ]),
  )
  const mentions = page.mentions.map((mention) => {
    const record = found.get(mention.id)
    if (record?.kind !== 'span') return mention
    if (record.anchor !== undefined) {
      const said = mention.quote?.join('…') ?? ''
      problems.push(
        t('{0} says “{1}”, which is not for sure in the text.', mention.id, said.slice(0, 60)),
      )
      return mention
    }
    const spans = record.at.map(([start, end]) => ({ start: offsetOf(start), end: offsetOf(end) }))
    return { ...mention, spans }
  })
  return { page: { ...page, mentions }, problems, uncertain }
}
