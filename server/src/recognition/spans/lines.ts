/** A unit line by line: no name goes over a line break, so that an edit makes one line new. */
import type { BlockKind } from '../../page/model.ts'
import { linesOf } from '../../text/lines.ts'
import type { Unit } from '../reading/recogniser.ts'
import type { Line, Proposal } from './line.ts'

export interface PlacedLine {
  /** Offset in the unit. */
  readonly start: number
  readonly line: Line
}

/** `proposals` in any order, with offsets in the unit; those that go over a line break are left out. */
export function linesOfUnit(
  { text, words, blocks }: Unit,
  proposals: readonly Proposal[],
): readonly PlacedLine[] {
  const sorted = [...proposals].sort((a, b) => a.start - b.start)
  let proposed = 0
  let next = 0
  let reached = 0
  let block = 0
  return linesOf(text).map(({ start, text: own }) => {
    const end = start + own.length
    const first = next
    while (reached < end && next < words.length) reached += words[next++]?.text.length ?? 0
    while ((blocks[block]?.span.end ?? end) <= start) block++
    const holder = blocks[block]
    const kind: BlockKind | undefined =
      holder !== undefined && holder.span.start < end ? holder.kind : undefined
    const inside: Proposal[] = []
    for (; ; proposed++) {
      const each = sorted[proposed]
      if (each === undefined || each.start >= end) break
      if (each.end <= end)
        inside.push({ ...each, start: each.start - start, end: each.end - start })
    }
    return {
      start,
      line: { text: own, words: words.slice(first, next), block: kind, proposals: inside },
    }
  })
}
