/** What one side of a comparison says of its pages: marks in the text, or people's annotations beside it. */

import type { Annotations } from '../../annotation/placed/placed.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import { lfText } from '../../exchange/our-page/text-positions.ts'
import { readMarked } from '../../text/marked.ts'
import type { JudgedMention, JudgedPage } from './judged.ts'

/** `all`: suggestions too. */
export type SideStatus = 'accepted' | 'all'

/** A page whose marks are not closed says so; `undefined` where nobody has marked or annotated it. */
export type Side = { readonly page: JudgedPage } | { readonly fault: string } | undefined

/**
 * `layer`: what an annotator has of the page, instead of the page's own annotations. Marks in the text win over
 * both. Suggestions are computed, so that with `all` every page says something.
 */
export function sideOf(
  document: Document,
  { layer, status }: { readonly layer?: Annotations | undefined; readonly status: SideStatus },
): Side {
  const { path: name, text: raw } = document
  const { text, toLf } = lfText(raw)
  const marked = readMarked(text)
  if (marked.unclosed.length > 0 && marked.spans.length > 0) {
    return { fault: `a mark is not closed in ${name}` }
  }
  if (marked.spans.length > 0) {
    const mentions = marked.spans.map(({ type, start, end }) => ({ type, spans: [{ start, end }] }))
    return { page: { name, text: marked.text, mentions } }
  }
  const isComputed = layer === undefined && status === 'all'
  const annotations = layer ?? document.annotations
  if (!isComputed && annotations.header === undefined) return undefined
  const said = isComputed
    ? document.mentions.filter((mention) => mention.status !== 'rejected')
    : recorded(annotations, status)
  const mentions = said.map(({ type, spans }) => ({
    type,
    spans: spans.map(({ start, end }) => ({ start: toLf(start), end: toLf(end) })),
  }))
  return { page: { name, text, mentions } }
}

function recorded({ records }: Annotations, wanted: SideStatus): readonly JudgedMention[] {
  return records.flatMap(({ record, spans }) => {
    if (record.kind !== 'span' || spans.length === 0) return []
    const isWanted =
      record.status === 'accepted' || (wanted === 'all' && record.status === 'suggested')
    return isWanted ? [{ type: record.type, spans }] : []
  })
}
