/** From a page that a person has done to the lines that a model learns from. */

import type { Page } from '../../page/model.ts'
import type { MarkedSpan } from '../../text/marked.ts'
import { sourceToLogical } from '../../text/offset-map.ts'
import type { Span } from '../../text/span.ts'
import { overlaps } from '../../text/span.ts'
import { partsOfUnit } from '../reading/long-units.ts'
import { printedText } from '../reading/recogniser.ts'
import { trim } from '../reading/trim.ts'
import { unitsOf } from '../reading/units.ts'
import type { Means } from '../resolve-unit.ts'
import type { Line } from '../spans/line.ts'
import { linesOfUnit } from '../spans/lines.ts'
import { proposalsIn } from '../spans/proposals.ts'

/** A page that a person has done: what is not in `mentions` is no name. */
export interface TrainingPage {
  /** Tells the page from others of its corpus: its path. */
  readonly id: string
  readonly text: string
  /** As it was analysed. */
  readonly page: Page
  /** Accepted, with spans in `text`, in any order. */
  readonly mentions: readonly { readonly span: Span; readonly type: string }[]
}

/** Plain data, which a worker can be sent. */
export interface MarkedPage {
  readonly id: string
  readonly lines: readonly MarkedLine[]
  /** Types of names that stand in no line whole: no model finds them. */
  readonly lost: readonly string[]
}

export interface MarkedLine {
  readonly line: Line
  /** In order and apart, with offsets in the line. */
  readonly names: readonly MarkedSpan[]
}

/** Steps of some milliseconds at most, so that other work may come between them. */
export function* markPage(
  { id, text, page, mentions }: TrainingPage,
  { segment, lexicon, without }: Means,
): Generator<void, MarkedPage> {
  const lines: MarkedLine[] = []
  const left = new Set(mentions)
  for (const { draft, map } of unitsOf(page).flatMap(partsOfUnit)) {
    const printed = printedText(draft)
    const own = mentions.flatMap((mention) => {
      const start = sourceToLogical(map, mention.span.start)
      const last = sourceToLogical(map, mention.span.end - 1)
      if (start === undefined || last === undefined || last < start) return []
      // An offset right behind a piece counts as in it: the name itself must stand there.
      if (printed[start] !== text[mention.span.start]) return []
      return [{ ...trim(draft.text, { start, end: last + 1 }), type: mention.type, mention }]
    })
    own.sort((a, b) => a.start - b.start || b.end - a.end)
    const unit = { ...draft, words: segment(draft.text) }
    const proposals = yield* proposalsIn(unit, lexicon, without)
    for (const { start, line } of linesOfUnit(unit, proposals)) {
      const end = start + line.text.length
      const names: MarkedSpan[] = []
      for (const name of own) {
        if (name.start < start || name.end > end || name.end === name.start) continue
        left.delete(name.mention)
        const placed = { start: name.start - start, end: name.end - start, type: name.type }
        const before = names.at(-1)
        // Of nested and crossing names the one that begins first, of those the longest.
        if (before === undefined || !overlaps(before, placed)) names.push(placed)
      }
      lines.push({ line, names })
      yield
    }
  }
  return { id, lines, lost: [...left].map(({ type }) => type) }
}
