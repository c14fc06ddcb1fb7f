/** How far mentions are from each other where people read them. */
import { type Mention, mentionSpan } from '../../../annotation/record/mention.ts'
import type { Document } from '../../../corpus/snapshot/model.ts'
import { logicalAt } from '../../looking/logical-at.ts'

export interface Distance {
  /** Whether both stand in one logical text: an article or a loose block. */
  readonly isNear: boolean
  /** UTF-16 units between them in that text, else on the page; 0 where they touch or overlap. */
  readonly units: number
}

/** Of mentions of the page to one of them. */
export function distancesTo(document: Document, mention: Mention): (other: Mention) => Distance {
  const here = placeOf(document, mention)
  const there = mentionSpan(mention)
  return (other) => {
    const place = placeOf(document, other)
    const isNear = here !== undefined && place?.text === here.text
    const [a, b] = isNear ? [here, place] : [there, mentionSpan(other)]
    return { isNear, units: Math.max(0, b.start - a.end, a.start - b.end) }
  }
}

/** For `Array.sort`: those in the same text first, the nearest first. */
export function byDistance(a: Distance, b: Distance): number {
  return Number(b.isNear) - Number(a.isNear) || a.units - b.units
}

function placeOf(document: Document, { spans, text }: Mention) {
  const at = logicalAt(document, spans[0]?.start ?? 0)
  return at === undefined
    ? undefined
    : { text: at.logical, start: at.offset, end: at.offset + text.length }
}
