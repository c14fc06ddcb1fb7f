/** Texts that differ in blanks only: programs trim them, join lines, and write one blank for another. */
import type { Span } from '../../text/span.ts'
import { firstIndex } from '../../values/sorted.ts'
import type { ReadPage } from '../format/model.ts'

const blanks = /[\s\u001c-\u001f\u0085\u200b\u2060]+/g

export function textWithoutBlanks(text: string): string {
  return text.replace(blanks, '')
}

/** Whether all but the blanks is the same in both. */
export function sameButBlanks(a: string, b: string): boolean {
  return a === b || textWithoutBlanks(a) === textWithoutBlanks(b)
}

/**
 * The page with the places that its mentions have in `text`, which is the same but for blanks. Blanks at the ends
 * of a mention are left out; one of blanks only is where such are in `text`, if any are.
 */
export function onText(page: ReadPage, text: string): ReadPage {
  if (page.text === text) return page
  const from = offsetsOf(page.text)
  const to = offsetsOf(text)
  const placeOf = ({ start, end }: Span): Span => {
    const first = countBefore(from, start)
    const behind = countBefore(from, end)
    if (first < behind) return { start: to[first] ?? 0, end: (to[behind - 1] ?? 0) + 1 }
    return {
      start: first === 0 ? 0 : (to[first - 1] ?? 0) + 1,
      end: to[first] ?? text.length,
    }
  }
  const mentions = page.mentions.map((mention) => ({
    ...mention,
    spans: mention.spans.map(placeOf),
  }))
  return { ...page, text, mentions }
}

/** Of the units that are no blanks. */
function offsetsOf(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length)
  let count = 0
  let at = 0
  const upTo = (end: number): void => {
    while (at < end) offsets[count++] = at++
  }
  for (const { index, 0: run } of text.matchAll(blanks)) {
    upTo(index)
    at = index + run.length
  }
  upTo(text.length)
  return offsets.subarray(0, count)
}

/** How many of sorted offsets are before one. */
function countBefore(offsets: Uint32Array, offset: number): number {
  return firstIndex(offsets.length, (middle) => (offsets[middle] ?? 0) >= offset)
}
