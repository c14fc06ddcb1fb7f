/** Parts cut where people say that a block begins, and title lines put together. */
import type { Span } from '../../text/span.ts'
import { isBreak, trimmed } from '../lines/lines.ts'
import { flat, type Part } from '../lines/parts.ts'
import { apartSpans, placesOf } from './places.ts'

/** The parts with one beginning at each point that lies inside of one. Points in any order. */
export function cutParts(
  plain: string,
  parts: readonly Part[],
  points: readonly number[],
): readonly Part[] {
  const sorted = points.map((point) => besideSurrogates(plain, point)).sort((a, b) => a - b)
  const out: Part[] = []
  let next = 0
  for (const part of parts) {
    let rest = part
    for (; next < sorted.length; next++) {
      const at = sorted[next] ?? 0
      if (at >= part.span.end) break
      const left = trimmed(plain, rest.span.start, at)
      const right = trimmed(plain, at, rest.span.end)
      if (left.start >= left.end || right.start >= right.end) continue
      const anew = [...plain.slice(left.end, right.start)].some((c) => isBreak(c.charCodeAt(0)))
      out.push({ ...piece(plain, rest, left), lead: false })
      rest = { ...piece(plain, rest, right), gap: 0, inline: !anew }
    }
    out.push(rest)
  }
  return out
}

/** The parts that a title line covers as one; never over a point at which a block begins. */
export function mergeLines(
  plain: string,
  parts: readonly Part[],
  lines: readonly Span[],
  points: readonly number[],
): readonly Part[] {
  const places = placesOf(parts)
  const begun = new Set(points.map((point) => places.first({ start: point, end: plain.length })))
  const into = new Map<Part, Part>()
  for (const line of apartSpans(lines)) {
    const [first, ...others] = places.meant(line)
    if (first === undefined || into.has(first)) continue
    for (const other of others) {
      if (begun.has(other)) break
      into.set(other, first)
    }
  }
  const out: Part[] = []
  for (const part of parts) {
    const last = out.at(-1)
    if (last === undefined || !into.has(part)) out.push(part)
    else {
      const span = { start: last.span.start, end: part.span.end }
      const names = [...last.names, ...part.names]
      out[out.length - 1] = { ...piece(plain, { ...last, role: 'title' }, span), names }
    }
  }
  return out
}

function piece(plain: string, part: Part, span: Span): Part {
  const raw = plain.slice(span.start, span.end)
  return {
    ...part,
    span,
    text: flat(raw, part.role === 'title' ? ' ' : ''),
    names: part.names.filter(({ start, end }) => start >= span.start && end <= span.end),
  }
}

/** A character of two units is not cut. */
function besideSurrogates(text: string, at: number): number {
  const isPair =
    /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
  return isPair ? at - 1 : at
}
