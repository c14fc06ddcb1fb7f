/** From a page that a person has done to the lines that a model learns from. */

import type { Page } from '../../page/model.ts'
import { sourceToLogical } from '../../text/offset-map.ts'
import type { Span } from '../../text/span.ts'
import { overlaps } from '../../text/span.ts'
import { trim } from '../reading/trim.ts'
import { unitsOf } from '../reading/units.ts'
import { type Means, resolveInSteps } from '../resolve-unit.ts'
import { unitLines } from './lines.ts'
import type { MarkedLine, TypedName } from './sample.ts'

/** A page that a person has done: what is not in `mentions` is no name. */
export interface TrainingPage {
  /** Tells the page from others of its corpus: its path. */
  readonly id: string
  readonly text: string
  /** As it was analysed. */
  readonly page: Page
  /** Accepted, with spans in `text`, in any order. */
  readonly mentions: readonly { readonly span: Span; readonly type: string }[]
  /** What was suggested and is none. */
  readonly rejected: readonly { readonly span: Span; readonly type: string }[]
}

export interface MarkedPage {
  readonly id: string
  readonly lines: readonly MarkedLine[]
  /** Types of names that stand in no line whole: no model finds them. */
  readonly lost: readonly string[]
}

/** Steps of some milliseconds at most, so that other work may come between them. */
export function* markPage(
  { id, text, page, mentions }: TrainingPage,
  means: Means,
): Generator<void, MarkedPage> {
  const lines: MarkedLine[] = []
  const placed = new Set<TrainingPage['mentions'][number]>()
  for (const { draft, map } of unitsOf(page)) {
    const names = mentions.flatMap((mention): TypedName[] => {
      const start = sourceToLogical(map, mention.span.start)
      const last = sourceToLogical(map, mention.span.end - 1)
      if (start === undefined || last === undefined || last < start) return []
      // An offset right behind a piece counts as in it: the name itself must stand there.
      if (draft.text[start] !== text[mention.span.start]) return []
      placed.add(mention)
      return [{ ...trim(draft.text, { start, end: last + 1 }), type: mention.type }]
    })
    names.sort((a, b) => a.start - b.start || b.end - a.end)
    const resolved = yield* resolveInSteps(draft, means)
    for (const line of unitLines(resolved, means.lexicon)) {
      const end = line.start + line.text.length
      const own = names
        .filter((name) => name.start >= line.start && name.end <= end)
        .map((name) => ({ ...name, start: name.start - line.start, end: name.end - line.start }))
      lines.push({ ...line.sample(), names: apart(own) })
      yield
    }
  }
  const lost = mentions.filter((mention) => !placed.has(mention)).map(({ type }) => type)
  return { id, lines, lost }
}

/** Of nested and crossing names the one that begins first, of those the longest. */
function apart(names: readonly TypedName[]): readonly TypedName[] {
  const kept: TypedName[] = []
  for (const name of names) {
    const before = kept.at(-1)
    if (before === undefined || !overlaps(before, name)) kept.push(name)
  }
  return kept
}
