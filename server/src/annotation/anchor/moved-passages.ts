/** Lines that a diff lost because they stand elsewhere now, in another order than before. */

import type { Match } from '../../text/diff/align.ts'
import { diffTexts } from '../../text/diff/diff.ts'
import type { Span } from '../../text/span.ts'

/** A line of the old text and the line of the new one that it has become. */
export interface MovedPassage {
  readonly old: Span
  readonly new: Span
  /** What both have in common; offsets count in the two lines. */
  readonly matches: readonly Match[]
}

/** A part of a line up to which what is at its place by diff is there by chance. */
const chance = 0.4
/** The part of both lines that must be common, and the units of what points from one to the other. */
const common = 0.6
const gram = 8

/**
 * Ascending in the old text. `keptOf` counts the units of a span that the diff matched, on either side.
 */
export function movedPassages(
  before: string,
  after: string,
  keptOf: { readonly old: (span: Span) => number; readonly new: (span: Span) => number },
): readonly MovedPassage[] {
  const isLost = (kept: (span: Span) => number) => (span: Span) =>
    kept(span) <= chance * (span.end - span.start)
  const oldLines = linesOf(before).filter(isLost(keptOf.old))
  const newLines = linesOf(after).filter(isLost(keptOf.new))
  if (oldLines.length === 0 || newLines.length === 0) return []
  const pointers = pointersTo(after, newLines)
  const taken = new Set<Span>()
  return oldLines.flatMap((old): readonly MovedPassage[] => {
    const line = before.slice(old.start, old.end)
    const target = mostPointed(line, pointers)
    if (target === undefined || taken.has(target)) return []
    const fresh = after.slice(target.start, target.end)
    const matches = diffTexts(line, fresh)
    const kept = matches.reduce((sum, { length }) => sum + length, 0)
    if (kept < common * Math.max(line.length, fresh.length)) return []
    taken.add(target)
    return [{ old, new: target, matches }]
  })
}

/** Lines that are not empty, without their line break. */
function linesOf(text: string): readonly Span[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }))
}

/** From the grams of the lines, and from short lines as a whole; what is in several points nowhere. */
function pointersTo(text: string, lines: readonly Span[]): ReadonlyMap<string, Span | undefined> {
  const pointers = new Map<string, Span | undefined>()
  for (const line of lines) {
    for (const key of keysOf(text.slice(line.start, line.end))) {
      const known = pointers.has(key) ? pointers.get(key) : line
      pointers.set(key, known === line ? line : undefined)
    }
  }
  return pointers
}

function keysOf(line: string): readonly string[] {
  if (line.length < gram) return [line]
  return Array.from({ length: line.length - gram + 1 }, (_, i) => line.slice(i, i + gram))
}

function mostPointed(
  line: string,
  pointers: ReadonlyMap<string, Span | undefined>,
): Span | undefined {
  const votes = new Map<Span, number>()
  for (const key of keysOf(line)) {
    const target = pointers.get(key)
    if (target !== undefined) votes.set(target, (votes.get(target) ?? 0) + 1)
  }
  let best: Span | undefined
  for (const [target, count] of votes) {
    if (count > (best === undefined ? 0 : (votes.get(best) ?? 0))) best = target
  }
  return best
}
