/** What a figure counts, by the words beside it. */
import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import { logicalAt } from './logical-at.ts'

/** Longest answer, in UTF-16 units. */
const most = 12

/** `选手` of 120名选手参赛, else what stands before: `查出隐患` of 查出隐患310处; empty where there are no words. */
export function countedThing(document: Document, figure: Mention): string {
  const place = logicalAt(document, mentionSpan(figure).start)
  if (place === undefined) return ''
  const { offset, logical } = place
  const { text } = logical
  const end = offset + figure.text.length
  const next = document.mentions.find(
    (each) =>
      each.article === figure.article && mentionSpan(each).start === mentionSpan(figure).end,
  )
  if (next !== undefined) return next.text
  const behind = /^[\p{L}]+/u.exec(text.slice(end, end + most))?.[0] ?? ''
  if (behind.length > 1) return behind
  return /[\p{L}]+$/u.exec(text.slice(Math.max(0, offset - most), offset))?.[0] ?? behind
}
