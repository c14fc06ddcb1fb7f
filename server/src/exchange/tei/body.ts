/**
 * The text of a page as paragraphs and lines. What stands between the tags is the text itself, its
 * newlines too, so that positions in it count in every reader, and nothing has to be put back.
 */
import { byPosition, type Span } from '../../text/span.ts'
import { escapeXml } from '../file/xml.ts'

/** An element around a part of the text. */
export interface InlineElement extends Span {
  readonly open: string
  readonly close: string
}

/** Elements do not cross. */
export function bodyXml(text: string, elements: readonly InlineElement[]): string {
  const breaks = paragraphBreaks(text, elements)
  const parts: string[] = ['<p>']
  let at = 0
  let next = 0
  const write = (end: number): void => {
    for (let to = breaks[next]; to !== undefined && to < end; to = breaks[++next]) {
      parts.push(linesXml(text.slice(at, to)), '</p>\n\n<p>')
      at = to + 2
    }
    parts.push(linesXml(text.slice(at, end)))
    at = end
  }
  const open: InlineElement[] = []
  const closeUntil = (start: number): void => {
    for (let last = open.at(-1); last !== undefined && last.end <= start; last = open.at(-1)) {
      write(last.end)
      parts.push(last.close)
      open.pop()
    }
  }
  for (const element of [...elements].sort(byPosition)) {
    closeUntil(element.start)
    write(element.start)
    parts.push(element.open)
    open.push(element)
  }
  closeUntil(text.length)
  write(text.length)
  parts.push('</p>')
  return parts.join('')
}

/** The newline stays in the text: `lb` only shows where a line begins. */
function linesXml(text: string): string {
  return escapeXml(text).replaceAll('\n', '\n<lb/>')
}

/** Offsets of the two newlines between paragraphs; none inside an element. */
function paragraphBreaks(text: string, elements: readonly Span[]): readonly number[] {
  const covered = new Uint8Array(text.length)
  for (const { start, end } of elements) covered.fill(1, start, end)
  return Array.from(text.matchAll(/\n\n/g), ({ index }) => index).filter(
    (at) => covered[at] === 0 && covered[at + 1] === 0,
  )
}
