/** Places in the text of a TEI file: pointers to elements, to anchors, and to ranges of characters. */

import type { Span } from '../../text/span.ts'
import { append } from '../../values/append.ts'
import { tidySpans } from '../our-page/parts.ts'
import { codePoints, type Positions } from '../our-page/text-positions.ts'
import type { TextElement } from './text.ts'

export interface TeiPlaces {
  readonly elements: ReadonlyMap<string, TextElement>
  /** Of the whole text. */
  readonly positions: Positions
}

export function teiPlaces(text: string, elements: readonly TextElement[]): TeiPlaces {
  const byId = new Map<string, TextElement>()
  for (const element of elements) {
    const id = element.attributes.get('xml:id')
    if (id !== undefined) byId.set(id, element)
  }
  return { elements: byId, positions: codePoints(text) }
}

/** The spans of all pointers of a `target`; `undefined` where one of them is not in the text. */
export function spansOfTarget(target: string, places: TeiPlaces): readonly Span[] | undefined {
  const pointers = target.trim().split(/\s+/)
  const spans: Span[] = []
  for (const pointer of pointers) {
    const found = spansOfPointer(pointer, places)
    if (found === undefined) return undefined
    append(spans, found)
  }
  const tidy = tidySpans(spans)
  return tidy.length === 0 ? undefined : tidy
}

function spansOfPointer(pointer: string, places: TeiPlaces): readonly Span[] | undefined {
  const [, id, numbers] = /^#string-range\(#?([^,()]+)((?:,\d{1,9})+)\)$/.exec(pointer) ?? []
  const element = places.elements.get(id ?? pointer.replace(/^#/, ''))
  if (element === undefined) return undefined
  if (numbers === undefined) return [element]
  const { toOffset, toPosition } = places.positions
  const start = toPosition(element.start)
  const length = toPosition(element.end) - start
  const counts = numbers.slice(1).split(',').map(Number)
  const spans: Span[] = []
  for (let i = 0; i + 1 < counts.length; i += 2) {
    const from = counts[i] ?? 0
    const to = from + (counts[i + 1] ?? 0)
    if (to > length) return undefined
    spans.push({ start: toOffset(start + from), end: toOffset(start + to) })
  }
  return spans
}

/** From where one begins to where the other ends: `span` with `from` and `to`. */
export function spanBetween(from: string, to: string, places: TeiPlaces): Span | undefined {
  const [first, last] = [from, to].map((pointer) => places.elements.get(pointer.replace(/^#/, '')))
  if (first === undefined || last === undefined || first.start >= last.end) return undefined
  return { start: first.start, end: last.end }
}
